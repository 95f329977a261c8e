import { expect, test } from 'vitest'
import { scoringTerms } from '../../../src/search/opensearch/score-terms.ts'

/** Holders of each term, of 1000 articles. */
const frequencies: Readonly<Record<string, number>> = { 的: 900, 市: 300, 长江: 20, 鲟: 2 }
const counts = { documentCount: 1000, documentFrequency: (term: string) => frequencies[term] ?? 0 }
const boosts = { headline: 3, body: 1, byline: 0 }
const terms = ['的', '长江', '市', '鲟'].map((term) => ({ term, boosts }))
const query = (term: string, field: string, boost: number) => ({ term: { [field]: { value: term, boost } } })
const queries = (...names: readonly string[]) =>
  names.flatMap((term) => [query(term, 'headline', 3), query(term, 'body', 1)])

test('every term is asked for in each field that it is worth something in, as long as there is room', () => {
  expect(scoringTerms(terms, counts, 8)).toEqual({
    queries: queries('的', '长江', '市', '鲟'),
    cut: undefined,
  })
})

test('where there is less room those terms are left out that say least, each in all its fields', () => {
  expect(scoringTerms(terms, counts, 7)).toEqual({
    queries: queries('鲟', '长江', '市'),
    cut: { kept: 3, of: 4 },
  })
  expect(scoringTerms(terms, counts, 4)).toEqual({ queries: queries('鲟', '长江'), cut: { kept: 2, of: 4 } })
  expect(scoringTerms(terms, counts, 1)).toEqual({ queries: [], cut: { kept: 0, of: 4 } })
})

test('what is worth much in a field says more than what is as rare', () => {
  const dear = { term: '市', boosts: { body: 90 } }
  expect(scoringTerms([...terms, dear], counts, 1).queries).toEqual([query('市', 'body', 90)])
})

test('of any number of terms a server is asked for 240 clauses at most', () => {
  const many = Array.from({ length: 300 }, (_, i) => ({ term: `${i}`, boosts: { body: 1 } }))
  const { queries: asked, cut } = scoringTerms(many, counts, 1000)
  expect(asked).toHaveLength(240)
  expect(cut).toEqual({ kept: 240, of: 300 })
  expect(scoringTerms(many.slice(0, 240), counts, 1000).cut).toBeUndefined()
})
