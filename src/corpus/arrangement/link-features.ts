import { textOf } from '../layout/group.ts'
import { corpusCosine, corpusNorm } from '../wording/bigram-idf.ts'
import { type Bigrams, bigramsOf } from '../wording/bigrams.ts'
import { likenessOf, type Meaning, meaningOf, meaningOfAll, NO_MEANING } from '../wording/meaning.ts'
import type { ContinuationCandidate, Evidence, PageSegment } from './continuation-candidate.ts'
import type { LinkMargin } from './link-margin.ts'
import { type Arrangement, textBetweenIn } from './objective.ts'
import { kinshipOf } from './seam-evidence.ts'
import type { TextFlow } from './text-flow.ts'
import { titleScore } from './title-block.ts'

/**
 * What is asked of a continuation candidate once the whole page has been arranged. Lengths are in UTF-16 units, as
 * logarithms where a flow or a run of flows is meant; likeness is a logarithm as well, 0 for an even chance.
 */
export const LINK_FEATURES = [
  // What the arrangement decided: below 0 against it.
  'margin',
  'score',
  // How alike the texts are: the flows, their paragraphs at the boundary, and what stands around it.
  'cohesion',
  'kinship',
  'paragraphs',
  'windows',
  'skipping',
  'relative',
  // How alike they are in what they mean: the flows, beside those of the page, at the boundary, and what stands around it.
  'meaning',
  'relativeMeaning',
  'meaningOfParagraphs',
  'meaningOfWindows',
  'meaningOfTitle',
  'meaningOfOtherTitle',
  // The title between, −1 where there is none.
  'isTight',
  'titleWidth',
  'titleLines',
  'titleLength',
  'titleCommas',
  'titleBlanks',
  'isNarrow',
  // How well any other title would head what begins here, and whether the arrangement has one head it.
  'otherTitle',
  'isHeaded',
  // What signs the text before, and how the text behind begins.
  'isSigned',
  'lastParagraph',
  'firstComma',
  'firstStop',
  'hasBracket',
  'isNews',
  'goesOn',
  // How far one goes without a title before and behind, and what lies between.
  'runBefore',
  'runBehind',
  'blocksBetween',
  'widthStep',
  // The page.
  'titlesAFlow',
  'titledShare',
  'paragraphsAFlow',
  'flowLength',
  'flows',
  'meanLikeness',
] as const

/** Margins beyond it are all the same. */
const WIDEST_MARGIN = 10
/** How many text flows before and behind a boundary are compared. */
const WINDOW = 3
/** Where the first sentence has no comma, or no stop. */
const NO_COMMA = 60
const NO_STOP = 200
/** Where a bracket holds who writes, or where. */
const OPENING = 20

/** A decided continuation candidate. */
export interface DecidedCandidate extends ContinuationCandidate, LinkMargin {
  readonly evidence: Evidence
}

/** The features of each continuation candidate, in the order of {@link LINK_FEATURES}. */
export function linkFeatures(
  page: PageSegment,
  candidates: readonly DecidedCandidate[],
  { chains, titleBlocks: titleOf }: Arrangement,
): readonly (readonly number[])[] {
  const { flows, titleBlocks, blocks } = page
  const textBetween = textBetweenIn(blocks)
  const cosineOf = cosines()
  const headed = new Set(chains.flatMap(([first], at) => (titleOf[at] === undefined ? [] : [first])))
  const isTitled = flows.map(({ first }, at) => {
    const before = flows[at - 1]
    return (
      before !== undefined &&
      titleBlocks.some(({ place }) => place > before.last.block && place < first.block)
    )
  })
  const likeness = flows.map(({ words }, at) =>
    at === 0 ? 0 : cosineOf(flows[at - 1]?.words ?? words, words),
  )
  const count = Math.max(1, flows.length)
  const meanLikeness = sum(likeness) / Math.max(1, flows.length - 1)
  const titleLength = sum(titleBlocks.map(({ text }) => text.length)) / Math.max(1, titleBlocks.length)
  const ofPage = [
    titleBlocks.length / count,
    isTitled.filter(Boolean).length / count,
    sum(flows.map(({ paragraphs }) => paragraphs.length)) / count,
    Math.log1p(sum(flows.map(({ text }) => text.length)) / count),
    flows.length,
    meanLikeness,
  ]
  const begins = flows.map(({ opens }, at) => opens || isTitled[at] === true)
  const windows = windowsOf(flows)
  const meaningFeatures = meaningFeaturesOf(page)
  // Several candidates lead to one text flow.
  const known = new Map<number, readonly number[]>()
  const titleScores = (to: number): readonly number[] => {
    const scores = known.get(to) ?? titleBlocks.map((it) => titleScore(it, [to], flows, textBetween))
    known.set(to, scores)
    return scores
  }
  return candidates.map((candidate) => {
    const { from, to, evidence, subheads } = candidate
    const [left, right] = [flows[from], flows[to]]
    if (!left || !right) return []
    const title = titleBlocks[subheads.at(-1) ?? -1]
    const lines = title?.block.lines ?? []
    const [last, first] = [bounding(left, -1), bounding(right, 0)]
    const widest = Math.max(0, ...lines.map(({ width }) => width))
    const near = cosineOf(left.words, right.words)
    return [
      (candidate.isChosen ? 1 : -1) * Math.min(WIDEST_MARGIN, candidate.margin),
      candidate.score,
      evidence.cohesion,
      evidence.kinship,
      kinshipOf(cosineOf(wordsOf(left, last), wordsOf(right, first))),
      kinshipOf(cosineOf(windows.before(from), windows.behind(to))),
      kinshipOf(cosineOf(left.words, windows.behind(to + 1))),
      kinshipOf(near) - kinshipOf(meanLikeness),
      ...meaningFeatures(candidate),
      ...(title === undefined
        ? NO_TITLE
        : [
            title.block.isTight === true ? 1 : 0,
            right.first.width > 0 ? widest / right.first.width : 0,
            lines.length,
            title.text.length / Math.max(1, titleLength),
            title.text.split('，').length - 1,
            title.text.split(' ').length - 1,
          ]),
      evidence.narrowTitle,
      Math.max(
        NO_TITLE_SCORE,
        ...titleScores(to).map((score, at) => (subheads.includes(at) ? NO_TITLE_SCORE : score)),
      ),
      headed.has(to) ? 1 : 0,
      evidence.signed,
      last.length,
      foundAt(first, '，', NO_COMMA),
      foundAt(first, '。', NO_STOP),
      /[（(]/u.test(first.slice(0, OPENING)) ? 1 : 0,
      evidence.news,
      evidence.goesOn,
      Math.log1p(runLength(flows, begins, from, -1)),
      Math.log1p(runLength(flows, begins, to, 1)),
      right.first.block - left.last.block,
      Math.abs(right.first.width - left.last.width),
      ...ofPage,
    ]
  })
}

/** Worse than any title fits that comes into question. */
const NO_TITLE_SCORE = -6
const NO_TITLE: readonly number[] = [-1, -1, -1, -1, -1, -1]

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)

/** How alike the two sides of a candidate are in what they mean, and either to the titles: from `meaning` to `meaningOfOtherTitle`. */
function meaningFeaturesOf({ flows, titleBlocks }: PageSegment) {
  const meanings = flows.map(({ text }) => meaningOf(text))
  const titles = titleBlocks.map(({ text }) => meaningOf(text))
  const neighbours = meanings.slice(1).map((it, at) => likenessOf(meanings[at] ?? it, it))
  const mean = sum(neighbours) / Math.max(1, neighbours.length)
  const paragraph = (at: number, place: 0 | -1): Meaning => {
    const flow = flows[at]
    return flow === undefined || flow.paragraphs.length === 1
      ? (meanings[at] ?? NO_MEANING)
      : meaningOf(bounding(flow, place))
  }
  const ends = flows.map((_, at) => paragraph(at, -1))
  const starts = flows.map((_, at) => paragraph(at, 0))
  const windows = flows.map((_, at) => meaningOfAll(meanings.slice(at, at + WINDOW)))
  const titleLikeness = flows.map((_, at) => titles.map((it) => likenessOf(it, meanings[at] ?? NO_MEANING)))
  return ({ from, to, subheads }: ContinuationCandidate): readonly number[] => {
    const near = likenessOf(meanings[from] ?? NO_MEANING, meanings[to] ?? NO_MEANING)
    const between = subheads.at(-1)
    const others = titleLikeness[to]?.filter((_, at) => !subheads.includes(at)) ?? []
    return [
      near,
      near - mean,
      likenessOf(ends[from] ?? NO_MEANING, starts[to] ?? NO_MEANING),
      likenessOf(windows[Math.max(0, from - WINDOW + 1)] ?? NO_MEANING, windows[to] ?? NO_MEANING),
      between === undefined
        ? -1
        : (titleLikeness[to]?.[between] ?? 0) - (titleLikeness[from]?.[between] ?? 0),
      Math.max(-1, ...others),
    ]
  }
}

/** The cosine of two texts; the norm of each is worked out once. */
function cosines(): (a: Bigrams, b: Bigrams) => number {
  const norms = new Map<Bigrams, number>()
  const normOf = (words: Bigrams): number => {
    const norm = norms.get(words) ?? corpusNorm(words)
    norms.set(words, norm)
    return norm
  }
  return (a, b) => corpusCosine(a, b, normOf(a) * normOf(b))
}

/** The first paragraph of a text flow, or the last. */
const bounding = ({ paragraphs }: TextFlow, at: 0 | -1): string => textOf(paragraphs.at(at)?.lines ?? [])

/** Its words. */
const wordsOf = (flow: TextFlow, text: string): Bigrams =>
  flow.paragraphs.length === 1 ? flow.words : bigramsOf(text)

function foundAt(text: string, sign: string, otherwise: number): number {
  const at = text.indexOf(sign)
  return at < 0 ? otherwise : at
}

/** How much text stands from a text flow on, up to where one begins under a title or opens by its wording. */
function runLength(
  flows: readonly TextFlow[],
  begins: readonly boolean[],
  start: number,
  step: 1 | -1,
): number {
  let length = 0
  for (let at = start; at >= 0 && at < flows.length; at += step) {
    if (step > 0 && at > start && begins[at] === true) break
    length += flows[at]?.text.length ?? 0
    if (step < 0 && begins[at] === true) break
  }
  return length
}

/** The words of a few text flows up to one, and from one on. */
function windowsOf(flows: readonly TextFlow[]): Record<'before' | 'behind', (at: number) => Bigrams> {
  const known = new Map<number, Set<number>>()
  const behind = (at: number): Bigrams => {
    const words = known.get(at) ?? new Set<number>()
    if (words.size === 0)
      for (const flow of flows.slice(Math.max(0, at), Math.max(0, at + WINDOW)))
        for (const bigram of flow.words) words.add(bigram)
    known.set(at, words)
    return words
  }
  return { before: (at) => behind(at - WINDOW + 1), behind }
}
