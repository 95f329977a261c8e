import { expect, test } from 'vitest'
import { mostBy } from '../../../src/corpus/geometry/most-by.ts'

const own = (it: string) => it

test.each([
  ['one run', ['a', 'a'], 'a'],
  ['several runs of one value', ['b', 'a', 'b', 'a', 'a'], 'a'],
  ['as many of each', ['b', 'a', 'a', 'b'], 'b'],
  ['a last run that decides', ['a', 'b', 'a', 'b', 'b'], 'b'],
  ['nothing', [], undefined],
])('the value that is there most often: %s', (_case, values, expected) => {
  expect(mostBy(values, own)).toBe(expected)
})

test('things count by their weight, and not at all without one', () => {
  expect(
    mostBy(
      ['aa', '', 'b', 'cccc', 'bbb'],
      (it) => it.slice(0, 1),
      (it) => it.length,
    ),
  ).toBe('b')
  expect(mostBy([''], own, (it) => it.length)).toBeUndefined()
})
