import { expect, test } from 'vitest'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { findAlike } from '../../../src/search/ranking/alike.ts'
import type { CandidateSource } from '../../../src/search/ranking/candidate-source.ts'
import { planQuery } from '../../../src/search/ranking/query-plan.ts'
import { tokeniser } from '../../support/tokeniser.ts'

const plan = planQuery(parseQuery('长江').understood, tokeniser)
/** Headlines are as alike as they mean the same, and tell themselves how much of the query they say. */
const meaning = {
  vector: Float32Array.of(1),
  likenessTo: (headline: string, cosine: number) => ({ asWhole: cosine, said: Number(headline || 1) }),
  leastCosine: 0.7,
  leastLikeness: { asWhole: 0.6, said: 0.5 },
}
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
function sourceOf(
  cosines: Readonly<Record<string, number>>,
  headlines: Readonly<Record<string, string>> = {},
) {
  const asked: unknown[] = []
  const source: CandidateSource = {
    ...knowsNothing,
    alike: async (_vector, wanted) => {
      asked.push(wanted)
      return Object.entries(cosines).map(([id, cosine]) => ({
        id,
        date: 20240608,
        number: 5,
        headline: headlines[id] ?? '',
        cosine,
      }))
    },
  }
  return { source, asked }
}

test('where the terms have found nothing, headlines that mean nearly the same are candidates', async () => {
  const { source, asked } = sourceOf({ a: 0.9, b: 0.7, c: 0.69, d: 0.2 }, { b: '0.1', c: '0.4' })
  const { candidates, worthOf } = await findAlike(found(), meaning, plan, FILTER, source)
  expect(asked).toEqual([{ plan, filter: FILTER, least: 0.3, limit: 30, others: [] }])
  expect(
    candidates.map(({ id, date, number, score, complete }) => [id, date, number, score, complete]),
  ).toEqual([
    ['a', 20240608, 5, 0, false],
    ['b', 20240608, 5, 0, false],
  ])
  expect(candidates.map(worthOf)).toEqual([3.6, 2.8])
})

test('where they have found some, all are weighed, as shares of the best that one of them may come to', async () => {
  const { source, asked } = sourceOf({ a: 0.5, b: -0.2, c: 0.29 })
  // 长江 in the headline makes it twice as good at most.
  const some = found(candidate('a', 3), candidate('b', 4), candidate('c', 2, '长江'))
  const { candidates, worthOf } = await findAlike(some, meaning, plan, {}, source)
  expect(asked).toMatchObject([{ limit: 30, others: ['a', 'b', 'c'] }])
  expect(candidates).toEqual([])
  // What means the opposite, and what is hardly like it, is worth no less for that.
  expect(some.candidates.map(worthOf)).toEqual([4 * 8 * 0.5, 0, 0])
})

test('where they have found some, only headlines that say enough of the query are candidates beside them', async () => {
  const { source } = sourceOf({ a: 0.9, b: 0.9, c: 0.59, d: 0.6 }, { b: '0.4', d: '0.5' })
  const { candidates } = await findAlike(found(candidate('x', 1)), meaning, plan, {}, source)
  expect(candidates.map((it) => it.id)).toEqual(['a', 'd'])
})

test('a query that finds nothing by what it means asks for no headlines but those of its hits', async () => {
  const { source, asked } = sourceOf({ a: 0.9 })
  const never = { ...meaning, leastCosine: 2, leastLikeness: { asWhole: 2, said: 2 } }
  const { candidates } = await findAlike(found(), never, plan, {}, source)
  expect(asked).toMatchObject([{ limit: 0 }])
  expect(candidates).toEqual([])
})

test('a source that knows no meanings adds nothing', async () => {
  const { candidates, worthOf } = await findAlike(found(), meaning, plan, {}, knowsNothing)
  expect(candidates).toEqual([])
  expect(worthOf(candidate('a', 1))).toBe(0)
})
