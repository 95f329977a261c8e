import fc from 'fast-check'
import { expect, test } from 'vitest'
import { topK } from '../../../src/search/term-index/top-k.ts'

test('the first few are those that sorting all would give, however few or many are asked for', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 9 }), { maxLength: 40 }), fc.nat({ max: 45 }), (values, limit) => {
      // Ties are told apart, as every list of hits does.
      const compare = (a: number, b: number) => (values[b] ?? 0) - (values[a] ?? 0) || a - b
      const sorted = values.map((_value, i) => i).toSorted(compare)
      expect(topK(values.length, limit, compare)).toEqual(sorted.slice(0, limit))
    }),
  )
  expect(topK(3, 0, (a, b) => b - a)).toEqual([])
  expect(topK(3, -1, (a, b) => b - a)).toEqual([])
  expect(topK(3, 2, (a, b) => b - a)).toEqual([2, 1])
})
