import type { ContinuationCandidate, PageSegment } from './continuation-candidate.ts'
import { flip, type LinkChoice, likeliest } from './link-choice.ts'
import { type DecidedCandidate, linkFeatures } from './link-features.ts'
import type { LinkMargin } from './link-margin.ts'
import { chanceByTrees, type Trees } from './link-trees.ts'
import type { Arrangement } from './objective.ts'

/** An arrangement, and how surely each continuation candidate was decided, in their order. */
export interface DecidedArrangement extends Arrangement {
  readonly margins: readonly LinkMargin[]
}

/** In log-odds: by so much the trees must be surer than even to overrule the arrangement. */
const KEPT = 0.5
/** What the value of the whole arrangement counts beside the trees, which know the most of it already. */
const SHARE = 0.4
/** In log-odds: links that the trees are surer of are not tried the other way round. */
const SURE = 3
const ROUNDS = 3

/** What the trees say of a link in log-odds, and how it was decided before: taken up above 0. */
export const linkLogOdds = (chance: number, wasChosen: boolean): number =>
  Math.max(-WIDEST, Math.min(WIDEST, Math.log(chance / (1 - chance)))) + (wasChosen ? KEPT : -KEPT)

const WIDEST = 8

/**
 * Decides once more which text flow goes on in which, by trees that know how the whole page was arranged, titles
 * included. Each text flow has one follower at most and follows one at most, the likelier first; then single links are
 * turned over as long as trees and arrangement together gain. Displaced parts stay as they are.
 * @param valueOf what a choice of candidates is worth to the arrangement
 * @param bias in log-odds, for each link
 * @returns in the order of the candidates
 */
export function secondOpinion(
  page: PageSegment,
  candidates: readonly ContinuationCandidate[],
  { margins, ...arrangement }: DecidedArrangement,
  {
    trees,
    valueOf,
    bias,
  }: {
    readonly trees: Trees
    readonly valueOf: (chosen: LinkChoice) => Arrangement
    readonly bias: number
  },
): readonly LinkMargin[] {
  const decided = decidedCandidates(candidates, margins)
  const features = linkFeatures(page, decided, arrangement)
  const judged = new Map(
    decided.map((it, at) => [
      it.at,
      linkLogOdds(chanceByTrees(trees, features[at] ?? []), it.isChosen) + bias,
    ]),
  )
  const odds = margins.map(({ isChosen }, at) => judged.get(at) ?? (isChosen ? WIDEST : -WIDEST))
  const worth = (choice: LinkChoice) => {
    let sum = SHARE * valueOf(choice).value
    for (let at = 0; at < odds.length; at++) if (choice[at] === 1) sum += odds[at] ?? 0
    return sum
  }
  let chosen = likeliest(candidates, odds)
  let most = worth(chosen)
  let changes = 0
  /** After how many changes each link was turned over last: until the next change it gains nothing again. */
  const triedAfter = new Map<number, number>()
  for (let round = 0; round < ROUNDS; round++) {
    const before = most
    for (const [at, it] of odds.entries()) {
      if (Math.abs(it) > SURE || triedAfter.get(at) === changes) continue
      triedAfter.set(at, changes)
      const changed = flip(chosen, [at], candidates)
      const value = worth(changed)
      if (value > most + 1e-9) {
        chosen = changed
        most = value
        changes++
      }
    }
    if (most === before) break
  }
  return margins.map((link, at) => {
    const margin = judged.get(at)
    return margin === undefined ? link : { ...link, isChosen: chosen[at] === 1, margin: Math.abs(margin) }
  })
}

/** The continuation candidates that have evidence, each with its place among all and how it was decided. */
export const decidedCandidates = (
  candidates: readonly ContinuationCandidate[],
  margins: readonly LinkMargin[],
): readonly (DecidedCandidate & { readonly at: number })[] =>
  candidates.flatMap((candidate, at) => {
    const { evidence } = candidate
    const margin = margins[at]
    return evidence && margin ? [{ ...candidate, ...margin, evidence, at }] : []
  })
