import { expect, test } from 'vitest'
import { readTable } from '../../src/sources/index.ts'

const rows = [
  ['新桥今日合龙', '2026-07-18', '第一段，写了“开工”。\n第二段;写了谁来参加。'],
  ['旧桥明日封闭', '2026-07-19', '封闭一年。'],
]
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
const table = (delimiter: string, end = '\n') =>
  [['标题', '日期', '正文'], ...rows.map((row) => row.map(quoted))].map((it) => it.join(delimiter)).join(end)

const articles = [
  {
    headline: '新桥今日合龙',
    date: '2026-07-18',
    position: 1,
    body: [{ text: '第一段，写了“开工”。' }, { text: '第二段;写了谁来参加。' }],
  },
  { headline: '旧桥明日封闭', date: '2026-07-19', position: 2, body: [{ text: '封闭一年。' }] },
]

test.each([
  ['commas', table(',')],
  ['semicolons', table(';')],
  ['tabs', table('\t')],
  ['bars', table('|')],
  ['a byte order mark and ends of Windows', `\ufeff${table(',', '\r\n')}\r\n`],
  ['a title and what parts the columns above', `sep=,\n2026年稿件\n${table(',')}`],
])('a table with %s gives an article a row', (_case, text) => {
  expect(readTable('a.csv', text)).toMatchObject({ form: 'table', articles, warnings: [] })
})

test('columns have the names of records, HTML is read, and the path tells what no column does', () => {
  const text =
    'id,article_title,body_html,byline,page_no\n1,新桥今日合龙,"<p>第一段。</p><p>第二段。</p>",林一,3\n'
  expect(readTable('2026-07-18/a.csv', text).articles).toMatchObject([
    {
      headline: '新桥今日合龙',
      date: '2026-07-18',
      page: '03',
      author: ['林一'],
      body: [{ text: '第一段。' }, { text: '第二段。' }],
    },
  ])
})

test('rows that are damaged or without a text are counted, and the others are read', () => {
  const text = `${table(',')}\n没有正文,2026-07-20,\n"没有结尾,2026-07-21,正文`
  const { articles: found, warnings } = readTable('a.csv', text)
  expect(found).toMatchObject(articles)
  expect(warnings).toEqual([expect.stringContaining('1 row is damaged'), '1 row is without a text'])
})

test('what stands above the names of the columns has five lines at most', () => {
  const below = (lines: number) => `${'2026年稿件\n'.repeat(lines)}${table(',')}`
  expect(readTable('a.csv', below(5)).articles).toMatchObject(articles)
  expect(readTable('a.csv', below(6)).articles).toEqual([])
})

test('a cell of blanks is empty: another column may tell the same', () => {
  const text = '标题,题目,正文\n  ,新桥今日合龙,第一段。\n'
  expect(readTable('a.csv', text).articles).toMatchObject([{ headline: '新桥今日合龙' }])
})

test('a table of titles alone says that it lacks the texts', () => {
  const { warnings } = readTable('a.csv', '标题,日期\n新桥今日合龙,2026-07-18\n')
  expect(warnings).toEqual([expect.stringContaining('names no column')])
})

test('a table of something else says which columns it lacks', () => {
  expect(readTable('a.csv', '姓名,电话\n林一,123\n')).toEqual({
    form: 'table',
    articles: [],
    empty: 'no article',
    warnings: [expect.stringContaining('正文')],
  })
})
