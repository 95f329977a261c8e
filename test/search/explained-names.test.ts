import { beforeAll, describe, expect, test } from 'vitest'
import { createTokeniser, openSegmenter } from '../../src/language/index.ts'
import { createSearch, type SearchEngine } from '../../src/search/index.ts'
import { namesExplainedIn } from '../../src/search/names/explained-names.ts'
import { buildArticle } from '../support/build-article.ts'
import { archiveOf } from '../support/seed-articles.ts'

const news = [
  ['开幕', '第二届松原国际竹艺贸易交易会（以下简称“竹贸会”）今天开幕。'],
  ['观众满意', '竹贸会的展台前排起了队。'],
  ['筹备', '竹艺贸易交易会的筹备已经半年。'],
  ['无关', '松原今天下雨。'],
].map(([headline = '', text = '']) => buildArticle({ headline, paragraphs: [text] }))

let search: SearchEngine
beforeAll(async () => {
  search = createSearch(createTokeniser(await openSegmenter()), archiveOf(news))
  await search.add(news)
})
const headlines = async (query: string) =>
  (await search.search(query)).hits.map((it) => it.article.headline).toSorted()

test('a short form that the archive explains finds its full name, and the other way round', async () => {
  expect(await headlines('竹贸会')).toEqual(['开幕', '筹备', '观众满意'].toSorted())
  expect(await headlines('竹艺贸易交易会')).toContain('观众满意')
})

test('the answer tells which names were looked for', async () => {
  expect((await search.search('竹贸会')).otherNames).toEqual([{ text: '竹贸会', names: ['竹艺贸易交易会'] }])
})

test('quotation marks turn it off', async () => {
  const { otherNames, hits } = await search.search('"竹贸会"')
  expect(otherNames).toEqual([])
  expect(hits.map((it) => it.article.headline)).not.toContain('筹备')
})

test('what is explained first today is known at once', async () => {
  const more = [
    buildArticle({ headline: '赛事', paragraphs: ['青禾少年机器人挑战赛(简称:青机赛)落幕。'] }),
    buildArticle({ headline: '冠军', paragraphs: ['少年夺得机器人挑战赛冠军。'] }),
  ]
  const later = createSearch(createTokeniser(await openSegmenter()), archiveOf([...news, ...more]))
  await later.add(news)
  expect((await later.search('青机赛')).otherNames).toEqual([])
  await later.add(more)
  expect((await later.search('青机赛')).otherNames[0]?.names).toEqual(['青禾少年机器人挑战赛'])
})

describe('what a text explains', () => {
  test.each([
    ['松原大学(以下简称松大)成立。', '松大', ['松原大学']],
    ['区域全面伙伴协定(简称"qxp")生效。', 'qxp', []],
    ['柳湾古镇(又称石头镇)开放。', '柳湾古镇', ['石头镇']],
    ['松原大学成立。', '松大', []],
    ['(以下简称松大)', '松大', []],
  ])('%s %s', (text, name, names) => {
    expect(namesExplainedIn([text], name)).toEqual(names)
  })
})
