import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestAssignment } from '../../../src/corpus/arrangement/assignment.ts'

test.each([
  [
    'optimal, not greedy',
    [
      [10, 9],
      [9, 1],
    ],
    [1, 0],
  ],
  ['more rows than columns', [[1], [3], [2]], [undefined, 0, undefined]],
  ['more columns than rows', [[0.2, 0.9, 0.1]], [1]],
  [
    'nothing to gain',
    [
      [0, -1],
      [-5, 0],
    ],
    [undefined, undefined],
  ],
  ['no rows', [], []],
])('bestMatching: %s', (_case, scores, pairs) => {
  expect(bestAssignment(scores)).toEqual(pairs)
})

test('bestMatching counts the bonus of each pair', () => {
  expect(bestAssignment([[1, -1]], 2)).toEqual([0])
  expect(bestAssignment([[-3, -1]], 2)).toEqual([1])
  expect(bestAssignment([[-3, -2]], 2)).toEqual([undefined])
})

test('bestMatching is never worse than any other pairing', () => {
  const table = fc.array(fc.array(fc.integer({ min: -3, max: 9 }), { minLength: 4, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  })
  const bruteForce = (scores: readonly (readonly number[])[], free: readonly number[]): number => {
    const [row, ...rest] = scores
    if (!row) return 0
    return Math.max(
      bruteForce(rest, free),
      ...free.map(
        (column) =>
          (row[column] ?? 0) +
          bruteForce(
            rest,
            free.filter((it) => it !== column),
          ),
      ),
    )
  }
  fc.assert(
    fc.property(table, (scores) => {
      const pairs = bestAssignment(scores)
      const total = pairs.reduce<number>(
        (sum, column, row) => sum + (column === undefined ? 0 : (scores[row]?.[column] ?? 0)),
        0,
      )
      expect(total).toBe(bruteForce(scores, [0, 1, 2, 3]))
    }),
  )
})
