import { expect, test } from 'vitest'
import { createIcuSegmenter, createTokeniser } from '../../../src/language/index.ts'
import { createSearch } from '../../../src/search/index.ts'
import { buildArticle } from '../../support/build-article.ts'
import { archiveOf } from '../../support/seed-articles.ts'
import { tokeniser } from '../../support/tokeniser.ts'

const tokenisers = [tokeniser, createTokeniser(createIcuSegmenter())]
const article = buildArticle({
  headline: '中欧班列开行十年',
  byline: ['张三'],
  paper: '成都日报',
  section: '要闻',
  page: '03',
  issueDate: '2024-06-08',
  paragraphs: ['货运量去年增长５０％。', '沿线城市的市民受益，ＧＤＰ随之增长。'],
})

test.each([
  ['a word', '班列', true],
  ['words that stand apart', '班列 市民', true],
  ['words written as one', '中欧班列货运量', true],
  ['one word of two', '班列 航空', false],
  ['an exclusion that it holds', '班列 -货运', false],
  ['an exclusion that it does not hold', '班列 -客运', true],
  ['a phrase', '"沿线城市"', true],
  ['a phrase that stands in other order', '"城市沿线"', false],
  ['one of two', '航空 OR 班列', true],
  ['a word of the headline in the headline', '标题:班列', true],
  ['a word of the body in the headline', '标题:市民', false],
  ['a reporter', '记者:张三', true],
  ['the section', '栏目:要闻', true],
  ['another section', '班列 栏目:体育', false],
  ['the section in other characters', '栏目:要聞', true],
  ['the paper in other characters', '报:成都日報', true],
  ['the page', '版:3', true],
  ['the paper', '报:日报 班列', true],
  ['a day', '班列 2024-06-08', true],
  ['another day', '班列 2024-06-09', false],
  ['days of which its own is the last', '班列 日期:2024-06-01..2024-06-08', true],
  ['days of which its own is the first', '班列 日期:2024-06-08..2024-06-09', true],
  ['days before it', '班列 日期:2024-06-01..2024-06-07', false],
  ['days after it', '班列 日期:2024-06-09..2024-06-30', false],
  ['a number and a Latin word', '50 gdp', true],
  ['a part of a number', '班列 5', false],
  ['去年 as a word', '去年 班列', true],
  ['particles between words', '沿线城市的受益', true],
  ['particles between words that it does not hold', '沿线城市之受益', true],
  ['several particles between words that it does not hold', '沿线城市的也受益', true],
  ['a misspelling that search would mend', '中欧班例', false],
  ['pinyin that search would read', 'banlie', false],
  ['nothing', '  ', false],
  ['only an exclusion', '-客运', false],
])('a query as a test: %s', (_case, query, expected) => {
  for (const each of tokenisers) expect(createSearch(each, archiveOf([])).test(query)(article)).toBe(expected)
})

test('an article without a day is not of the days that are asked for', () => {
  const { issueDate, ...undated } = article
  expect(issueDate).toBeDefined()
  const search = createSearch(tokeniser, archiveOf([]))
  expect(search.test('班列')(undated)).toBe(true)
  expect(search.test('班列 日期:2024-06-01..2024-06-30')(undated)).toBe(false)
})

test('what is asked for is shown in an article that is not in the index', async () => {
  const search = createSearch(createTokeniser(createIcuSegmenter()), archiveOf([]))
  const { headlineHighlights, excerpts } = search.show('班列 市民', article)
  expect(headlineHighlights.map(([from, to]) => article.headline.slice(from, to))).toEqual(['班列'])
  const bold = excerpts.map(({ text, highlights }) => highlights.map(([from, to]) => text.slice(from, to)))
  expect(bold).toEqual([['市民']])
})

test.each([
  ['at the beginning', '', ''],
  ['far inside', '。'.repeat(30), '。'.repeat(30)],
  ['among other text', '昨天的广场上十分热闹，市民早早来到现场，', '，掌声不断，场面感人，直到傍晚才散去。'],
])(
  'a word that a longer one cuts in two is not found %s, and one that stands whole is',
  (_where, before, behind) => {
    const of = (text: string) => buildArticle({ headline: '合唱', paragraphs: [`${before}${text}${behind}`] })
    // 工人 | 大合唱, and 人大 as a word of its own.
    const holds = createSearch(tokeniser, archiveOf([])).test('人大')
    expect(holds(of('千名工人大合唱'))).toBe(false)
    expect(holds(of('全国人大会议'))).toBe(true)
  },
)

test.each([
  ['人大', '这里的工人大。', false, 'a word that ends in it'],
  ['人大', '每人大合唱一次。', false, 'a word that begins in it'],
  ['大学', '北京大学今天开学。', true, 'a longer word that ends with it'],
  ['北京', '北京大学今天开学。', true, 'a longer word that begins with it'],
])('%s in %s stands whole: %s (%s)', (asked, text, expected) => {
  const article = buildArticle({ headline: '甲', paragraphs: [text] })
  expect(createSearch(tokeniser, archiveOf([])).test(asked)(article)).toBe(expected)
})
