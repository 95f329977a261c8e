import { expect, test } from 'vitest'
import { literalOf } from '../../../src/search/query/literal.ts'
import type { TermClause } from '../../../src/search/ranking/query-plan.ts'
import { matchesTermClause, searchableTextOf } from '../../../src/search/ranking/searchable-text.ts'
import { buildArticle } from '../../support/build-article.ts'

const article = buildArticle({
  headline: '大桥通车',
  deck: ['两岸欢庆'],
  byline: ['李霞'],
  paragraphs: ['長江兩岸的居民等了三年。'],
})

function clauseOf(text: string, given: Partial<TermClause> = {}): TermClause {
  const literal = literalOf(text)
  if (!literal) throw new Error('nothing to look for')
  return {
    text,
    literal,
    others: [],
    field: undefined,
    isWord: false,
    isExact: true,
    dates: undefined,
    ...given,
  }
}

test.each([
  ['大桥', undefined, true],
  ['长江两岸', undefined, true],
  ['李霞', undefined, true],
  ['大桥', 'title', true],
  ['两岸欢庆', 'title', true],
  ['居民', 'title', false],
  ['李霞', 'title', false],
  ['李霞', 'byline', true],
  ['大桥', 'byline', false],
  ['居民', 'byline', false],
  // Fields are apart: no word stands across them.
  ['通车两岸', undefined, false],
] as const)('%s in %s: %s', (text, field, holds) => {
  expect(matchesTermClause(searchableTextOf(article), clauseOf(text, { field }))).toBe(holds)
})

test.each([
  ['2024-06-06', false],
  ['2024-06-07', true],
  ['2024-06-08', true],
  ['2024-06-09', true],
  ['2024-06-10', false],
  [undefined, false],
])('an issue of %s will do for words that mean 7 to 9 June: %s', (issueDate, holds) => {
  const text = searchableTextOf(Object.assign({}, article, { issueDate }))
  const dates = { from: '2024-06-07', to: '2024-06-09' }
  expect(matchesTermClause(text, clauseOf('上周末', { dates }))).toBe(holds)
  expect(matchesTermClause(text, clauseOf('居民', { dates }))).toBe(true)
})
