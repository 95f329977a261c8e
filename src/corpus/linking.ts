import { bestMatching } from './matching.ts'
import { opensQuoted, type Piece } from './piece.ts'
import { type Bigrams, bigramsOf, coverage, type Rarity } from './rarity.ts'
import { opensArticle } from './wording.ts'

/** How far, in pieces, the rest of a torn paragraph is looked for. */
const REACH = 40

/**
 * Finds for each piece the piece that its paragraph goes on in, as one assignment over the page: a piece that stops
 * in mid-sentence wants the piece that completes it, and each piece completes at most one.
 * @returns for each piece the index of its continuation, or `undefined` where its paragraph ends.
 */
export function linkPieces(pieces: readonly Piece[], rarity: Rarity): readonly (number | undefined)[] {
  const from = pieces.flatMap((piece, at) => (piece.end === 'paragraph' ? [] : [at]))
  const to = pieces.flatMap((piece, at) =>
    piece.start === 'paragraph' && opensArticle(firstText(piece)) ? [] : [at],
  )
  const seams = seamsOf(pieces)
  const words = new Map([...from, ...to].map((at) => [at, surroundings(pieces, at)]))
  const kinship = (a: number, b: number) => coverage(words.get(b) ?? NOTHING, words.get(a) ?? NOTHING, rarity)
  const scores = from.map((a) => to.map((b) => linkScore(pieces, a, b, seams, kinship)))
  const links: (number | undefined)[] = pieces.map(() => undefined)
  for (const [row, column] of bestMatching(scores).entries()) {
    const a = from[row]
    if (a !== undefined && column !== undefined) links[a] = to[column]
  }
  return links
}

const firstText = (piece: Piece): string => piece.lines[0]?.text ?? ''
const lastText = (piece: Piece): string => piece.lines.at(-1)?.text ?? ''

/** What a piece left without its continuation costs less than a wrong one. */
const NO_LINK = 1

const FIT: Readonly<Record<string, number>> = {
  'middle>middle': 4,
  'middle>open': 3,
  'middle>paragraph': -2.5,
  'open>middle': 0.2,
  'open>open': -1.5,
  'open>paragraph': -5,
}

function linkScore(
  pieces: readonly Piece[],
  a: number,
  b: number,
  seams: ReadonlySet<number>,
  kinship: (a: number, b: number) => number,
): number {
  const [left, right] = [pieces[a], pieces[b]]
  if (!left || !right || a === b || Math.abs(a - b) > REACH) return 0
  let score = (FIT[`${left.end}>${right.start}`] ?? 0) - NO_LINK
  const distance = b > a ? b - a - 1 : a - b + 2
  if (left.end === 'open' && distance > 0) return 0
  score += distance === 0 ? 2 : -0.8 * Math.log2(1 + distance)
  const blocksBetween = distance === 0 ? right.block - left.block : 1
  if (blocksBetween > 1) score -= 0.5
  if (left.end === 'open' && (opensQuoted(right) || opensQuoted(left)) && blocksBetween === 1) score += 1.5
  if (right.start === 'open' && (distance > 0 || blocksBetween > 1)) score -= 1.5
  const mismatch = Math.abs(left.width - right.width)
  score += mismatch <= 0.6 ? 0.3 : mismatch <= 1.2 ? -0.2 : -1.2
  score += seamScore(lastText(left), firstText(right), seams)
  return score > 0 ? score + 6 * (Math.min(0.25, kinship(a, b)) - 0.06) : score
}

const NOTHING: Bigrams = new Set()

/** Words of a piece and of its neighbours on the side away from the seam: what its article speaks of. */
function surroundings(pieces: readonly Piece[], at: number): Bigrams {
  const near = [at - 2, at - 1, at, at + 1, at + 2].flatMap((it) =>
    pieces[it]?.block === pieces[at]?.block || it === at ? (pieces[it]?.lines ?? []) : [],
  )
  return bigramsOf(near.map((line) => line.text).join(''))
}

/** Twos and threes of characters, as numbers, that the page has inside its lines: a word torn in two is made whole by them. */
function seamsOf(pieces: readonly Piece[]): ReadonlySet<number> {
  const seams = new Set<number>()
  for (const { lines } of pieces)
    for (const { text } of lines)
      for (let at = 1; at < text.length; at++) {
        const two = text.charCodeAt(at - 1) * SIGNS + text.charCodeAt(at)
        seams.add(two)
        if (at + 1 < text.length) seams.add(two * SIGNS + text.charCodeAt(at + 1))
      }
  return seams
}

/** How many values a UTF-16 unit has. */
const SIGNS = 65_536

/** How much two ends look like one word torn in two. */
function seamScore(left: string, right: string, seams: ReadonlySet<number>): number {
  const [a, b] = [left.charCodeAt(left.length - 2), left.charCodeAt(left.length - 1)]
  const [c, d] = [right.charCodeAt(0), right.charCodeAt(1)]
  if (!seams.has(b * SIGNS + c)) return 0
  return (
    0.6 + (seams.has((a * SIGNS + b) * SIGNS + c) ? 1 : 0) + (seams.has((b * SIGNS + c) * SIGNS + d) ? 1 : 0)
  )
}
