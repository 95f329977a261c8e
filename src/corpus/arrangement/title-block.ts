import type { Block } from '../layout/block.ts'
import { textOf } from '../layout/group.ts'
import { bigramsOf, coverage, type Rarity, weighWords } from '../wording/bigrams.ts'
import { isMarked } from '../wording/markers.ts'
import type { TextFlow } from './text-flow.ts'

/** A display block: a headline, a kicker, a deck or a sub-head. */
export interface TitleBlock {
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
  /** For each text flow the share of its words that the flow's opening holds, and that the text flow holds at all. */
  readonly opening: readonly number[]
  readonly whole: readonly number[]
  /** Text flows that hold most of its words, the best first. */
  readonly best: readonly number[]
}

/** In UTF-16 units: a label over a headline names a series or a section of the paper. */
export const LONGEST_LABEL = 5

/** Longer titles that stand word for word in the text are headlines, repeated in the first sentence. */
const LONGEST_QUOTE = 18

/**
 * The title blocks of a page segment, in the order of its text, each with what it says about the article that
 * it may head.
 * @param rarity how telling a pair of characters is on this page; words that are everywhere weigh nothing
 */
export function toTitleBlocks(
  blocks: readonly Block[],
  flows: readonly TextFlow[],
  rarity: Rarity,
): readonly TitleBlock[] {
  const series = seriesOf(blocks)
  return blocks.flatMap((block, place) => {
    if (block.kind !== 'display') return []
    const text = textOf(block.lines)
    const seriesOfBlock = [labelOf(block), openings(block)].find((it) => it !== undefined && series.has(it))
    const bare = text.replace(/ /g, '')
    const words = weighWords(bigramsOf(text), rarity)
    const whole = flows.map((flow) => coverage(words, flow.words))
    const best = [...flows.keys()].toSorted((a, b) => (whole[b] ?? 0) - (whole[a] ?? 0)).slice(0, RIVALS)
    return [
      {
        best,
        whole,
        marked: isMarked(text),
        block,
        place,
        text,
        ...(seriesOfBlock === undefined ? {} : { series: seriesOfBlock }),
        quoted:
          bare.length >= 4 &&
          bare.length <= LONGEST_QUOTE &&
          flows.some((flow) => !flow.opens && flow.text.includes(bare)),
        opening: flows.map((flow, at) =>
          flow.opening === flow.words ? (whole[at] ?? 0) : coverage(words, flow.opening),
        ),
      },
    ]
  })
}

/** The first two characters of each line. */
const openings = (block: Block): string => block.lines.map(({ text }) => text.slice(0, 2)).join('|')

const LABEL = /^\p{Script=Han}{2,5}?(?=[一二三四五六七八九十\d]{0,2}：)/u

/** What a title names itself before a colon: 关键词：清洁能源, 镜头一：进厂. */
const labelOf = ({ lines: [line] }: Block): string | undefined => LABEL.exec(line?.text ?? '')?.[0]

/** Ways in which three or more titles of several lines begin, and labels that two or more titles bear. */
function seriesOf(blocks: readonly Block[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const block of blocks)
    if (block.kind === 'display' && block.lines.length > 1)
      counts.set(openings(block), (counts.get(openings(block)) ?? 0) + 1)
  const labels = blocks.flatMap((block) => (block.kind === 'display' ? (labelOf(block) ?? []) : []))
  return new Set([
    ...[...counts].flatMap(([series, count]) => (count >= SHORTEST_SERIES ? [series] : [])),
    ...labels.filter((label, at) => labels.indexOf(label) < at),
  ])
}

const SHORTEST_SERIES = 3

/** Text flows among which the best of another article is looked for. */
const RIVALS = 8

/** Weights of the evidence that a display block heads an article, in log-odds. */
const TITLE_WEIGHTS = {
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

/** How well a display block heads the article that these text flows make. */
export function titleScore(
  titleBlock: TitleBlock,
  chain: readonly number[],
  flows: readonly TextFlow[],
  textBetween: (from: number, to: number) => number,
): number {
  const first = flows[chain[0] ?? -1]
  const last = flows[chain.at(-1) ?? -1]
  if (!first || !last) return 0
  const weights = TITLE_WEIGHTS
  let score = weights.bias
  // That a title taken word for word from the text stands there tells nothing.
  if (titleBlock.quoted) score = weights.quoted
  else {
    const whole = chain.reduce((best, flow) => Math.max(best, titleBlock.whole[flow] ?? 0), 0)
    const rival = titleBlock.best.find((flow) => !chain.includes(flow))
    score += weights.rival * Math.min(0.6, titleBlock.whole[rival ?? -1] ?? 0)
    score +=
      weights.opening * Math.min(0.6, titleBlock.opening[chain[0] ?? -1] ?? 0) +
      weights.whole * Math.min(0.6, whole)
  }
  if (titleBlock.place < first.first.block)
    score += nearness(textBetween(titleBlock.place, first.first.block), weights.above)
  else if (titleBlock.place > last.last.block)
    score += nearness(textBetween(last.last.block, titleBlock.place), weights.below)
  else score += weights.inside
  if (titleBlock.series !== undefined) score += weights.series
  if (titleBlock.marked) score += weights.marked
  if (titleBlock.text.length < 5) score += weights.short
  if (titleBlock.block.lines.length > 1 || titleBlock.text.length >= 12) score += weights.long
  return score
}

/** Full value side by side, less the more text lies between. */
const nearness = (distance: number, value: number): number =>
  distance === 0
    ? value
    : value - TITLE_WEIGHTS.distant - Math.min(2, TITLE_WEIGHTS.distance * Math.log2(1 + distance))
