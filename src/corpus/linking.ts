import { textOf } from './group.ts'
import { bestMatching } from './matching.ts'
import { opensQuoted, type Piece } from './piece.ts'
import { type Bigrams, bigramsOf, coverage, type Rarity, weighWords } from './rarity.ts'
import { type SeamScore, seamScoreOf } from './seams.ts'

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
    piece.start === 'paragraph' && piece.lines[0]?.opensArticle === true ? [] : [at],
  )
  const seamScore = seamScoreOf(
    pieces.flatMap(({ lines }) => lines),
    from.map((at) => lastText(pieces[at])),
    to.map((at) => firstText(pieces[at])),
  )
  const words = onDemand((at) => surroundings(pieces, at))
  const telling = onDemand((at) => weighWords(words(at), rarity))
  const kinship = (a: number, b: number) => coverage(telling(b), words(a))
  const scores = from.map((a) => to.map((b) => linkScore(pieces, a, b, seamScore, kinship)))
  const links: (number | undefined)[] = pieces.map(() => undefined)
  for (const [row, column] of bestMatching(scores).entries()) {
    const a = from[row]
    if (a !== undefined && column !== undefined) links[a] = to[column]
  }
  return links
}

const firstText = (piece: Piece | undefined): string => piece?.lines[0]?.text ?? ''
const lastText = (piece: Piece | undefined): string => piece?.lines.at(-1)?.text ?? ''

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
  seamScore: SeamScore,
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
  score += seamScore(lastText(left), firstText(right))
  return score > 0 ? score + 6 * (Math.min(0.25, kinship(a, b)) - 0.06) : score
}

/** Works out for a piece what is asked for, once: of most nobody asks. */
function onDemand<T>(workOut: (at: number) => T): (at: number) => T {
  const known = new Map<number, T>()
  return (at) => {
    const found = known.get(at) ?? workOut(at)
    known.set(at, found)
    return found
  }
}

/** Words of a piece and of its neighbours on the side away from the seam: what its article speaks of. */
function surroundings(pieces: readonly Piece[], at: number): Bigrams {
  const near = [at - 2, at - 1, at, at + 1, at + 2].flatMap((it) => {
    const piece = pieces[it]
    return piece && piece.block === pieces[at]?.block ? [piece] : []
  })
  const [first, ...others] = near
  return first && others.length === 0
    ? first.words
    : bigramsOf(near.map(({ lines }) => textOf(lines)).join(''))
}
