import { expect, test } from 'vitest'
import { createSearch } from '../../src/search/index.ts'
import { longNamesIn } from '../../src/search/short-forms.ts'
import { buildArticle } from '../support/build-article.ts'
import { archiveOf } from '../support/seed-articles.ts'
import { tokeniser } from '../support/tokeniser.ts'

const namesIn = (text: string, short: string) => longNamesIn(tokeniser.wordsOf(text), short)

test.each([
  ['one word that ends with its last character', '领取失业保险的人', '失业险', ['失业保险']],
  ['words of which one bears nothing', '购买意外伤害保险后', '意外险', ['意外伤害保险']],
  ['the last word begins with its last character', '数字贸易博览会开幕', '数贸博', ['数字贸易博览会']],
  ['a particle between', '失业的保险', '失业险', []],
  ['two words that bear nothing', '意外伤害赔偿责任保险', '意外险', []],
  ['a mark between', '意外、伤害保险', '意外险', []],
  ['characters in another order', '保险失业', '失业险', []],
  ['no first word', '保险', '失业险', []],
  ['nothing', '', '失业险', []],
])('long names: %s', (_case, text, short, names) => {
  expect(namesIn(text, short)).toEqual(names)
})

/** Searches articles, each with this one paragraph; gives the headlines found, which are their numbers. */
async function find(paragraphs: readonly string[], query: string) {
  const articles = paragraphs.map((text, i) => buildArticle({ headline: `${i + 1}`, paragraphs: [text] }))
  const search = createSearch(tokeniser, archiveOf(articles))
  await search.add(articles)
  const { hits, otherNames } = await search.search(query)
  return { otherNames, found: hits.map(({ article }) => article.headline).toSorted() }
}

const TWO = ['失业保险稳岗返还。', '职工领取失业保险。']

test('a short form that stands nowhere finds the long name, which is told', async () => {
  const { found, otherNames } = await find([...TWO, '长江水位上涨。'], '失业险')
  expect(found).toEqual(['1', '2'])
  expect(otherNames).toEqual([{ text: '失业险', names: ['失业保险'] }])
})

test('beside another word', async () => {
  const { otherNames } = await find([...TWO, '长江水位上涨。'], '失业险 职工')
  expect(otherNames).toEqual([{ text: '失业险', names: ['失业保险'] }])
})

test('a word that stands somewhere is taken for itself', async () => {
  expect((await find([...TWO, '失业险缴费。'], '失业险')).otherNames).toEqual([])
})

test('one article is not enough to tell a name', async () => {
  expect((await find(TWO.slice(1), '失业险')).otherNames).toEqual([])
})

test('quotation marks, numbers at the start and two characters tell no short form', async () => {
  expect((await find(TWO, '"失业险"')).otherNames).toEqual([])
  expect((await find(['第二次集体会议。', '第二次集体学习。'], '第二集')).otherNames).toEqual([])
  expect((await find(TWO, '失险')).otherNames).toEqual([])
})
