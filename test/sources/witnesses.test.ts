import { describe, expect, test } from 'vitest'
import { findWebTitle, readLeadLines } from '../../src/sources/html/web-title.ts'
import { readHtml, readJson, readMarkdown, readXml } from '../../src/sources/index.ts'

// Where a source says one thing twice, in two ways, one of them counts: which, for each form.

const TEXT = '<p>第一段写了开工的日子，来的人很多。</p><p>第二段写了谁来参加。</p>'

describe('a page of an e-paper', () => {
  const page = (before: string, above: string) =>
    `<html><head><title>新桥合龙</title></head><body>${before}<div>${above}<div id="ozoom">${TEXT}</div></div></body></html>`

  test('that tells its author in a mark and below its title names the author once', () => {
    const told = '<!--enpproperty <title>新桥合龙</title><author>李晓明</author>/enpproperty-->'
    const html = page(told, '<h1>新桥合龙</h1><h4>李 晓明</h4><h4>历时三年</h4>')
    expect(readHtml('a/b.htm', html).articles).toMatchObject([
      { headline: '新桥合龙', author: ['李晓明'], deck: ['历时三年'] },
    ])
  })

  test('that has marks of two articles is of the first', () => {
    const mark = (title: string) =>
      `<!--enpproperty <title>${title}</title><date>2026-07-18</date>/enpproperty-->`
    const html = page(`${mark('新桥合龙')}${mark('夜市开门')}`, '')
    expect(readHtml('a/b.htm', html).articles).toMatchObject([{ headline: '新桥合龙' }])
  })

  test('is of the day of its folder, whatever is printed on it', () => {
    const html = page('', '<p>《江城日报》（2026年07月17日 第03版）</p><h1>新桥合龙</h1>')
    expect(readHtml('20260718/content_1.htm', html).articles).toMatchObject([
      { date: '2026-07-18', page: '03' },
    ])
    expect(readHtml('saved/content_1.htm', html).articles).toMatchObject([{ date: '2026-07-17' }])
  })

  test('leads to the index of its page only where it has no map of its own', () => {
    const links = '<a href="node_2.htm">第02版：要闻</a><a href="node_3.htm">第03版：社会</a>'
    const above = '<p>《江城日报》（2026年07月18日 第03版）</p><h1>新桥合龙</h1>'
    const map = '<map name="m"><area href="content_1.htm" coords="0,0,9,0,9,9"></map>'
    expect(readHtml('a/content_1.htm', page(links, above)).index).toBe('node_3.htm')
    const own = readHtml('a/content_1.htm', page(`${links}${map}`, above))
    expect([own.index, own.articles[0]?.regions]).toEqual([undefined, [[0, 0, 9, 0, 9, 9]]])
  })
})

describe('a web page', () => {
  test('whose title holds the mark before the site twice is cut at the last one', () => {
    expect(findWebTitle('东城区_西城区快线开通_江城晚报数字报', [], []).headline).toBe(
      '东城区_西城区快线开通',
    )
  })

  test('with nothing but day and page above its end keeps them as its text', () => {
    const line = { kind: 'paragraph', text: '2026年7月18日 第03版' } as const
    expect(readLeadLines({ parts: [line] })).toEqual({ facts: {}, parts: [line] })
    expect(readLeadLines({ parts: [line, { kind: 'paragraph', text: '正文写在这里。' }] })).toEqual({
      facts: { date: '2026-07-18', page: '03' },
      parts: [{ kind: 'paragraph', text: '正文写在这里。' }],
    })
  })
})

describe('JSON', () => {
  const article = { title: '新桥合龙', content: '第一段写了开工的日子。' }
  const read = (value: unknown) => readJson('a.json', JSON.stringify(value)).articles

  test('takes page and section from the nearest level that tells them', () => {
    const value = {
      paper: '江城日报',
      page: '01',
      section: '要闻',
      pages: [{ page: '02', articles: [article] }],
    }
    expect(read(value)).toMatchObject([{ paper: '江城日报', page: '02', section: '要闻' }])
  })

  test('parts the name of a page from its number', () => {
    expect(read({ pages: [{ name: '第03版：社会', articles: [article] }] })).toMatchObject([
      { page: '03', section: '社会' },
    ])
  })

  test('names authors that are records', () => {
    expect(read([{ ...article, authors: [{ name: '林一' }, { id: 7 }, { name: ' 周二 ' }] }])).toMatchObject([
      { author: ['林一 周二'] },
    ])
  })

  test('of two spellings of a key takes the first that holds something', () => {
    expect(read([{ ...article, Pub_Date: '', pub_date: '2026-07-18', pubDate: '2026-07-19' }])).toMatchObject(
      [{ date: '2026-07-18' }],
    )
  })
})

describe('XML', () => {
  const item = (more: string) =>
    readXml(
      'a.xml',
      `<rss><channel><item><title>新桥合龙</title><description>${'开工了。'.repeat(3)}</description>${more}</item></channel></rss>`,
    )

  test('of two titles of an item takes the first', () => {
    expect(item('<group><title>现场图</title></group>')?.articles.map(({ headline }) => headline)).toEqual([
      '新桥合龙',
    ])
  })

  test('what an item holds is no article beside it', () => {
    const inner = '<source><title>江城日报</title><content>一份早报。</content></source>'
    expect(item(inner)?.articles).toHaveLength(1)
  })
})

describe('Markdown of a day', () => {
  const text = `# 江城日报 2026-07-18

## 第01版：要闻

### 新桥合龙

第一段写了开工的日子。

#### 三年建设

第二段写了谁来参加。

## 第02版

### 夜市开门

夜市开到深夜。
`

  test('has an article for each heading below a page, whose sub-heads are in it', () => {
    const { articles } = readMarkdown('2026-07-18.md', text)
    expect(articles.map(({ headline, body }) => [headline, body.map(({ kind }) => kind)])).toEqual([
      ['新桥合龙', ['paragraph', 'subhead', 'paragraph']],
      ['夜市开门', ['paragraph']],
    ])
  })

  test('a page without a name does not have that of the page before', () => {
    const { articles } = readMarkdown('2026-07-18.md', text)
    expect(articles.map(({ page, section }) => [page, section])).toEqual([
      ['01', '要闻'],
      ['02', undefined],
    ])
  })
})
