import { expect, test } from 'vitest'
import { fitTrees } from '../../../bench/boosting.ts'
import type { Example } from '../../../bench/logistic.ts'
import { chanceByTrees, TREE_SIZE, type Trees, treesOf } from '../../../src/corpus/arrangement/link-trees.ts'

/** A tree that asks for the first feature, then for the second, and answers 1 to 8 from left to right. */
const QUESTIONS = [0, 0.5, 1, 0.5, 1, 0.5, 1, 0.2, 1, 0.7, 1, 0.2, 1, 0.7]
const ANSWERS = [1, 2, 3, 4, 5, 6, 7, 8]
const TREE: Trees = Float32Array.from([...QUESTIONS, ...ANSWERS])
const logOdds = (chance: number): number => Math.log(chance / (1 - chance))

test('a tree asks three questions, and what is no greater goes left', () => {
  const answers = [
    [0, 0],
    [0, 0.4],
    [0.5, 0.6],
    [0, 1],
    [1, 0.1],
    [1, 0.5],
    [1, 0.65],
    [1, 0.9],
  ].map((features) => logOdds(chanceByTrees(TREE, features)))
  expect(answers.map(Math.round)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})

test('the answers of trees are summed up, and none is even', () => {
  const two = Float32Array.from([...TREE, ...TREE])
  expect(logOdds(chanceByTrees(two, [0, 0.4]))).toBeCloseTo(4)
  expect(chanceByTrees(new Float32Array(), [1])).toBe(0.5)
})

test('a table in base64 holds the same trees', () => {
  expect(TREE).toHaveLength(TREE_SIZE)
  expect(treesOf(Buffer.from(TREE.buffer).toString('base64'))).toEqual(TREE)
})

test('fitted trees tell what no sum of weights tells, and are the same each time', () => {
  const examples = Array.from({ length: 400 }, (_, at): Example => {
    const value = at % 40
    return { source: 0, is: value >= 10 && value < 25, values: [value, 40 - value, value * 2, -value, 7] }
  })
  const trees = fitTrees(examples)
  const wrong = examples.filter(({ is, values }) => chanceByTrees(trees, values) > 0.5 !== is)
  expect(wrong).toEqual([])
  expect(fitTrees(examples)).toEqual(trees)
})
