import { expect, test } from 'vitest'
import { createSearch } from '../../src/search/index.ts'
import { allNames, otherNamesOf } from '../../src/search/names/other-names.ts'
import { buildArticle } from '../support/build-article.ts'
import { archiveOf } from '../support/seed-articles.ts'
import { tokeniser } from '../support/tokeniser.ts'

/** Searches a few articles, each with this one paragraph; gives the headlines found, which are their numbers. */
async function find(paragraphs: readonly string[], query: string) {
  const articles = paragraphs.map((text, i) => buildArticle({ headline: `${i + 1}`, paragraphs: [text] }))
  const search = createSearch(tokeniser, archiveOf(articles))
  await search.add(articles)
  const { hits, otherNames, ...result } = await search.search(query)
  return { ...result, otherNames, hits, found: hits.map(({ article }) => article.headline).toSorted() }
}

test.each([
  ['一个简称', '发改委通知', ['国家发展改革委发出通知。', '发改委发出通知。', '长江水位上涨。']],
  ['全称', '国家发展和改革委员会', ['国家发展改革委发出通知。', '发改委发出通知。', '长江水位上涨。']],
  ['Latin letters', 'WTO', ['世贸组织开会。', '世界贸易组织开会。', '长江水位上涨。']],
  ['a regional name', '川普', ['特朗普发表讲话。', '川普发表讲话。', '长江水位上涨。']],
  ['an everyday word', '楼市', ['房地产市场回暖。', '楼市回暖。', '长江水位上涨。']],
])('other names are found: %s', async (_case, query, paragraphs) => {
  expect((await find(paragraphs, query)).found).toEqual(['1', '2'])
})

test('words that a mark parts are no name', async () => {
  expect((await find(['WTO开会。'], '世界贸易组织')).found).toEqual(['1'])
  expect((await find(['WTO开会。'], '世界、贸易组织')).found).toEqual([])
})

test('quotation marks turn other names off', async () => {
  expect((await find(['国家发展改革委发出通知。', '发改委发出通知。'], '"发改委"')).found).toEqual(['2'])
})

test('other names that stand in the archive are told', async () => {
  const { otherNames } = await find(['国家发展改革委发出通知。', '发改委发出通知。'], '发改委 通知')
  expect(otherNames).toEqual([{ text: '发改委', names: ['国家发展改革委'] }])
})

test('another form of a number is found, and told of as no other name', async () => {
  const { found, otherNames } = await find(['国内生产总值增长百分之五。', 'GDP增长5%。'], 'GDP 增长5%')
  expect(found).toEqual(['1', '2'])
  expect(otherNames.map(({ text }) => text)).toEqual(['GDP'])
})

test('a name in capital letters is told once', async () => {
  const { otherNames } = await find(['国内生产总值增长百分之五。', 'GDP增长。'], 'GDP 增长')
  expect(otherNames.map(({ text }) => text)).toEqual(['GDP'])
})

test('a name found by another one is marked in the excerpt', async () => {
  const { hits } = await find(['国家发展改革委发出通知。'], '发改委')
  const [excerpt] = hits[0]?.excerpts ?? []
  expect(excerpt?.highlights.map((range) => excerpt.text.slice(...range))).toEqual(['国家发展改革委'])
})

test('at least 400 names are known, each way', () => {
  expect(Array.from(allNames()).length).toBeGreaterThan(800)
  for (const name of ['发改委', '国内生产总值', '楼市', '新西兰', 'gdp'])
    for (const other of otherNamesOf(name)) expect(otherNamesOf(other)).toContain(name)
})

test.each([
  ['神舟二十号', '神舟20号飞船发射。'],
  ['神舟20号', '神舟二十号飞船发射。'],
  ['增长百分之五', '同比增长5%。'],
  ['增长5%', '同比增长百分之五。'],
  ['一点七八万亿', '总额达1.78万亿元。'],
  ['80周年', '纪念八十周年。'],
  ['二十人', '到场20人。'],
  ['gdp', '核心产业增加值占GDP15%以上。'],
])('a number is one in any form: %s finds %s', async (query, text) => {
  expect((await find([text, '长江水位上涨。'], query)).found).toEqual(['1'])
})

test.each([
  ['5%', '共有5人。'],
  ['5%', '上涨15%。'],
])('%s is not in %s', async (query, text) => {
  const { hits, relaxed } = await find([text], query)
  expect(hits.length === 0 || relaxed.length > 0).toBe(true)
})
