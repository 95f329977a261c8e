import { textOf } from '../layout/group.ts'
import { idfOfSeam } from '../wording/bigram-idf.ts'
import { type Bigrams, bigramsOf, coverage, type Rarity, weighWords } from '../wording/bigrams.ts'
import { bestAssignment } from './assignment.ts'
import { type Fragment, opensQuoted } from './fragment.ts'
import { type SeamScore, seamScoreOf } from './seams.ts'

/** How far, in fragments, the rest of a torn paragraph is looked for. */
const REACH = 40

/**
 * Finds for each fragment the fragment that its paragraph goes on in, as one assignment over the page: a fragment
 * that stops in mid-sentence wants the fragment that completes it, and each fragment completes at most one.
 * @returns for each fragment the index of its continuation, or `undefined` where its paragraph ends.
 */
export function linkFragments(
  fragments: readonly Fragment[],
  rarity: Rarity,
): readonly (number | undefined)[] {
  const from = fragments.flatMap((piece, at) => (piece.end === 'paragraph' ? [] : [at]))
  const to = fragments.flatMap((piece, at) =>
    piece.start === 'paragraph' && piece.lines[0]?.opensArticle === true ? [] : [at],
  )
  const seamScore = seamScoreOf(
    fragments.flatMap(({ lines }) => lines),
    from.map((at) => lastText(fragments[at])),
    to.map((at) => firstText(fragments[at])),
  )
  const words = onDemand((at) => surroundings(fragments, at))
  const telling = onDemand((at) => weighWords(words(at), rarity))
  const kinship = (a: number, b: number) => coverage(telling(b), words(a))
  const scores = from.map((a) => to.map((b) => linkScore(fragments, a, b, seamScore, kinship)))
  const links: (number | undefined)[] = fragments.map(() => undefined)
  for (const [row, column] of bestAssignment(scores).entries()) {
    const a = from[row]
    if (a !== undefined && column !== undefined) links[a] = to[column]
  }
  return links
}

const firstText = (piece: Fragment | undefined): string => piece?.lines[0]?.text ?? ''
const lastText = (piece: Fragment | undefined): string => piece?.lines.at(-1)?.text ?? ''

/** What a fragment left without its continuation costs less than a wrong one. */
const NO_LINK = 1

const FIT: Readonly<Record<string, number>> = {
  'middle>middle': 4,
  'middle>open': 3,
  'middle>paragraph': -2.5,
  'open>middle': 0.2,
  'open>open': -1.5,
  'open>paragraph': -5,
}

/** What a step from one column width to another tells: an article may go on in a wider one, a line of it does not. */
const WIDTHS = [
  { upTo: 0.6, score: 0.3 },
  { upTo: 1.2, score: -0.2 },
  { upTo: 2.2, score: -1.2 },
  { upTo: Number.POSITIVE_INFINITY, score: -4.5 },
]
/** What it counts that the pair of characters at a seam is usual in a corpus, and how rare a pair is on average. */
const USUAL = 0.2
const MEAN_IDF = 6

function linkScore(
  fragments: readonly Fragment[],
  a: number,
  b: number,
  seamScore: SeamScore,
  kinship: (a: number, b: number) => number,
): number {
  const [left, right] = [fragments[a], fragments[b]]
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
  score += WIDTHS.find(({ upTo }) => mismatch <= upTo)?.score ?? 0
  score += USUAL * (MEAN_IDF - idfOfSeam(lastText(left), firstText(right)))
  score += seamScore(lastText(left), firstText(right))
  return score > 0 ? score + 6 * (Math.min(0.25, kinship(a, b)) - 0.06) : score
}

/** Works out for a fragment what is asked for, once: of most nobody asks. */
function onDemand<T>(workOut: (at: number) => T): (at: number) => T {
  const known = new Map<number, T>()
  return (at) => {
    const found = known.get(at) ?? workOut(at)
    known.set(at, found)
    return found
  }
}

/** Words of a fragment and of its neighbours on the side away from the seam: what its article speaks of. */
function surroundings(fragments: readonly Fragment[], at: number): Bigrams {
  const near = [at - 2, at - 1, at, at + 1, at + 2].flatMap((it) => {
    const piece = fragments[it]
    return piece && piece.block === fragments[at]?.block ? [piece] : []
  })
  const [first, ...others] = near
  return first && others.length === 0
    ? first.words
    : bigramsOf(near.map(({ lines }) => textOf(lines)).join(''))
}
