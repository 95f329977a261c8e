import { beforeAll, expect, test } from 'vitest'
import { createSearch, type SearchEngine } from '../../src/search/index.ts'
import { measured } from '../support/measured.ts'
import { archiveOf, readSeedArticles } from '../support/seed-articles.ts'
import { tokeniser } from '../support/tokeniser.ts'

let search: SearchEngine
beforeAll(async () => {
  const articles = await readSeedArticles()
  search = createSearch(tokeniser, archiveOf(articles))
  await search.add(articles)
})

test.each([
  ['4,096 characters', '高质量发展'.repeat(820), 'tooLong'],
  ['2,000 words', '成都 '.repeat(2000), 'tooLong'],
  [
    '4,096 different characters',
    String.fromCodePoint(...Array.from({ length: 4096 }, (_, i) => 0x4e00 + i)),
    'tooLong',
  ],
  ['only particles', '的 了 在', undefined],
  ['only punctuation', '，。、！？……——', 'nothingAsked'],
  ['nothing', '', 'nothingAsked'],
  ['blanks', ' \u3000\n', 'nothingAsked'],
  ['unbalanced quotes', '"成都 大运会', 'unbalancedQuote'],
  ['a page that is none', '版:abc', 'badPage'],
  ['a day that is none', '日期:2024-02-31', 'badDate'],
  ['a pattern', '(成都|重庆).*[a-z]+$', undefined],
  ['a pattern that would take for ever', `(a+)+$ ${'a'.repeat(300)}!`, undefined],
  ['SQL', "'; DROP TABLE articles; --", 'strayOperator'],
  ['HTML', '<b>&"', 'unbalancedQuote'],
  ['emoji', '😀👨‍👩‍👧', 'nothingAsked'],
  ['a lone surrogate', '\uD800成都\uDC00', undefined],
  ['names of JavaScript', 'constructor __proto__ toString', undefined],
  ['replacement patterns', '$& $1 中欧搬列$&', undefined],
  ['operators only', 'OR OR - "" 标题:', 'nothingAsked'],
])('%s get an answer within a second', async (_case, query, problem) => {
  const { result, workMs } = await measured(() => search.search(query, { today: '2024-06-12' }))
  expect(workMs).toBeLessThan(1000)
  const { hits, total, problems } = result
  expect(hits.length).toBeLessThanOrEqual(total)
  const kinds = problems.map((it) => it.kind)
  if (problem === undefined) expect(kinds).toEqual([])
  else expect(kinds).toContain(problem)
})

test.each(['魑魅魍魉', 'xyzzy', '"无中生有的句子"', '标题:薛其坤', '记者:李白', '鑫猫', '99999'])(
  '%s, which stands nowhere, finds nothing',
  async (query) => {
    expect(await search.search(query)).toMatchObject({ total: 0, hits: [], relaxed: [] })
  },
)
