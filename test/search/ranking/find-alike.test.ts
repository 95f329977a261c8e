import { expect, test } from 'vitest'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { findAlike } from '../../../src/search/ranking/alike.ts'
import type { CandidateSource } from '../../../src/search/ranking/candidate-source.ts'
import { planQuery } from '../../../src/search/ranking/query-plan.ts'
import { tokeniser } from '../../support/tokeniser.ts'

const plan = planQuery(parseQuery('长江').understood, tokeniser)
const meaning = { vector: Float32Array.of(1), least: 0.7 }
const FILTER = { section: '要闻' }

const candidate = (id: string, score: number, headline = '') => ({
  id,
  date: 0,
  number: 1,
  score,
  complete: false,
  bound: { headline, partsHeld: [undefined] },
})
const found = (...candidates: readonly ReturnType<typeof candidate>[]) => ({
  candidates,
  total: candidates.length,
  completeCount: 0,
  clauses: [],
})

const knowsNothing: CandidateSource = {
  find: async () => found(),
  nearest: async () => [],
  headlines: async () => [],
  apply: async () => {},
  state: async () => ({ documents: 0, revision: 0 }),
}

/** A source whose headlines are alike as told, and what it was asked. */
function sourceOf(likeness: Readonly<Record<string, number>>) {
  const asked: unknown[] = []
  const source: CandidateSource = {
    ...knowsNothing,
    alike: async (_vector, wanted) => {
      asked.push(wanted)
      return Object.entries(likeness).map(([id, it]) => ({ id, date: 20240608, number: 5, likeness: it }))
    },
  }
  return { source, asked }
}

test('where the terms have found nothing, headlines that mean nearly the same are candidates', async () => {
  const { source, asked } = sourceOf({ a: 0.9, b: 0.7 })
  const { candidates, worthOf } = await findAlike(found(), meaning, plan, FILTER, source)
  expect(asked).toEqual([{ filters: [plan.filter, FILTER], least: 0.7, limit: 100, others: [] }])
  expect(
    candidates.map(({ id, date, number, score, complete }) => [id, date, number, score, complete]),
  ).toEqual([
    ['a', 20240608, 5, 0, false],
    ['b', 20240608, 5, 0, false],
  ])
  expect(candidates.map(worthOf)).toEqual([1.8, 1.4])
})

test('where they have found some, those alone are weighed, as shares of the best that one of them may come to', async () => {
  const { source, asked } = sourceOf({ a: 0.5, b: -0.2 })
  // 长江 in the headline makes it twice as good at most.
  const some = found(candidate('a', 3), candidate('b', 4), candidate('c', 2, '长江'))
  const { candidates, worthOf } = await findAlike(some, meaning, plan, {}, source)
  expect(asked).toMatchObject([{ limit: 0, others: ['a', 'b', 'c'] }])
  expect(candidates).toEqual([])
  // What means the opposite, and what nothing is known of, is worth no less for that.
  expect(some.candidates.map(worthOf)).toEqual([2 * 8 * 0.5, 0, 0])
})

test('a source that knows no meanings adds nothing', async () => {
  const { candidates, worthOf } = await findAlike(found(), meaning, plan, {}, knowsNothing)
  expect(candidates).toEqual([])
  expect(worthOf(candidate('a', 1))).toBe(0)
})
