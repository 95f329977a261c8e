/**
 * How much two ends look like one word torn in two: 0, or more where the page has what they make inside its lines.
 */
export type SeamScore = (left: string, right: string) => number

/** How many values a UTF-16 unit has. */
const SIGNS = 65_536

/**
 * Looks through the lines of a page for what the given ends and starts of lines make together: the two characters at
 * the seam, and the threes that hold them.
 */
export function seamScoreOf(
  lines: readonly { readonly text: string }[],
  ends: readonly string[],
  starts: readonly string[],
): SeamScore {
  const lastSigns = new Set(ends.map((text) => text.charCodeAt(text.length - 1)))
  const firstSigns = new Set(starts.map((text) => text.charCodeAt(0)))
  const seams = new Set<number>()
  for (const { text } of lines)
    for (let at = 1; at < text.length; at++) {
      const [b, c] = [text.charCodeAt(at - 1), text.charCodeAt(at)]
      if (!lastSigns.has(b) || !firstSigns.has(c)) continue
      const seam = b * SIGNS + c
      seams.add(seam)
      if (at > 1) seams.add((text.charCodeAt(at - 2) * SIGNS + b) * SIGNS + c)
      if (at + 1 < text.length) seams.add(seam * SIGNS + text.charCodeAt(at + 1))
    }
  return (left, right) => {
    const [a, b] = [left.charCodeAt(left.length - 2), left.charCodeAt(left.length - 1)]
    const [c, d] = [right.charCodeAt(0), right.charCodeAt(1)]
    const seam = b * SIGNS + c
    if (!seams.has(seam)) return 0
    return 0.6 + (seams.has((a * SIGNS + b) * SIGNS + c) ? 1 : 0) + (seams.has(seam * SIGNS + d) ? 1 : 0)
  }
}
