import { expect, test } from 'vitest'
import { sharesOf, thoseThatCount } from '../../../src/search/ranking/clauses-that-count.ts'
import type { QueryPlan } from '../../../src/search/ranking/query-plan.ts'

const plan = (asks: boolean): QueryPlan => ({
  clauses: [],
  excluded: [],
  filter: {},
  terms: [],
  parts: [],
  typed: '',
  asks,
})

test.each([
  [1, false, 0.25, undefined],
  [2, false, 0.25, undefined],
  [3, false, 0.5, 0.25],
  [9, false, 0.5, 0.25],
  [3, true, 0.25, undefined],
] as const)(
  'of %i clauses, asked: %s, an article must say a share of %d, and %d will do if none does',
  (count, asks, share, lenient) => {
    expect(sharesOf(plan(asks), count)).toEqual([share, lenient])
  },
)

/** A clause by what it is, how many articles hold it, and the short part that it is of. */
type Given = readonly [name: string, count: number, shortPart?: string | undefined, residue?: boolean]

/** The clauses that count, and how many articles hold each. */
function those(...given: readonly Given[]) {
  const clauses = given.map(([name, count, shortPart, residue = false]) => ({
    name,
    count,
    clause: { alternatives: [], required: false, residue, shortPart },
  }))
  return thoseThatCount(clauses, (it) => ({ ...it, count: 0 })).map(({ name, count }) => [name, count])
}

test('what is left over between words counts where no article holds it, and only there', () => {
  expect(those(['长江', 5], ['的', 3, undefined, true])).toEqual([['长江', 5]])
  expect(those(['长江', 5], ['了吧', 0, undefined, true])).toEqual([
    ['长江', 5],
    ['了吧', 0],
  ])
})

test('where one word of a short part stands nowhere none of that part counts, and those of others do', () => {
  expect(
    those(
      ['米', 4, '米的产量'],
      ['产量', 0, '米的产量'],
      ['长江', 5, '长江水'],
      ['水', 3, '长江水'],
      ['汉江', 2],
    ),
  ).toEqual([
    ['米', 0],
    ['产量', 0],
    ['长江', 5],
    ['水', 3],
    ['汉江', 2],
  ])
  // One of no short part takes no other with it.
  expect(those(['台风', 0], ['长江', 5])).toEqual([
    ['台风', 0],
    ['长江', 5],
  ])
})
