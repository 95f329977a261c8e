import { expect, test } from 'vitest'
import { createSearch } from '../../src/search/index.ts'
import { SPOKEN_LAND } from '../../src/search/names/spoken-land.ts'
import { SPOKEN_LIFE } from '../../src/search/names/spoken-life.ts'
import { SPOKEN_MONEY } from '../../src/search/names/spoken-money.ts'
import { SPOKEN_ROADS } from '../../src/search/names/spoken-roads.ts'
import { SPOKEN_STATE } from '../../src/search/names/spoken-state.ts'
import { writtenWordsOf } from '../../src/search/names/spoken-words.ts'
import { buildArticle } from '../support/build-article.ts'
import { archiveOf } from '../support/seed-articles.ts'
import { tokeniser } from '../support/tokeniser.ts'

/** Searches a few articles, each with this one paragraph; gives the headlines found, which are their numbers. */
async function find(paragraphs: readonly string[], query: string) {
  const articles = paragraphs.map((text, i) => buildArticle({ headline: `${i + 1}`, paragraphs: [text] }))
  const search = createSearch(tokeniser, archiveOf(articles))
  await search.add(articles)
  const { hits, otherNames } = await search.search(query)
  return { otherNames, found: hits.map(({ article }) => article.headline).toSorted() }
}

test.each([
  ['one word', '发烧', '患者出现发热。'],
  ['words that the segmenter parts', '电瓶车着火', '电动自行车火灾多发。'],
  ['in Traditional characters', '墊高速費 過路費', '通行费下调。'],
  ['in a question', '多大年纪能考驾照', '机动车驾驶证申领年龄放宽。'],
])('what news writes is found by what is said: %s', async (_case, query, paragraph) => {
  expect((await find([paragraph, '长江水位上涨。'], query)).found).toEqual(['1'])
})

test('what is said is not found by what news writes', async () => {
  expect((await find(['孩子发烧了。', '患者出现发热。'], '发热')).found).toEqual(['2'])
})

test('an article that says what was typed comes first', async () => {
  const articles = ['患者出现发热。', '孩子发烧了。'].map((text, i) =>
    buildArticle({ headline: `${i + 1}`, paragraphs: [text] }),
  )
  const search = createSearch(tokeniser, archiveOf(articles))
  await search.add(articles)
  const { hits } = await search.search('发烧')
  expect(hits.map(({ article }) => article.headline)).toEqual(['2', '1'])
})

test('quotation marks turn it off, and what was looked for is told', async () => {
  expect((await find(['患者出现发热。', '孩子发烧了。'], '"发烧"')).found).toEqual(['2'])
  expect((await find(['患者出现发热。'], '发烧')).otherNames).toEqual([{ text: '发烧', names: ['发热'] }])
})

test('words of several meanings, and words of the news, lead nowhere', () => {
  const words = ['发热', '加油', '走了', '打的', '放水', '出口', '收入', '']
  expect(words.filter((it) => writtenWordsOf(it).length > 0)).toEqual([])
})

const LINES = [SPOKEN_LIFE, SPOKEN_MONEY, SPOKEN_ROADS, SPOKEN_STATE, SPOKEN_LAND].flatMap((it) =>
  it.split('\n'),
)

test('each line says what is said and what is written, in words of two characters or more', () => {
  for (const line of LINES)
    expect(line).toMatch(/^[\p{sc=Han}a-z0-9]{2,8}(?: [\p{sc=Han}a-z0-9]{2,8})* > \S{1,16}(?: \S{1,16})*$/u)
  const pairs = LINES.map((line) => {
    const [said = [], written = []] = line.split(' > ').map((it) => it.split(' '))
    return said.length * written.length
  })
  expect(pairs.reduce((sum, it) => sum + it, 0)).toBeGreaterThan(1400)
})

test('nothing is said to be written as a longer word that holds it: that is found anyway', () => {
  const useless = LINES.filter((line) => {
    const [said = [], written = []] = line.split(' > ').map((it) => it.split(' '))
    return said.some((it) => written.every((word) => word.includes(it)))
  })
  expect(useless).toEqual([])
})
