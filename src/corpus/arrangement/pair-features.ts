import { likenessOf, meaningOf, NO_MEANING } from '../wording/meaning.ts'
import type { SettledArrangement } from './arrange.ts'
import { kinOf, type Likeness, likenessOfAll, type Whole, wholeOf } from './flow-likeness.ts'
import type { PageParts } from './objective.ts'
import { seamLeads } from './seam-leads.ts'
import type { Paragraph } from './text-flow.ts'

/** Two text flows of a page, the first in the file first, and what is asked of them. */
export interface FlowPair {
  readonly a: number
  readonly b: number
  /** Whether the arrangement put them into one article. */
  readonly isTogether: boolean
  /** Whether the second opens an article by its wording. */
  readonly opens: boolean
  readonly values: readonly number[]
}

/** Text flows that stand no farther apart are asked about, and so are the few most alike. */
const NEAR = 3
const MOST_ALIKE = 4
/** Margins beyond it are all the same. */
const WIDEST_MARGIN = 10
/** Less than any margin or likeness that is known. */
const NOT_TOGETHER = -11
const NO_CANDIDATE = -12
const NO_LIKENESS = -9

/**
 * Pairs of text flows that may be of one article, and how the page looks to them: what the arrangement decided, what
 * stands between, how alike they are in their words and in what they mean, beside the rest of the page and beside
 * the articles that either is in.
 */
export function flowPairs(page: PageParts, arrangement: SettledArrangement): readonly FlowPair[] {
  const { flows } = page
  const likeness = likenessOfAll(flows)
  const valuesOf = pairValues(page, arrangement, likeness)
  const alike = flows.map((_, at) => new Set([likeness.kin, likeness.meant].flatMap((it) => top(it[at], at))))
  const chainOf = chainsOfFlows(arrangement)
  const headlinesBetween = new Set(
    arrangement.candidates.flatMap(({ from, to, evidence }) =>
      evidence?.headlines === 1 ? `${from},${to}` : [],
    ),
  )
  /** What signs the first, or two headlines, part neighbours. The title over a byline is easily read as the last line of the text before. */
  const areParted = (a: number, b: number) =>
    page.signed.has(a) ||
    headlinesBetween.has(`${a},${b}`) ||
    page.blocks
      .slice((flows[a]?.last.block ?? 0) + 1, flows[b]?.first.block)
      .some(({ kind }) => kind === 'byline' || kind === 'dateline')
  const pairs: FlowPair[] = []
  for (const a of flows.keys())
    for (let b = a + 1; b < flows.length; b++) {
      const isTogether = chainOf[a] === chainOf[b]
      if (b - a > NEAR && !isTogether && !alike[a]?.has(b) && !alike[b]?.has(a)) continue
      if (b === a + 1 && !isTogether && areParted(a, b)) continue
      pairs.push({ a, b, isTogether, opens: flows[b]?.opens ?? false, values: valuesOf(a, b) })
    }
  return pairs
}

/** For each text flow the chain that it is in. */
function chainsOfFlows({ chains }: SettledArrangement): readonly number[] {
  const chainOf: number[] = []
  for (const [at, chain] of chains.entries()) for (const flow of chain) chainOf[flow] = at
  return chainOf
}

const top = (row: readonly number[] = [], own: number): readonly number[] =>
  [...row.keys()]
    .filter((at) => at !== own)
    .toSorted((a, b) => (row[b] ?? 0) - (row[a] ?? 0))
    .slice(0, MOST_ALIKE)

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)

/** Makes the function that tells the values of a pair. */
function pairValues(
  page: PageParts,
  { chains, titleBlocks: titleOf, margins }: SettledArrangement,
  { kin, meant, meanings }: Likeness,
): (a: number, b: number) => readonly number[] {
  const { flows, blocks, titleBlocks, signed } = page
  const count = flows.length
  const [chainOf, placeOf]: [number[], number[]] = [[], []]
  for (const [at, chain] of chains.entries())
    for (const [place, flow] of chain.entries()) {
      chainOf[flow] = at
      placeOf[flow] = place
    }
  const marginOf = new Map(
    margins.map(({ from, to, isChosen, margin }) => [
      `${from},${to}`,
      (isChosen ? 1 : -1) * Math.min(WIDEST_MARGIN, margin),
    ]),
  )
  const single = flows.map((_, flow) => wholeOf([flow], flows, meanings))
  const wholes = chains.map(
    (chain) => (chain.length === 1 ? single[chain[0] ?? -1] : undefined) ?? wholeOf(chain, flows, meanings),
  )
  /** How alike each text flow is to the rest of its article. */
  const own = flows.map((_, flow) => {
    const rest = (chains[chainOf[flow] ?? -1] ?? []).filter((it) => it !== flow)
    const [whole, itself] = [wholeOf(rest, flows, meanings), single[flow]]
    return rest.length === 0 || !itself
      ? { kin: NO_LIKENESS, meant: -1 }
      : { kin: kinOf(itself, whole), meant: likenessOf(itself.meaning, whole.meaning) }
  })
  const mean = (row: readonly number[] = []) => (count > 1 ? sum(row) / (count - 1) : 0)
  const [kinMeans, meantMeans] = [kin.map(mean), meant.map(mean)]
  const meaningOfTitle = titleBlocks.map(({ text }) => meaningOf(text))
  /** What the title of an article says of a text flow: shared words, and meaning. */
  const titled = (chain: number, flow: number): readonly [number, number] => {
    const title = titleOf[chain]
    if (title === undefined) return [-1, -1]
    return [
      titleBlocks[title]?.whole[flow] ?? 0,
      likenessOf(meaningOfTitle[title] ?? NO_MEANING, meanings[flow] ?? NO_MEANING),
    ]
  }
  const meaningAt = flows.map(({ paragraphs }, flow) =>
    [0, -1].map((at) =>
      paragraphs.length === 1
        ? (meanings[flow] ?? NO_MEANING)
        : meaningOf(textOfParagraph(paragraphs.at(at))),
    ),
  )
  const seamLead = seamLeads(flows)
  const before = {
    titles: countsOf(blocks.map(({ kind }) => kind === 'display')),
    signs: countsOf(blocks.map(({ kind }) => kind === 'byline' || kind === 'dateline')),
  }
  const heads = new Set(titleOf.map((title) => titleBlocks[title ?? -1]?.place))
  const headsBefore = countsOf(blocks.map((_, place) => heads.has(place)))
  const between = (counts: readonly number[], from: number, to: number) =>
    Math.max(0, (counts[to] ?? 0) - (counts[from + 1] ?? 0))
  const sameWidth = flows.map(
    ({ first }) =>
      flows.filter((it) => Math.abs(it.first.width - first.width) < SAME_WIDTH).length / Math.max(1, count),
  )
  const lengths = chains.map((chain) => Math.log1p(sum(chain.map((flow) => flows[flow]?.text.length ?? 0))))
  const ofPage = [
    count,
    titleBlocks.length / Math.max(1, count),
    Math.log1p(sum(flows.map(({ text }) => text.length)) / Math.max(1, count)),
    sum(kinMeans) / Math.max(1, count),
    flows.filter(({ last }) => last.end === 'middle').length / Math.max(1, count),
  ]
  /** The least margin of the links between two text flows of an article. */
  const marginWithin = (chain: readonly number[], from: number, to: number): number => {
    let least = WIDEST_MARGIN
    for (let at = Math.min(from, to); at < Math.max(from, to); at++)
      least = Math.min(least, marginOf.get(`${chain[at]},${chain[at + 1]}`) ?? WIDEST_MARGIN)
    return least
  }
  // Many pairs are of the same two articles.
  const kinWith = remembered((flow, chain) => kinOfBoth(single[flow], wholes[chain]))
  const kinOfChains = remembered((one, other) => kinOfBoth(wholes[one], wholes[other]))
  return (a, b) => {
    const [left, right, chainA = -1, chainB = -1] = [flows[a], flows[b], chainOf[a], chainOf[b]]
    const [wholeA, wholeB, itselfA, itselfB] = [wholes[chainA], wholes[chainB], single[a], single[b]]
    if (!left || !right || !wholeA || !wholeB || !itselfA || !itselfB) return []
    const isTogether = chainA === chainB
    const apart = (value: () => number) => (isTogether ? 0 : value())
    const [placeA = 0, placeB = 0, chain = []] = [placeOf[a], placeOf[b], chains[chainA]]
    const [wordsAB, meaningAB] = titled(chainA, b)
    const [wordsBB, meaningBB] = titled(chainB, b)
    const [wordsBA, meaningBA] = titled(chainB, a)
    const [wordsAA] = titled(chainA, a)
    const [end, start] = [left.last.block, right.first.block]
    return [
      isTogether ? 1 : 0,
      isTogether ? Math.abs(placeA - placeB) : 0,
      isTogether ? marginWithin(chain, placeA, placeB) : NOT_TOGETHER,
      marginOf.get(`${a},${b}`) ?? NO_CANDIDATE,
      Math.log1p(b - a),
      start - end,
      between(before.titles, end, start),
      between(headsBefore, end, start),
      between(before.signs, end, start),
      kin[a]?.[b] ?? 0,
      (kin[a]?.[b] ?? 0) - (kinMeans[a] ?? 0),
      (kin[a]?.[b] ?? 0) - (kinMeans[b] ?? 0),
      meant[a]?.[b] ?? 0,
      (meant[a]?.[b] ?? 0) - (meantMeans[a] ?? 0),
      (meant[a]?.[b] ?? 0) - (meantMeans[b] ?? 0),
      likenessOf(meaningAt[a]?.[1] ?? NO_MEANING, meaningAt[b]?.[0] ?? NO_MEANING),
      Math.log1p(left.text.length),
      Math.log1p(right.text.length),
      Math.abs(left.last.width - right.first.width),
      Math.abs(left.first.width - right.first.width),
      right.first.width,
      sameWidth[b] ?? 0,
      right.opens ? 1 : 0,
      left.last.end === 'middle' ? 1 : 0,
      right.first.start === 'middle' ? 1 : 0,
      seamLead(a, b),
      signed.has(a) ? 1 : 0,
      wordsBB,
      wordsBA,
      apart(() => wordsAB - wordsBB),
      apart(() => wordsBA - wordsAA),
      meaningAB,
      meaningBB,
      meaningBA,
      apart(() => meaningAB - meaningBB),
      apart(() => kinWith(b, chainA)),
      apart(() => kinWith(a, chainB)),
      apart(() => kinOfChains(chainA, chainB)),
      apart(() => likenessOf(itselfB.meaning, wholeA.meaning)),
      apart(() => likenessOf(wholeA.meaning, wholeB.meaning)),
      own[a]?.kin ?? NO_LIKENESS,
      own[b]?.kin ?? NO_LIKENESS,
      own[a]?.meant ?? -1,
      own[b]?.meant ?? -1,
      chain.length,
      chains[chainB]?.length ?? 0,
      lengths[chainA] ?? 0,
      lengths[chainB] ?? 0,
      flows[chains[chainB]?.[0] ?? -1]?.opens === true ? 1 : 0,
      ...ofPage,
    ]
  }
}

/** Widths that differ by less are those of one column. */
const SAME_WIDTH = 1.2

const kinOfBoth = (a: Whole | undefined, b: Whole | undefined): number => (a && b ? kinOf(a, b) : NO_LIKENESS)

/** Works the value of two numbers out once. */
function remembered(valueOf: (a: number, b: number) => number): (a: number, b: number) => number {
  const known: number[][] = []
  return (a, b) => {
    const row = (known[a] ??= [])
    return (row[b] ??= valueOf(a, b))
  }
}

const textOfParagraph = (paragraph: Paragraph | undefined): string =>
  paragraph?.lines.map(({ text }) => text).join('') ?? ''

/** For each place how many before it are so. */
function countsOf(are: readonly boolean[]): readonly number[] {
  const counts = [0]
  for (const [at, is] of are.entries()) counts.push((counts[at] ?? 0) + (is ? 1 : 0))
  return counts
}
