import { beforeAll, describe, expect, test } from 'vitest'
import { normalise } from '../../src/language/index.ts'
import { createSearch, type SearchEngine } from '../../src/search/index.ts'
import { namesExplainedIn } from '../../src/search/names/explained-names.ts'
import { buildArticle } from '../support/build-article.ts'
import { archiveOf } from '../support/seed-articles.ts'
import { tokeniser } from '../support/tokeniser.ts'

const news = [
  ['开幕', '第二届松原国际竹艺贸易交易会（以下简称“竹贸会”）今天开幕。'],
  ['观众满意', '竹贸会的展台前排起了队。'],
  ['筹备', '竹艺贸易交易会的筹备已经半年。'],
  ['无关', '松原今天下雨。'],
].map(([headline = '', text = '']) => buildArticle({ headline, paragraphs: [text] }))

let search: SearchEngine
beforeAll(async () => {
  search = createSearch(tokeniser, archiveOf(news))
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

test.each([
  ['松原竹艺交易大会，简称竹艺会，每年一次。', '竹艺会', '竹艺交易大会'],
  ['昨夜，岚湖奇石队又称怪石队，拿下首胜。', '怪石队', '岚湖奇石队'],
  ['昨夜，岚湖奇石队又称怪石队，拿下首胜。', '岚湖奇石队', '怪石队'],
  ['青冈果俗称“橡子”，可以入药。', '青冈果', '橡子'],
])('running text explains as well: %s', (text, name, other) => {
  expect(namesExplainedIn([normalise(text)], name)).toEqual([other])
})

test('a clause behind 也称 that is no name is none', () => {
  expect(namesExplainedIn([normalise('专家也称这次竹艺展的规模前所未有地大，值得一看。')], '专家')).toEqual(
    [],
  )
})

test('a name that running text explains finds what calls it otherwise', async () => {
  const more = ['岚湖奇石队又称怪石队，成立于1990年。', '怪石队拿下首胜。'].map((text, i) =>
    buildArticle({ headline: `体坛${i}`, paragraphs: [text] }),
  )
  const engine = createSearch(tokeniser, archiveOf(more))
  await engine.add(more)
  const { hits } = await engine.search('岚湖奇石队')
  expect(hits.map((it) => it.article.headline)).toContain('体坛1')
})

test('quotation marks turn it off', async () => {
  const { otherNames, hits } = await search.search('"竹贸会"')
  expect(otherNames).toEqual([])
  expect(hits.map((it) => it.article.headline)).not.toContain('筹备')
})

test('another form of a number is found, and is no other name', async () => {
  const more = ['三百万元', '300万元', '3000000元'].map((text, i) =>
    buildArticle({ headline: `捐款${i}`, paragraphs: [`共收到${text}。`] }),
  )
  const engine = createSearch(tokeniser, archiveOf(more))
  await engine.add(more)
  const { otherNames, hits } = await engine.search('300万')
  expect(otherNames).toEqual([])
  expect(hits.length).toBeGreaterThan(1)
})

test('what is explained first today is known at once', async () => {
  const more = [
    buildArticle({ headline: '赛事', paragraphs: ['青禾少年机器人挑战赛(简称:青机赛)落幕。'] }),
    buildArticle({ headline: '冠军', paragraphs: ['少年夺得机器人挑战赛冠军。'] }),
  ]
  const later = createSearch(tokeniser, archiveOf([...news, ...more]))
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
