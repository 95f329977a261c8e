/** Characters looked for, the longest first: fewer where the extraction changed some. */
const LENGTHS = [24, 14, 8]
/** In characters: signatures and captions at an end. */
export const SLACK = 2

/** Where the start (1) or the end (−1) of a text stands, if it stands in one body only. */
export function placeOf(bodies: readonly string[], text: string, side: 1 | -1) {
  for (const length of LENGTHS) {
    const sought = side > 0 ? text.slice(0, length) : text.slice(-length)
    const held = bodies.flatMap((body, index) => {
      const at = side > 0 ? body.indexOf(sought) : body.lastIndexOf(sought)
      return at < 0 ? [] : [{ body: index, at: side > 0 ? at : at + sought.length }]
    })
    if (held.length === 1) return held[0]
    if (held.length > 0 && text.length <= length) return undefined
  }
  return undefined
}

export const letters = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
