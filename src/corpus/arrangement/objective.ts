import type { Block } from '../layout/block.ts'
import { readLeadByline } from '../wording/byline.ts'
import { DATELINE } from '../wording/markers.ts'
import { bestAssignment } from './assignment.ts'
import type { ContinuationCandidate, PageSegment } from './continuation-candidate.ts'
import type { LinkChoice } from './link-choice.ts'
import { LONGEST_LABEL, titleScore } from './title-block.ts'

/** Which text flows make which article, in reading order, and which display block heads it. */
export interface Arrangement {
  readonly chains: readonly (readonly number[])[]
  /** For each chain the index of its headline. */
  readonly titleBlocks: readonly (number | undefined)[]
  /** Log-odds of the whole, up to a constant. */
  readonly value: number
}

/** What is arranged. */
export interface PageParts extends PageSegment {
  /** Text flows that a byline or a dateline closes. */
  readonly signed: ReadonlySet<number>
  /** Successions against the order of the file. */
  readonly displaced: readonly ContinuationCandidate[]
}

/** What an arrangement costs, in log-odds. */
const COSTS = {
  /** An article without a headline. */
  noHeadline: -6,
  /** A display block that is no part of any article. */
  unusedTitle: -4,
  /** A display block that stands as kicker or deck beside a headline. */
  besideHeadline: -0.8,
  /** From this score on a display block may stand over or under the headline of an article. */
  fitting: 1.4,
  /** An article that neither opens by its wording nor is signed at its end. */
  unsigned: -2.5,
  /** An article that names its reporters, or its dateline, at both ends. */
  signedTwice: -5,
  /** A headline printed just as the article's sub-heads are. */
  likeSubheads: -1,
  /** Titles of one series of sections in another article too. */
  tornSeries: -6,
  /** Text that would follow itself. */
  ring: -8,
}

/**
 * Makes the function that values a choice of continuation candidates; what does not hang on the choice is worked out
 * once.
 */
export function createObjective(
  { flows, titleBlocks, blocks, signed }: PageParts,
  candidates: readonly ContinuationCandidate[],
): (chosen: LinkChoice) => Arrangement {
  const textBetween = textBetweenIn(blocks)
  const opensSigned = flows.map(({ text }) => DATELINE.test(text) || readLeadByline(text) !== undefined)
  // One choice differs from the next in a chain or two: the scores of the others are known.
  const known = new Map<string, readonly number[]>()
  const scoresOf = (chain: readonly number[]): readonly number[] => {
    if (titleBlocks.length === 0) return []
    const key = chain.join()
    const scores =
      known.get(key) ?? titleBlocks.map((titleBlock) => titleScore(titleBlock, chain, flows, textBetween))
    known.set(key, scores)
    return scores
  }
  const isSigned = Uint8Array.from(flows, (_, flow) => (signed.has(flow) ? 1 : 0))
  const linesOfSubheads = candidates.map(({ subheads }) =>
    subheads.map((titleBlock) => titleBlocks[titleBlock]?.block.lines.length ?? 0),
  )
  return (chosen) => {
    const next = new Int32Array(flows.length).fill(NOTHING)
    const isSubhead = new Set<number>()
    /** How many lines the sub-heads behind a text flow have. */
    const subheadsAt = new Map<number, readonly number[]>()
    const seriesAt = new Map<number, string>()
    let value = 0
    for (let at = 0; at < candidates.length; at++) {
      const candidate = candidates[at]
      if (chosen[at] !== 1 || candidate === undefined) continue
      const { from, to, score, subheads } = candidate
      next[from] = to
      value += score
      if (subheads.length === 0) continue
      subheadsAt.set(from, linesOfSubheads[at] ?? [])
      for (const titleBlock of subheads) {
        isSubhead.add(titleBlock)
        const series = titleBlocks[titleBlock]?.series
        if (series !== undefined) seriesAt.set(from, series)
      }
    }
    const { chains, rings } = chainsOf(next)
    value += rings * COSTS.ring + tornSeries(chains, seriesAt) * COSTS.tornSeries
    for (const chain of chains) {
      const first = chain[0] ?? -1
      const closes = chain.some((flow) => isSigned[flow] === 1)
      if (flows[first]?.opens !== true && !closes) value += COSTS.unsigned
      if (closes && opensSigned[first] === true) value += COSTS.signedTwice
    }
    const free = titleBlocks.flatMap((titleBlock, at) => (isSubhead.has(at) ? [] : [{ titleBlock, at }]))
    const scores = chains.map((chain) => {
      const scoreOf = scoresOf(chain)
      const alike =
        subheadsAt.size === 0 ? NONE : repeated(chain.flatMap((flow) => subheadsAt.get(flow) ?? []))
      return free.map(
        ({ titleBlock, at }) =>
          (scoreOf[at] ?? 0) + (alike.has(titleBlock.block.lines.length) ? COSTS.likeSubheads : 0),
      )
    })
    const gain = -COSTS.noHeadline - COSTS.unusedTitle
    const matched = bestAssignment(scores, gain)
    const titleOf = matched.map((column) => (column === undefined ? undefined : free[column]?.at))
    const chainAt = new Map<number, number>()
    for (const [chain, column] of matched.entries()) {
      value += column === undefined ? COSTS.noHeadline : (scores[chain]?.[column] ?? 0)
      const place = free[column ?? -1]?.titleBlock.place
      if (place !== undefined) chainAt.set(place, chain)
    }
    const used = new Set(titleOf)
    for (const [column, { titleBlock, at }] of free.entries()) {
      if (used.has(at)) continue
      const beside = [chainAt.get(titleBlock.place - 1), chainAt.get(titleBlock.place + 1)]
      const fitsBeside = beside.some(
        (chain) => chain !== undefined && (scores[chain]?.[column] ?? 0) > COSTS.fitting,
      )
      // A label of a few characters over a headline need not speak of what the article does.
      const labels = chainAt.has(titleBlock.place + 1) && titleBlock.text.length <= LONGEST_LABEL
      value += fitsBeside || labels ? COSTS.besideHeadline : COSTS.unusedTitle
    }
    return { chains, titleBlocks: titleOf, value }
  }
}

/** The values that come twice or more. */
const repeated = (values: readonly number[]): ReadonlySet<number> =>
  values.length < 2 ? NONE : new Set(values.filter((value, at) => values.indexOf(value) < at))

const NONE: ReadonlySet<number> = new Set()

/** How many articles hold titles of a series that another one holds already. */
function tornSeries(chains: readonly (readonly number[])[], seriesAt: ReadonlyMap<number, string>): number {
  if (seriesAt.size === 0) return 0
  const held = chains.flatMap((chain) => [...new Set(chain.flatMap((flow) => seriesAt.get(flow) ?? []))])
  return held.length - new Set(held).size
}

/** How much text lies between two places of a page: blocks of text count one, display blocks less. */
export function textBetweenIn(blocks: readonly Block[]): (from: number, to: number) => number {
  const sums = textSums(blocks)
  return (from, to) => Math.max(0, (sums[to] ?? 0) - (sums[from + 1] ?? 0))
}

/** For each place how much lies before it. */
function textSums(blocks: readonly Block[]): Float64Array {
  const sums = new Float64Array(blocks.length + 2)
  for (const [at, { kind }] of blocks.entries())
    sums[at + 1] = (sums[at] ?? 0) + (kind === 'body' ? 1 : kind === 'display' ? 0.4 : 0)
  return sums
}

/** In the place of a text flow: none follows. */
const NOTHING = -1

/**
 * Text flows in reading order, article by article. A ring has no start: its first text flow in the file is taken for
 * one.
 */
function chainsOf(next: Int32Array): {
  readonly chains: number[][]
  readonly rings: number
} {
  const isFollower = new Uint8Array(next.length)
  for (const flow of next) if (flow !== NOTHING) isFollower[flow] = 1
  const seen = new Uint8Array(next.length)
  const chains: number[][] = []
  let rings = 0
  for (let pass = 0; pass < 2; pass++)
    for (let start = 0; start < next.length; start++) {
      if (seen[start] === 1 || (pass === 0 && isFollower[start] === 1)) continue
      const chain: number[] = []
      for (let flow = start; flow !== NOTHING && seen[flow] !== 1; flow = next[flow] ?? NOTHING) {
        chain.push(flow)
        seen[flow] = 1
      }
      chains.push(chain)
      rings += pass
    }
  return { chains, rings }
}
