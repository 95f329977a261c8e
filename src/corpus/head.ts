import type { Block } from './block.ts'
import { textOf } from './group.ts'
import { bigramsOf, coverage, type Rarity, weighWords } from './rarity.ts'
import type { Run } from './run.ts'
import { isMarked } from './wording.ts'

/** A display block: a headline, a kicker, a deck or a sub-head. */
export interface Head {
  readonly block: Block
  /** Its place among the page's blocks. */
  readonly place: number
  readonly text: string
  /** What its lines begin with, where three titles or more begin so: the titles of the sections of one article. */
  readonly series?: string
  /** Whether a mark stands before it, as before the titles of sections: ■, ●, ◆, 一、, （一）. */
  readonly marked: boolean
  /** Whether its words stand as they are in running text, as sub-heads taken from it do. */
  readonly quoted: boolean
  /** For each run the share of its words that the run's opening holds, and that the run holds at all. */
  readonly opening: readonly number[]
  readonly whole: readonly number[]
  /** Runs that hold most of its words, the best first. */
  readonly best: readonly number[]
}

/** In UTF-16 units: a label over a headline names a series or a section of the paper. */
export const LONGEST_LABEL = 5

/** Longer titles that stand word for word in the text are headlines, repeated in the first sentence. */
const LONGEST_QUOTE = 18

export function toHeads(blocks: readonly Block[], runs: readonly Run[], rarity: Rarity): readonly Head[] {
  const series = seriesOf(blocks)
  return blocks.flatMap((block, place) => {
    if (block.kind !== 'display') return []
    const text = textOf(block.lines)
    const bare = text.replace(/ /g, '')
    const words = weighWords(bigramsOf(text), rarity)
    const whole = runs.map((run) => coverage(words, run.words))
    const best = [...runs.keys()].toSorted((a, b) => (whole[b] ?? 0) - (whole[a] ?? 0)).slice(0, RIVALS)
    return [
      {
        best,
        whole,
        marked: isMarked(text),
        block,
        place,
        text,
        ...(series.has(openings(block)) ? { series: openings(block) } : {}),
        quoted:
          bare.length >= 4 &&
          bare.length <= LONGEST_QUOTE &&
          runs.some((run) => !run.opens && run.text.includes(bare)),
        opening: runs.map((run, at) =>
          run.opening === run.words ? (whole[at] ?? 0) : coverage(words, run.opening),
        ),
      },
    ]
  })
}

/** The first two characters of each line. */
const openings = (block: Block): string => block.lines.map(({ text }) => text.slice(0, 2)).join('|')

/** Ways in which three or more titles of several lines begin. */
function seriesOf(blocks: readonly Block[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const block of blocks)
    if (block.kind === 'display' && block.lines.length > 1)
      counts.set(openings(block), (counts.get(openings(block)) ?? 0) + 1)
  return new Set([...counts].flatMap(([series, count]) => (count >= SHORTEST_SERIES ? [series] : [])))
}

const SHORTEST_SERIES = 3

/** Runs among which the best of another article is looked for. */
const RIVALS = 8

/** Weights of the evidence that a display block heads an article, in log-odds. */
const HEAD_WEIGHTS = {
  bias: -1,
  opening: 7,
  whole: 2,
  rival: -2.5,
  quoted: -0.3,
  above: 1.4,
  below: 1.3,
  inside: -1.4,
  distant: 0.95,
  distance: 0.3,
  short: -2,
  long: 0.3,
  series: -6,
  marked: -6,
}

/** How well a display block heads the article that these runs make. */
export function headScore(
  head: Head,
  chain: readonly number[],
  runs: readonly Run[],
  textBetween: (from: number, to: number) => number,
): number {
  const first = runs[chain[0] ?? -1]
  const last = runs[chain.at(-1) ?? -1]
  if (!first || !last) return 0
  const weights = HEAD_WEIGHTS
  let score = weights.bias
  // That a title taken word for word from the text stands there tells nothing.
  if (head.quoted) score = weights.quoted
  else {
    const whole = chain.reduce((best, run) => Math.max(best, head.whole[run] ?? 0), 0)
    const rival = head.best.find((run) => !chain.includes(run))
    score += weights.rival * Math.min(0.6, head.whole[rival ?? -1] ?? 0)
    score +=
      weights.opening * Math.min(0.6, head.opening[chain[0] ?? -1] ?? 0) +
      weights.whole * Math.min(0.6, whole)
  }
  if (head.place < first.first.block)
    score += nearness(textBetween(head.place, first.first.block), weights.above)
  else if (head.place > last.last.block)
    score += nearness(textBetween(last.last.block, head.place), weights.below)
  else score += weights.inside
  if (head.series !== undefined) score += weights.series
  if (head.marked) score += weights.marked
  if (head.text.length < 5) score += weights.short
  if (head.block.lines.length > 1 || head.text.length >= 12) score += weights.long
  return score
}

/** Full value side by side, less the more text lies between. */
const nearness = (distance: number, value: number): number =>
  distance === 0
    ? value
    : value - HEAD_WEIGHTS.distant - Math.min(2, HEAD_WEIGHTS.distance * Math.log2(1 + distance))
