/**
 * Regression trees whose sum is the log-odds of something (gradient boosting, Friedman 2001). Each tree asks three
 * questions, one below the other, and has eight answers; all numbers stand in one row.
 */
export type Trees = Float32Array

/** Questions that one tree asks in a row. */
export const DEPTH = 3
/** Questions in a tree: of each a feature, and the greatest value that goes left. */
export const SPLITS = 2 ** DEPTH - 1
/** Numbers of one tree: its questions, top down, and its answers, left to right. */
export const TREE_SIZE = SPLITS * 2 + SPLITS + 1

/** The sum of what the trees answer to something with these features: its log-odds; 0 without any tree. */
export function sumOfTrees(trees: Trees, features: ArrayLike<number>): number {
  let sum = 0
  for (let tree = 0; tree < trees.length; tree += TREE_SIZE) {
    let node = 0
    while (node < SPLITS) {
      const value = features[trees[tree + node * 2] ?? 0] ?? 0
      node = node * 2 + (value <= (trees[tree + node * 2 + 1] ?? 0) ? 1 : 2)
    }
    sum += trees[tree + SPLITS + node] ?? 0
  }
  return sum
}

/** The chance that the trees give to something with these features, 0 to 1. */
export const chanceByTrees = (trees: Trees, features: ArrayLike<number>): number =>
  1 / (1 + Math.exp(-sumOfTrees(trees, features)))

/** Trees out of a table in base64. */
export function treesOf(table: string): Trees {
  const bytes = Buffer.from(table, 'base64')
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}
