import { expect, test } from 'vitest'
import { readLabelled } from '../../src/sources/index.ts'
import { textOf } from '../support/epaper-sites.ts'

const read = (text: string) => readLabelled('a.txt', text)?.articles.map(textOf)

const article = {
  headline: '新桥今日合龙',
  kicker: [],
  deck: [],
  author: ['林一'],
  body: ['第一段写了开工的日子。', '第二段写了谁来参加。'],
  captions: [],
  date: '2026-07-18',
  page: '03',
}
const BODY = '第一段写了开工的日子。\n第二段写了谁来参加。'

test.each([
  [
    'with a name for the text',
    `标题：新桥今日合龙\n日期：2026-07-18\n版次：第03版\n作者：林一\n正文：\n${BODY}`,
  ],
  [
    'with the text beside its name',
    `标题: 新桥今日合龙\n发布时间: 2026年7月18日 08:30\n版面: 3\n作者: 林一\n内容: ${BODY}`,
  ],
  [
    'in brackets',
    `【标题】新桥今日合龙\n【日期】2026年7月18日\n【版次】03\n【作者】林一\n${BODY}\n（责任编辑：王某）`,
  ],
  [
    'in English, with a blank line between each',
    `Title: 新桥今日合龙\n\nDate: 18 July 2026\n\nPage: 3\n\nAuthor: 林一\n\n${BODY}`,
  ],
  [
    'with blanks inside names, of Windows',
    `\ufeff标　题：新桥今日合龙\r\n日　期：20260718\r\n版　次：03\r\n作　者：林一\r\n\r\n　　${BODY.replace('\n', '\r\n　　')}`,
  ],
  [
    'as TRS writes them',
    `<REC>\n<标题>=新桥今日合龙\n<日期>=2026.07.18\n<版次>=03\n<作者>=林一\n<正文>=${BODY}`,
  ],
  [
    'with what it tells below each name',
    `标题：\n新桥今日合龙\n日期：\n2026-07-18\n版次：03\n作者：林一\n\n${BODY}`,
  ],
  [
    'with names of something else',
    `标题：新桥今日合龙\n链接：http://a.example/1\n日期：2026-07-18\n版次：03\n作者：林一\n关键词：桥 河\n\n${BODY}`,
  ],
])('facts above a text are read %s', (_case, text) => {
  expect(read(text)).toEqual([article])
})

test.each([
  ['blank lines', '\n\n\n'],
  ['a rule', '\n==========\n'],
  ['nothing', '\n'],
])('articles are parted by %s, and each has its own facts', (_case, between) => {
  const text = ['一', '二', '三']
    .map((it) => `标题：第${it}座桥合龙\n日期：2026-07-18\n来源：江城日报\n\n第${it}座桥的正文。`)
    .join(between)
  expect(readLabelled('a.txt', text)?.articles).toMatchObject(
    ['一', '二', '三'].map((it, at) => ({
      headline: `第${it}座桥合龙`,
      date: '2026-07-18',
      paper: '江城日报',
      body: [{ text: `第${it}座桥的正文。` }],
      position: 1 + at * (4 + between.split('\n').length - 1),
    })),
  )
})

test('a title without a text is none, and the next one is read', () => {
  const text = '标题：甲\n日期：2026-07-18\n\n标题：乙桥合龙\n日期：2026-07-19\n\n乙的正文。'
  expect(readLabelled('a.txt', text)?.articles).toMatchObject([{ headline: '乙桥合龙', date: '2026-07-19' }])
})

test('of a fact that is told twice the first counts', () => {
  const text = '标题：新桥合龙\n来源：江城日报\n日期：2026-07-18\n来源：河东晚报\n\n桥合龙了。'
  expect(readLabelled('a.txt', text)?.articles).toMatchObject([{ paper: '江城日报', date: '2026-07-18' }])
})

test('where a fact is left empty, the text below is none of the facts', () => {
  const text = `标题：新桥今日合龙\n日期：2026-07-18\n作者：\n${BODY}`
  expect(read(text)).toMatchObject([{ author: [], body: article.body }])
})

test('behind a blank line a name that tells nothing of an article begins the text', () => {
  const text = `标题：新桥今日合龙\n日期：2026-07-18\n\n地点：江边广场。\n\n${BODY}`
  expect(read(text)).toMatchObject([{ body: ['地点：江边广场。', ...article.body] }])
})

test('lines with a colon in a text stay there', () => {
  const lines = ['时间：明天上午九点。', '地点：江边广场。', '问：为什么？', '答：因为桥合龙了。']
  const text = `标题：新桥今日合龙\n日期：2026-07-18\n\n第一段。\n${lines.join('\n')}`
  expect(read(text)).toMatchObject([{ body: ['第一段。', ...lines] }])
})

test.each([
  ['text without names', '新桥今日合龙\n\n第一段写了开工的日子。'],
  ['a title alone', '标题：新桥今日合龙\n\n第一段写了开工的日子。'],
  ['facts below the beginning of a page', `江城日报\n标题：新桥今日合龙\n日期：2026-07-18\n${BODY}`],
  ['facts without a text', '标题：新桥今日合龙\n日期：2026-07-18\n'],
  ['nothing', ''],
])('%s is no text with facts above', (_case, text) => {
  expect(readLabelled('a.txt', text)).toBeUndefined()
})
