import { expect, test } from 'vitest'
import { readPage } from '../../../src/corpus/articles/read-page.ts'

const TEXT = `　　清晨的集市上人来人往，菜农们把刚摘的蔬菜摆上摊位，等着
第一批顾客。今年雨水充足，蔬菜长得好，价格比去年低了一成，买
菜的人都很高兴。
　　管理处的人说，集市每天接待三千多人，新修的道路让进城的车
快了半小时。`

const articles = (text: string) => readPage({ file: 'page.txt', text }).articles

test.each([
  ['two names', '集市清晨人声沸', '张剑 杨二', ['张剑', '杨二']],
  ['one name', '集市清晨人声沸', '申维辰', ['申维辰']],
  ['a name of a writer, which is no usual one,', '集市清晨人声沸腾', '士心', ['士心']],
  ['a name as wide as the title', '说集市', '申维辰', ['申维辰']],
  ['a reporter abroad', '集市清晨人声沸', '本报驻巴西 记者 李萌', ['李萌']],
  ['a foreign name', '集市清晨人声沸', '玛丽娜·拉古什', ['玛丽娜·拉古什']],
  ['a name behind a mark', '集市清晨人声沸', '\n■李萌', ['李萌']],
  ['a commentator', '集市清晨人声沸', '本报评论员', ['本报评论员']],
  ['names behind a dash, with a place', '集市清晨人声沸', '——李东旭 马丽静（辽宁）', ['李东旭', '马丽静']],
  ['names in brackets', '集市清晨人声沸', '\n（范春生 于力）', ['范春生', '于力']],
])('%s under a title are its byline', (_case, title, names, byline) => {
  expect(articles(`${title}\n${names}\n\n${TEXT}\n`)).toMatchObject([{ headline: title, byline }])
})

test('marked names in a list are items of it', () => {
  const list = '■ 李萌\n■ 张剑\n■ 王二'
  expect(articles(`全市集市改造\n\n${TEXT}\n\n${list}\n\n${TEXT}\n`)).toMatchObject([{ byline: [] }])
})

test('the end of a title that begins like a name stays in it', () => {
  expect(articles(`全市集市改造\n高质量\n\n${TEXT}\n`)).toMatchObject([{ byline: [] }])
})

test.each([
  ['a word', '全市集市改造提升工程动工', '建设'],
  ['words that the text speaks of', '管理处新修道路让车进城快了', '接待客'],
  ['a word over the line end', '全市集市改造提升工程今日召开会', '议议'],
  ['a particle', '全市集市改造提升工程查处渎职', '和士心'],
])('a short line under a title that is %s stays in it', (_case, title, line) => {
  const [{ headline, byline } = { headline: '', byline: [] }] = articles(`${title}\n${line}\n\n${TEXT}\n`)
  expect([headline.replace(' ', ''), byline]).toEqual([title + line, []])
})

test.each([
  ['an open quotation mark', '集市打造“全城', '菜篮子”品牌', '集市打造“全城菜篮子”品牌'],
  ['an open bracket', '市场管理处（扩大', '）会议研究蔬菜供应', '市场管理处（扩大）会议研究蔬菜供应'],
  [
    'a word that wants another',
    '集市管理处会议暨',
    '蔬菜供应座谈会召开',
    '集市管理处会议暨蔬菜供应座谈会召开',
  ],
])('a title with %s goes on behind a blank line', (_case, first, second, headline) => {
  expect(articles(`${first}\n\n${second}\n\n${TEXT}\n`)).toMatchObject([{ headline }])
})

test('a note on the author is no headline', () => {
  const note = `${TEXT}\n　　（作者系某某大学农学院教授、\n博士生导师）`
  const found = articles(`集市修路进城快\n\n${TEXT}\n\n${note}\n`)
  expect(found.filter(({ headline }) => headline.includes('作者'))).toEqual([])
})

test('a reader who signs with a place closes an article', () => {
  const letter = `${TEXT.slice(0, -1)}。（江西\n玉山县李芳琴）`
  const found = articles(`集市修路进城快\n\n${letter}\n\n集市清晨人声沸\n\n${TEXT}\n`)
  expect(found.map(({ headline, byline }) => [headline, byline])).toEqual([
    ['集市修路进城快', ['李芳琴']],
    ['集市清晨人声沸', []],
  ])
})

test.each([
  ['a name that stands nowhere in the text is its byline', '董子义', ['集市早，菜农更早', ['董子义']]],
  ['a name that the text speaks of stays in it', '李大山', ['集市早，菜农更早李大山', []]],
])('under a title with a comma, %s', (_case, last, expected) => {
  const [article] = articles(`集市早，菜农更早\n${last}\n\n${TEXT}菜农李大山说，日子有了奔头。\n`)
  expect([article?.headline, article?.byline]).toEqual(expected)
})
