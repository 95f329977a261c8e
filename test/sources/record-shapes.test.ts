import { expect, test } from 'vitest'
import { readJson } from '../../src/sources/index.ts'

const LONG =
  '走进老城，变化随处可见。住户说，以前可不是这样，管道拖了好几年，没有人来修。截至六月底，已有三百户参与改造，年底全部完工。'
const ARTICLES = [
  ['新桥今日合龙通车', '林一', 'A01', '要闻'],
  ['老城管道改造过半', '周文 何山', 'A01', '要闻'],
  ['河边步道全线开放', '陈小雨', 'A02', '民生'],
  ['小学食堂换了新灶', '', 'A02', '民生'],
] as const

/** The articles as records whose keys are named by a function of the thing. */
const records = (keys: Readonly<Record<string, string>>) =>
  ARTICLES.map(([headline, author, page, section], at) => {
    const values: Readonly<Record<string, unknown>> = {
      id: at,
      paper: '江城日报',
      date: '20260718',
      page,
      section,
      headline,
      author,
      body: `${LONG}\n${headline}，${LONG}`,
      status: 10,
      made: '2026-09-01 10:00:00',
    }
    return Object.fromEntries(Object.entries(values).map(([name, it]) => [keys[name] ?? name, it]))
  })

const expected = ARTICLES.map(([headline, author, page, section]) => ({
  headline,
  author: author === '' ? [] : [author],
  page,
  section,
  paper: '江城日报',
  date: '2026-07-18',
}))

test.each<[string, Readonly<Record<string, string>>]>([
  [
    'the words that they are made of',
    {
      paper: 'paperName',
      date: 'docPubTime',
      page: 'verOrder',
      section: 'ver_name',
      headline: 'mainTitle',
      author: 'doc_author',
      body: 'htmlContent',
      made: 'createTime',
    },
  ],
  [
    'the letters of Chinese words',
    {
      paper: 'baozhi',
      date: 'riqi',
      page: 'banci',
      section: 'banming',
      headline: 'biaoti',
      author: 'zuozhe',
      body: 'neirong',
      made: 'm',
    },
  ],
  [
    'what their values look like',
    {
      paper: 'q',
      date: 'd',
      page: 'p',
      section: 's',
      headline: 'h',
      author: 'a',
      body: 'c',
      status: 'x',
      made: 'createTime',
    },
  ],
])('records of keys that nobody listed are read by %s', (_name, keys) => {
  const { articles } = readJson(
    'a.json',
    JSON.stringify({ code: 0, data: { page: 3, pageSize: 20, rows: records(keys) } }),
  )
  expect(articles).toMatchObject(expected)
  expect(articles.map((it) => it.body.length)).toEqual([2, 2, 2, 2])
})

test('pages may be kept by their labels or numbers', () => {
  const listed = (page: string) =>
    records({})
      .filter((it) => it.page === page)
      .map(({ headline, body }) => ({ headline, body }))
  const wanted = ARTICLES.map(([headline, , page, section]) => ({ headline, page, section }))
  const byLabel = { 'A01版：要闻': listed('A01'), 'A02版：民生': listed('A02') }
  expect(readJson('a.json', JSON.stringify(byLabel)).articles).toMatchObject(wanted)
  const byNumber = {
    pages: {
      A01: { name: '要闻', articles: { 1: listed('A01')[0], 2: listed('A01')[1] } },
      A02: { name: '民生', articles: listed('A02') },
    },
  }
  expect(readJson('a.json', JSON.stringify(byNumber)).articles).toMatchObject(wanted)
})

test('a table names its columns once', () => {
  const all = records({})
  const columns = Object.keys(all[0] ?? {})
  const table = { columns, rows: all.map((it) => columns.map((name) => it[name])) }
  expect(readJson('a.json', JSON.stringify(table)).articles).toMatchObject(expected)
})

test('a record may lie in another, and its authors in more of them', () => {
  const data = records({}).map(({ id, author, paper, ...attributes }) => ({
    id,
    attributes: {
      ...attributes,
      paper: { data: { attributes: { name: paper } } },
      author: { data: author === '' ? [] : [{ attributes: { name: author } }] },
    },
  }))
  expect(readJson('a.json', JSON.stringify({ data })).articles).toMatchObject(expected)
})

test('an answer of a server says which part of its list it is, and no page', () => {
  const rows = records({}).map(({ page: _page, section: _section, ...record }) => record)
  const { articles } = readJson('a.json', JSON.stringify({ page: 3, pageSize: 20, rows }))
  expect(articles.map((it) => it.page)).toEqual([undefined, undefined, undefined, undefined])
})

test('records without a text of sentences are no articles', () => {
  const settings = Array.from({ length: 5 }, (_, at) => ({
    a: `第${at}项设置的名称`,
    b: '打开之后即可使用',
    c: '2026-07-18',
  }))
  expect(readJson('a.json', JSON.stringify(settings))).toMatchObject({ articles: [], empty: 'no article' })
})
