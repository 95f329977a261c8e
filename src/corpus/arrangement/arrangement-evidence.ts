import type { SettledArrangement } from './arrange.ts'
import type { LinkMargin } from './link-margin.ts'
import { type PageParts, textBetweenIn } from './objective.ts'
import { titleScore } from './title-block.ts'

/**
 * What tells how sure an arranged article is. Margins are in log-odds, from 0 (as well the other way round) to
 * {@link SURE_MARGIN}.
 */
export interface ArrangementEvidence {
  /** The least margin among the links inside the article, and the chance that one of them is wrong, summed up. */
  readonly inside: number
  readonly insideRisk: number
  /** The same of the links that were not made at its two ends. */
  readonly ends: number
  readonly endsRisk: number
  /** How many text flows it has. */
  readonly flows: number
  /** Whether its text stops in mid-sentence, or begins in one. */
  readonly isTorn: boolean
  /** Whether it opens by its wording, and whether something signs it. */
  readonly opens: boolean
  readonly isSigned: boolean
  /** How well its headline fits, and how much better than the next best title; 0 without a headline. */
  readonly title: number
  readonly titleMargin: number
  /** How much better its headline fits it than any other article of the page. */
  readonly titleRival: number
  /** Whether its headline stands right above its first line. */
  readonly isTitleAbove: boolean
  /** Of the page: shares of the articles that have no headline, that are torn, and of titles that head nothing. */
  readonly untitledShare: number
  readonly tornShare: number
  readonly unusedShare: number
  /** Of the page: share of the titles that no blank line sets off. */
  readonly tightShare: number
  /** Of the page: the mean chance that an article has a wrong link. */
  readonly pageRisk: number
  /** Whether the page wraps its lines; else each line is a paragraph, and no columns tell. */
  readonly isWrapped: boolean
}

/** Margins beyond it are all the same. */
export const SURE_MARGIN = 8

/** What tells how sure each article of an arrangement is, in the order of its chains. */
export function arrangementEvidence(
  parts: PageParts,
  { chains, titleBlocks: titleOf, margins }: SettledArrangement,
): readonly ArrangementEvidence[] {
  const { flows, titleBlocks, blocks, signed } = parts
  const textBetween = textBetweenIn(blocks)
  const scores = chains.map((chain) => titleBlocks.map((it) => titleScore(it, chain, flows, textBetween)))
  const share = (count: number, all: number) => (all === 0 ? 0 : count / all)
  const torn = chains.map(
    (chain) =>
      flows[chain[0] ?? -1]?.first.start === 'middle' || flows[chain.at(-1) ?? -1]?.last.end === 'middle',
  )
  const risks = chains.map((chain) => {
    const members = new Set(chain)
    const inner = margins.filter(({ from, to, isChosen }) => isChosen && members.has(from) && members.has(to))
    const outer = margins.filter(
      ({ from, to, isChosen }) => !isChosen && (from === chain.at(-1)) !== (to === chain[0]),
    )
    return { inside: least(inner), insideRisk: risk(inner), ends: least(outer), endsRisk: risk(outer) }
  })
  const page = {
    untitledShare: share(titleOf.filter((it) => it === undefined).length, chains.length),
    tornShare: share(torn.filter(Boolean).length, chains.length),
    unusedShare: share(
      titleBlocks.length - new Set(titleOf.filter((it) => it !== undefined)).size,
      titleBlocks.length + 1,
    ),
    tightShare: share(titleBlocks.filter(({ block }) => block.isTight).length, titleBlocks.length),
    pageRisk: share(
      risks.reduce((sum, it) => sum + Math.min(1, it.insideRisk + it.endsRisk), 0),
      chains.length,
    ),
    isWrapped: flows.some(({ first }) => first.width > 0),
  }
  return chains.map((chain, at): ArrangementEvidence => {
    const own = titleOf[at]
    const score = own === undefined ? 0 : (scores[at]?.[own] ?? 0)
    const others = (scores[at] ?? []).filter((_, column) => column !== own)
    const elsewhere = scores.filter((_, row) => row !== at).map((row) => row[own ?? -1] ?? 0)
    const ahead = (rivals: readonly number[]) =>
      own === undefined
        ? 0
        : Math.max(-SURE_MARGIN, Math.min(SURE_MARGIN, score - Math.max(...rivals, -SURE_MARGIN)))
    const first = flows[chain[0] ?? -1]
    return {
      ...(risks[at] ?? { inside: 0, insideRisk: 1, ends: 0, endsRisk: 1 }),
      flows: chain.length,
      isTorn: torn[at] ?? true,
      opens: first?.opens ?? false,
      isSigned: chain.some((flow) => signed.has(flow)),
      title: score,
      titleMargin: ahead(others),
      titleRival: ahead(elsewhere),
      isTitleAbove: first !== undefined && titleBlocks[own ?? -1]?.place === first.first.block - 1,
      ...page,
    }
  })
}

const least = (links: readonly LinkMargin[]): number =>
  Math.min(SURE_MARGIN, ...links.map(({ margin }) => margin))

/** As if the decisions were independent, and the margins true log-odds. */
const risk = (links: readonly LinkMargin[]): number =>
  1 - links.reduce((sure, { margin }) => sure / (1 + Math.exp(-margin)), 1)
