import type { SettledArrangement } from './arrange.ts'
import type { ContinuationCandidate } from './continuation-candidate.ts'
import type { LinkMargin } from './link-margin.ts'
import { sumOfTrees, type Trees } from './link-trees.ts'
import { createObjective, type PageParts } from './objective.ts'
import { flowPairs } from './pair-features.ts'

/** In log-odds, on average of the pairs: from here on a part is set apart, or goes to another article. */
const APART = 2
const ELSEWHERE = 0.5
/** What opens an article by its wording is the rarer case behind something else. */
const OPENS = 1
/** In log-odds: more is all the same, and what was not asked about is unlikely. */
const SUREST = 4
const NOT_ASKED = -2
const ROUNDS = 40
/** Pairs grow with the square of it. Of 151 pages of two dailies the fullest has 104; more is no newspaper page. */
const MOST_FLOWS = 120

/**
 * Groups the text flows of an arrangement anew, wherever they stand on the page: the trees judge pairs of text flows,
 * and parts of articles are parted, moved and put together as long as the mean of their pairs gains by it (a local search
 * for correlation clustering, Bansal, Blum, Chawla 2004). The order of the file offers only neighbours as continuations;
 * on a page of boxes the next column of an article often stands behind another article.
 * @param trees what judges pairs; without any the arrangement stays, and so it does on a page of more than {@link MOST_FLOWS} text flows
 * @param bias in log-odds, for each pair
 */
export function regroup(
  parts: PageParts,
  arrangement: SettledArrangement,
  trees: Trees,
  bias: number,
): SettledArrangement {
  const count = parts.flows.length
  if (trees.length === 0 || count < 2 || count > MOST_FLOWS) return arrangement
  const odds = parts.flows.map(() => new Float64Array(count).fill(NOT_ASKED))
  for (const { a, b, isTogether, opens, values } of flowPairs(parts, arrangement)) {
    const own = sumOfTrees(trees, values) + bias - (opens && !isTogether ? OPENS : 0)
    const clipped = Math.max(-SUREST, Math.min(SUREST, own))
    odds[a]?.fill(clipped, b, b + 1)
    odds[b]?.fill(clipped, a, a + 1)
  }
  const groups = groupFlows(arrangement.chains, odds)
  return groups === arrangement.chains ? arrangement : arrangedAs(groups, parts, arrangement, odds)
}

type Groups = readonly (readonly number[])[]

/**
 * Parts, moves and joins groups as long as it gains, the best change first.
 * @returns the very same groups if nothing does
 */
export function groupFlows(start: Groups, odds: readonly ArrayLike<number>[]): Groups {
  const mean = (some: readonly number[], others: readonly number[]): number => {
    let sum = 0
    for (const a of some) for (const b of others) sum += odds[a]?.[b] ?? 0
    return some.length * others.length === 0 ? 0 : sum / (some.length * others.length)
  }
  let groups = start
  for (let round = 0; round < ROUNDS; round++) {
    let most = 0
    let best: Groups | undefined
    for (const group of groups)
      for (const part of partsOf(group)) {
        const rest = group.filter((flow) => !part.includes(flow))
        const stay = mean(part, rest)
        const others = groups.filter((it) => it !== group)
        if (rest.length > 0 && -stay - APART > most) {
          most = -stay - APART
          best = [...others, rest, part]
        }
        for (const other of others) {
          const go = mean(part, other)
          const gain = rest.length === 0 ? go : go - stay - ELSEWHERE
          if (go <= 0 || gain <= most) continue
          most = gain
          const left = others.filter((it) => it !== other)
          best = [...left, [...other, ...part], ...(rest.length === 0 ? [] : [rest])]
        }
      }
    if (!best) break
    groups = best
  }
  return groups
}

/** Every text flow of a group, its beginnings and its ends, and the whole group. */
const partsOf = (group: readonly number[]): Groups => [
  ...(group.length > 1 ? group.map((flow) => [flow]) : []),
  ...Array.from({ length: Math.max(0, group.length - 3) }, (_, at) => [
    group.slice(0, at + 2),
    group.slice(at + 2),
  ]).flat(),
  group,
]

/** The arrangement with its text flows grouped otherwise, and with the titles that then fit best. */
function arrangedAs(
  groups: Groups,
  parts: PageParts,
  { chains, candidates, margins }: SettledArrangement,
  odds: readonly ArrayLike<number>[],
): SettledArrangement {
  const links = groups.flatMap((group) => {
    const order = inReadingOrder(group, chains, parts)
    return order.slice(1).map((to, at) => ({ from: order[at] ?? to, to }))
  })
  const keyOf = ({ from, to }: { readonly from: number; readonly to: number }) => `${from},${to}`
  const wanted = new Set(links.map(keyOf))
  const known = new Set(candidates.map(keyOf))
  const added = links
    .filter((it) => !known.has(keyOf(it)))
    .map(({ from, to }): ContinuationCandidate => ({ from, to, score: 0, subheads: [] }))
  const all = [...candidates, ...added]
  const taken = new Set<string>()
  const chosen = Uint8Array.from(all, (it) => {
    const is = wanted.has(keyOf(it)) && !taken.has(keyOf(it))
    if (is) taken.add(keyOf(it))
    return is ? 1 : 0
  })
  return {
    ...createObjective(parts, all)(chosen),
    candidates: all,
    margins: all.map(({ from, to }, at): LinkMargin => {
      const [before, isChosen] = [margins[at], chosen[at] === 1]
      return before?.isChosen === isChosen
        ? before
        : { from, to, isChosen, margin: Math.abs(odds[from]?.[to] ?? 0) }
    }),
  }
}

/** What stood together stays so; the parts in the order of the file, those that begin in mid-sentence behind the others. */
function inReadingOrder(group: readonly number[], chains: Groups, { flows }: PageParts): readonly number[] {
  const pieces = chains
    .map((chain) => chain.filter((flow) => group.includes(flow)))
    .filter((it) => it.length > 0)
  const isTorn = ([first = -1]: readonly number[]) => flows[first]?.first.start === 'middle'
  return pieces.toSorted((a, b) => Number(isTorn(a)) - Number(isTorn(b)) || (a[0] ?? 0) - (b[0] ?? 0)).flat()
}
