import { expect, test } from 'vitest'
import { readJson } from '../../src/sources/index.ts'
import { textOf } from '../support/epaper-sites.ts'

const body = ['第一段写了开工的日子。', '第二段写了谁来参加。']
const expected = {
  headline: '新桥今日合龙',
  kicker: [],
  deck: [],
  author: ['本报记者 林一'],
  body,
  captions: [],
  paper: '江城日报',
  date: '2026-07-18',
  page: '01',
  section: '要闻',
}

test.each<[string, unknown, Partial<typeof expected>]>([
  [
    'an issue with pages, plain text',
    {
      source: '江城日报',
      date: '2026-07-18',
      pages: [
        {
          page: '001',
          page_name: '要闻',
          articles: [
            { seq: 1, title: '新桥\n今日合龙', author: '本报记者 林一', content: body.join('\n\n') },
          ],
        },
      ],
    },
    {},
  ],
  [
    'an issue with titles and HTML',
    {
      paperInfo: [
        {
          paperName: '江城日报',
          paperData: '2026-07-18',
          paperNumber: '01',
          paperBk: '要闻',
          xyList: [
            {
              id: 1,
              title: '新桥今日合龙',
              title2: '',
              guideTitle: null,
              author: '本报记者 林一',
              type: '文字',
              content: body.map((it) => `<p>　　${it}</p>`).join(''),
            },
          ],
        },
      ],
    },
    {},
  ],
  [
    'a list of articles with Chinese keys',
    [
      {
        报纸: '江城日报',
        日期: '2026年7月18日',
        版号: '第01版：要闻',
        标题: '新桥今日合龙',
        作者: '本报记者 林一',
        正文: body.join('\n'),
      },
    ],
    {},
  ],
  [
    'articles that each say their page',
    {
      articles: [
        {
          paper: '江城日报',
          date: '20260718',
          page: 'A02',
          section: '民生',
          headline: '新桥今日合龙',
          byline: ['林一', '周二'],
          body,
        },
      ],
    },
    { page: 'A02', section: '民生', author: ['林一 周二'] },
  ],
])('%s is read', (_name, value, other) => {
  const { articles } = readJson('x.json', JSON.stringify(value))
  expect(articles.map(textOf)).toEqual([{ ...expected, ...other }])
})

test.each<[string, unknown]>([
  ['a package file', { name: 'x', version: '1.0.0', dependencies: { a: '1' } }],
  [
    'an index of an issue without text',
    [
      {
        pageNo: 'A01',
        pageName: '头版',
        paperDate: '2026-07-18',
        onePageArticleList: [{ articleHref: 'content_1.htm', mainTitle: '标题', wordNumber: 300 }],
      },
    ],
  ],
  ['a number', 7],
  ['null', null],
])('%s gives no article', (_name, value) => {
  expect(readJson('x.json', JSON.stringify(value))).toMatchObject({ articles: [], empty: 'no article' })
})

test('a file that was cut off is no JSON', () => {
  expect(() => readJson('x.json', '{"pages":[{"page":"01"')).toThrow(SyntaxError)
})

test('of lines that are no JSON the first is named, by its number from 1', () => {
  const line = (n: number) => JSON.stringify({ title: `第${n}篇`, content: body.join('\n') })
  const read = readJson('x.json', [line(1), '', line(2), '{"title"', line(3), 'x', line(4)].join('\n'))
  expect(read.articles.map(({ headline }) => headline)).toEqual(['第1篇', '第2篇', '第3篇', '第4篇'])
  expect(read.warnings).toEqual(['2 lines are no JSON, the first of them line 4'])
})

const rest = { title: '新桥今日合龙', body }
test.each<[string, unknown]>([
  [
    'an answer of a server',
    {
      code: 0,
      data: {
        total: 1,
        rows: [
          { articleTitle: rest.title, articleContent: body.join('\n'), publishTime: '2026-07-18 06:00:00' },
        ],
      },
    },
  ],
  [
    'WordPress',
    [
      {
        date: '2026-07-18T09:00:00',
        title: { rendered: rest.title },
        content: { rendered: `<p>${body.join('</p><p>')}</p>` },
        excerpt: { rendered: '<p>…</p>' },
      },
    ],
  ],
  [
    'JSON Feed',
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: '江城日报',
      items: [
        {
          title: rest.title,
          content_html: `<p>${body.join('</p><p>')}</p>`,
          date_published: '2026-07-18T09:00:00+08:00',
          authors: [{ name: '林一' }],
        },
      ],
    },
  ],
  [
    'longer names in Chinese',
    {
      出版时间: '2026年7月18日',
      版面列表: [{ 版面号: '01', 文章列表: [{ 文章标题: rest.title, 文章内容: body }] }],
    },
  ],
  [
    'objects by day and number',
    { '2026-07-18': { '01': { news: { 7: { Title: rest.title, Content: body.join('\n') } } } } },
  ],
  [
    'facts of the issue in an object beside the list',
    { meta: { date: '2026-07-18' }, articles: [{ title: rest.title, content: { paragraphs: body } }] },
  ],
  [
    'midnight in China, in milliseconds',
    [{ title: rest.title, date: Date.UTC(2026, 6, 17, 16), body: body.map((text) => ({ type: 'p', text })) }],
  ],
  [
    'midnight in China, in seconds',
    [
      {
        title: rest.title,
        date: Date.UTC(2026, 6, 17, 16) / 1000,
        body: body.map((text) => ({ data: { text } })),
      },
    ],
  ],
  ['the same as programs write it', [{ title: rest.title, date: '2026-07-17T16:00:00.000Z', content: body }]],
])('keys that mean the same are known: %s', (_name, value) => {
  const [article, ...others] = readJson('a.json', JSON.stringify(value)).articles
  expect(others).toEqual([])
  expect(article).toMatchObject({ headline: rest.title, date: '2026-07-18' })
  expect(article?.body.map((it) => it.text)).toEqual(body)
})

test('what has a text and no title is an article only where articles are listed', () => {
  const text = { text: '第一段写了开工的日子。' }
  const titles = (value: unknown) => readJson('a.json', JSON.stringify(value)).articles.length
  expect(titles({ articles: [text] })).toBe(1)
  expect(titles({ comments: [text], reply: text })).toBe(0)
})

test('a list may be called a list of what it holds', () => {
  const untitled = { 文章列表: [{ 正文: '没有标题的一篇。' }] }
  expect(readJson('a.json', JSON.stringify(untitled)).articles).toMatchObject([{ headline: '' }])
})

test('where as many lines are no JSON as hold a record, it is no list of records', () => {
  const record = JSON.stringify({ title: '新桥今日合龙', content: '第一段。' })
  expect(readJson('a.json', `${record}\n${record}\n{`).articles).toHaveLength(2)
  expect(() => readJson('a.json', `${record}\n{`)).toThrow(SyntaxError)
})

test('an article lies twelve lists deep at most', () => {
  const within = (depth: number): unknown =>
    depth === 0 ? { title: '新桥今日合龙', content: '第一段。' } : [within(depth - 1)]
  expect(readJson('a.json', JSON.stringify(within(12))).articles).toHaveLength(1)
  expect(readJson('a.json', JSON.stringify(within(13))).articles).toEqual([])
})

test('title, page and pictures may be objects with names of their own', () => {
  const value = {
    issues: [
      {
        date: '2026-07-18',
        paper: '江城日报',
        pages: [
          {
            number: 'A01',
            name: '要闻',
            articles: [
              {
                title: { main: rest.title, kicker: '大江两岸', sub: '明年通车' },
                body: [
                  { type: 'paragraph', text: body[0] },
                  { type: 'heading', text: '三年' },
                  { type: 'image', src: 'a/b/2.jpg', caption: '桥上。' },
                  { type: 'paragraph', text: body[1] },
                ],
                images: [{ url: 'a/1.jpg', caption: '合龙现场。' }],
              },
              { page: { no: '02', name: '民生' }, title: '另一篇', content: body },
            ],
          },
        ],
      },
    ],
  }
  const [first, second] = readJson('a.json', JSON.stringify(value)).articles
  expect(first).toMatchObject({
    headline: rest.title,
    kicker: ['大江两岸'],
    deck: ['明年通车'],
    page: 'A01',
    section: '要闻',
    pictures: ['1.jpg', '2.jpg'],
    body: [
      { kind: 'caption', text: '合龙现场。' },
      { kind: 'paragraph', text: body[0] },
      { kind: 'subhead', text: '三年' },
      { kind: 'caption', text: '桥上。' },
      { kind: 'paragraph', text: body[1] },
    ],
  })
  expect(second).toMatchObject({ page: '02', section: '民生', headline: '另一篇' })
})

test('a list in a list without an end is no text', () => {
  const deep = `${'{"body":['.repeat(4000)}"字"${']}'.repeat(4000)}`
  expect(readJson('a.json', `[{"title":"题目一个","body":[${deep}]}]`).articles).toEqual([])
})
