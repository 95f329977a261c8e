import { JOIN_TREES } from './join-trees-table.ts'
import { type Trees, treesOf } from './link-trees.ts'
import { LINK_TREES } from './link-trees-table.ts'

/** What is learnt of layouts; without any trees what they judge stays as it is. */
export interface ReaderTrees {
  /** Judge whether two fragments are of one article, before text flows are made of them. */
  readonly joins: Trees
  /** Judge whether a text flow goes on in another, when the page is arranged. */
  readonly links: Trees
}

let loaded: ReaderTrees | undefined

/** The trees of the project, decoded when the first page is read. */
export function treesInUse(): ReaderTrees {
  loaded ??= { joins: treesOf(JOIN_TREES), links: treesOf(LINK_TREES) }
  return loaded
}
