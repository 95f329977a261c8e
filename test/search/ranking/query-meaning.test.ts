import { expect, test } from 'vitest'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { meaningOfQuery } from '../../../src/search/ranking/query-meaning.ts'
import { tokeniser } from '../../support/tokeniser.ts'

const leastFor = (query: string) => meaningOfQuery(parseQuery(query).understood, tokeniser)?.least ?? 0

test('a headline must be more like one word than like two, and one word stays one if it is said twice or beside a character', () => {
  const [one, two] = [leastFor('房价'), leastFor('房价 下跌')]
  expect(one).toBeGreaterThan(two)
  expect(two).toBeGreaterThan(0.5)
  expect(['房价 房价', '房价 跌', '跌 房价'].map(leastFor)).toEqual([one, one, one])
})

test('characters and numbers are like no headline enough, whatever they mean', () => {
  for (const query of ['跌', '跌 涨', '4711']) expect(leastFor(query)).toBeGreaterThan(1)
  expect(meaningOfQuery(parseQuery('，。').understood, tokeniser)).toBeUndefined()
})
