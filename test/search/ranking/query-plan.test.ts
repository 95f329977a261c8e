import { expect, test } from 'vitest'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { planQuery } from '../../../src/search/ranking/query-plan.ts'
import { tokeniser } from '../../support/tokeniser.ts'

test('what is no word of the query, but a pair of its characters, weighs less than its words in every field', () => {
  const { terms } = planQuery(parseQuery('长江 水利工程').understood, tokeniser)
  const boostsOf = (term: string) => terms.find((it) => it.term === term)?.boosts ?? {}
  const [word, pair] = [boostsOf('长江'), boostsOf('利工')]
  expect(Object.keys(pair)).toEqual(Object.keys(word))
  expect(word['headline']).toBeGreaterThan(word['body'] ?? 0)
  for (const [field, weight = 0] of Object.entries(pair)) {
    expect(weight).toBeGreaterThan(0)
    expect(weight).toBeLessThan((word[field] ?? 0) / 2)
  }
})

test.each([
  ['长江的水', ['长江', '水']],
  ['米的产量', ['米', '产量']],
])('%s is two words, of which neither must be held', (query, words) => {
  const { clauses } = planQuery(parseQuery(query).understood, tokeniser)
  expect(clauses.map(({ alternatives }) => alternatives[0]?.text)).toEqual(words)
  expect(clauses.map(({ required, shortPart }) => [required, shortPart])).toEqual([
    [false, query],
    [false, query],
  ])
})

test.each(['GDP', 'GDP 国内生产总值', '国内生产总值 GDP', 'GDP 国内 GDP'])(
  'in %s each word that was typed weighs whole, a word of another name less, whichever comes first',
  (query) => {
    const plan = planQuery(parseQuery(query).understood, tokeniser)
    const weights = new Map(plan.terms.map(({ term, boosts }) => [term, boosts.headline ?? 0]))
    const typed = new Set(query.split(' ').flatMap((it) => tokeniser.wordsOf(it).map(({ text }) => text)))
    const whole = Math.max(...weights.values())
    expect([...typed].map((word) => weights.get(word))).toEqual([...typed].map(() => whole))
    const others = tokeniser.wordsOf('国内生产总值').filter(({ text }) => !typed.has(text))
    for (const { text } of others) {
      expect(weights.get(text)).toBeLessThan(whole)
      expect(weights.get(text)).toBeGreaterThan(0)
    }
  },
)
