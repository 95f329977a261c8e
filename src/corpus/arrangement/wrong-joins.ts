import type { Block } from '../layout/block.ts'
import type { Fragment } from './fragment.ts'
import { type Join, joinFeatures } from './join-features.ts'
import { chanceByTrees, type Trees } from './link-trees.ts'

/** Chance below which a paragraph is torn apart again that stops in mid-sentence: its rest may not be found any more. */
const TORN = 0.35
/** Below this others are parted; the arrangement may still put them together. */
const PARTED = 0.6

/** The neighbours in the file among what goes on in what. */
export const joinsOf = (
  next: readonly (number | undefined)[],
  links: readonly (number | undefined)[],
): readonly Join[] => next.flatMap((to, at) => (to === at + 1 ? [{ at, isLinked: links[at] === to }] : []))

/**
 * Places of fragments that by trees do not go on in the next one.
 */
export function wrongJoins(
  fragments: readonly Fragment[],
  blocks: readonly Block[],
  joins: readonly Join[],
  trees: Trees,
): readonly number[] {
  const features = joinFeatures(fragments, blocks, joins)
  return joins.flatMap(({ at }, index) => {
    const least = fragments[at]?.end === 'middle' ? TORN : PARTED
    return chanceByTrees(trees, features[index] ?? []) < least ? [at] : []
  })
}
