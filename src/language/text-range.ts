/** A stretch of a text in UTF-16 units, end exclusive. */
export type TextRange = readonly [from: number, to: number]

/** The same stretches in ascending order, those that touch or overlap as one. */
export function mergeRanges(ranges: readonly TextRange[]): readonly TextRange[] {
  const merged: TextRange[] = []
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last !== undefined && from <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], to)]
    else merged.push([from, to])
  }
  return merged
}

/** A place to cut a text at: this one, or the one before if it lies between the halves of a surrogate pair. */
export const wholeCharacter = (text: string, at: number): number =>
  /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at
