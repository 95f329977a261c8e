import { JOIN_TREES } from './join-trees-table.ts'
import { type Trees, treesOf } from './link-trees.ts'
import { LINK_TREES } from './link-trees-table.ts'
import { PAIR_TREES } from './pair-trees-table.ts'

/** What is learnt of layouts; without any trees what they judge stays as it is. */
export interface ReaderTrees {
  /** Judge whether two fragments are of one article, before text flows are made of them. */
  readonly joins: Trees
  /** Judge whether a text flow goes on in another, when the page is arranged. */
  readonly links: Trees
  /** Judge whether two text flows are of one article, once the page is arranged. */
  readonly pairs: Trees
}

let loaded: ReaderTrees | undefined

/** The trees of the project, decoded when the first page is read. */
export function treesInUse(): ReaderTrees {
  loaded ??= { joins: treesOf(JOIN_TREES), links: treesOf(LINK_TREES), pairs: treesOf(PAIR_TREES) }
  return loaded
}
