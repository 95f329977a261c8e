import { expect, test } from 'vitest'
import { readHtml } from '../../src/sources/index.ts'

const TITLE = '滨河步道全线开放'
const TEXT = [
  '本周起，滨河公园的三条步道全部开放，市民可以从南门一路走到旧码头，全程约六公里，沿途新添了二十处座椅。',
  '“走着真舒服。”',
  '园林部门介绍，步道两侧补种了水杉和鸢尾，入夜后灯光会自动调暗，好让附近的鸟类休息。',
]
const P = TEXT.map((it) => `<p>${it}</p>`).join('')
const page = (title: string, body: string, head = '') =>
  `<html><head><title>${title}</title>${head}</head><body>${body}</body></html>`
const read = (html: string) => readHtml('saved/a.html', html)
const wordsOf = (article: ReturnType<typeof read>['articles'][number] | undefined) =>
  article?.body.map(({ text }) => text)

test('the text is where the sentences of a page stand, whatever its elements are called', () => {
  const html = page(
    `${TITLE}_城事_江城热线`,
    `<div class="q1"><a href="/">首页</a> <a href="/n">城事</a></div><div class="q2"><div class="q3">${TITLE}</div><div class="q4">${P}</div><div class="q5">128 人赞过</div></div><div class="q6"><div>热门</div><a href="/x">旧码头改造方案今日公布，全文在此</a></div>`,
  )
  const [article] = read(html).articles
  expect(article?.headline).toBe(TITLE)
  expect(wordsOf(article)).toEqual(TEXT)
})

test('facts above a text are told of the article, and notices and other articles below it are left out', () => {
  const html = page(
    TITLE,
    `<div><h1>${TITLE}</h1><p>首页 > 城事 > 正文</p><p>来源：江城晚报　时间：2026-03-05 08:10　点击：35</p><p>文/林一</p>${P}<p>责任编辑：周二</p><p>相关阅读</p><p>旧码头改造方案公布</p><p>未经授权不得转载</p></div>`,
  )
  const [article] = read(html).articles
  expect(article).toMatchObject({ headline: TITLE, author: ['林一'], date: '2026-03-05', paper: '江城晚报' })
  expect(wordsOf(article)).toEqual(TEXT)
})

test.each([
  ['behind names of sections', `${TITLE} - 本地 - 江城论坛 - Powered by X`],
  ['behind the name of the site', `江城热线-${TITLE}`],
  ['in words for search engines', `${TITLE}_步道_公园_市民`],
])('the line of the page that its title names is the headline: %s', (_name, title) => {
  const html = page(title, `<div>江城热线</div><div><span>${TITLE}</span></div><div>${P}</div>`)
  expect(read(html).articles).toMatchObject([{ headline: TITLE }])
})

test('a heading may hold facts in an element of its own', () => {
  const html = page(
    `${TITLE} - 江城热线`,
    `<h1>${TITLE}<br><span>2026-03-05 06:00 来源：江城晚报</span></h1><div>${P}</div>`,
  )
  expect(read(html).articles).toMatchObject([{ headline: TITLE, date: '2026-03-05' }])
})

test('of what people wrote one below the other the first is the article', () => {
  const post = (text: string) =>
    `<div><table><tr><td>林一</td><td><em>发表于 2026-03-05 09:12</em><table><tr><td>${text}</td></tr></table></td></tr></table></div>`
  const html = page(
    `${TITLE} - 江城论坛`,
    `<h1>${TITLE}</h1><div>${post(TEXT.join('<br>'))}${post('好消息，周末就去看看，支持楼主。')}</div>`,
  )
  const [article] = read(html).articles
  expect(wordsOf(article)).toEqual(TEXT)
})

test('a page that holds the articles of a printed page gives each', () => {
  const item = (title: string) => `<div class="one"><h2>${title}</h2><div>${P}</div></div>`
  const html = page(
    '江城日报 2026年3月5日 第03版 民生',
    `<h1>江城日报</h1><p>2026年3月5日 第03版：民生</p><div>${item(TITLE)}${item('旧码头改造方案公布')}</div>`,
  )
  const { articles } = read(html)
  expect(articles).toMatchObject(
    [TITLE, '旧码头改造方案公布'].map((headline) => ({ headline, date: '2026-03-05', page: '03' })),
  )
  expect(articles.map(wordsOf)).toEqual([TEXT, TEXT])
})

test('things of a graph are named once', () => {
  const graph = [
    { '@type': 'Organization', '@id': '#org', name: '晨窗网' },
    { '@type': 'Person', '@id': '#p', name: '林一' },
    {
      '@type': 'NewsArticle',
      headline: TITLE,
      datePublished: '2026-03-05',
      author: [{ '@id': '#p' }],
      publisher: { '@id': '#org' },
    },
  ]
  const html = page(
    `${TITLE} | 晨窗网`,
    `<div>${P}</div>`,
    `<script type="application/ld+json">${JSON.stringify({ '@graph': graph })}</script>`,
  )
  expect(read(html).articles).toMatchObject([{ author: ['林一'], paper: '晨窗网', date: '2026-03-05' }])
})

test('a page that a program fills has its article in its state', () => {
  const state = {
    props: {
      news: { title: TITLE, pubTime: '2026-03-05 10:00', content: P },
      hot: [{ title: '旧码头改造方案公布', summary: '点击查看' }],
    },
  }
  const html = page(
    `${TITLE} - 江城`,
    `<div id="app">加载中</div><script id="S" type="application/json">${JSON.stringify(state)}</script>`,
  )
  const [article] = read(html).articles
  expect(article).toMatchObject({ headline: TITLE, date: '2026-03-05' })
  expect(wordsOf(article)).toEqual(TEXT)
})

test('the clock of a page is no day of its article', () => {
  const html = page(
    TITLE,
    `<div>今天是2026年9月30日 星期三</div><h1>${TITLE}</h1><div>发布时间：2026-03-05 08:10</div><div>${P}</div>`,
  )
  expect(read(html).articles).toMatchObject([{ date: '2026-03-05' }])
})

test.each(['A03：民生', 'A03 民生', 'A03｜民生'])(
  'a label of letter and number needs no word: %s',
  (label) => {
    const html = page(
      '江城时报',
      `<div>2026年3月5日</div><div>${label}</div><h1>${TITLE}</h1><div>${P}</div>`,
    )
    expect(read(html).articles).toMatchObject([{ page: 'A03', section: '民生' }])
  },
)

test('title cells right below the body of a page are those of its text', () => {
  const html = page(
    '江城晚报电子版',
    `<table><tr><td>2026年3月5日 星期四</td><td>第03版：<b>民生</b></td></tr></table><table><tr><td>城市更新</td></tr><tr><td><strong>${TITLE}</strong></td></tr><tr><td>本报记者 林一</td></tr></table><div id="ozoom">${P}</div>`,
  )
  expect(read(html).articles).toMatchObject([{ headline: TITLE, kicker: ['城市更新'], page: '03' }])
})

test('a page of labels and titles alone is no article', () => {
  const html = page(
    '江城日报',
    `<div>江城日报</div><div>第03版：民生</div><ul><li><a href="d.html?id=1">${TITLE}</a></li><li><a href="d.html?id=2">旧码头改造方案公布</a></li></ul>`,
  )
  expect(read(html).articles).toEqual([])
})

test('an element that is called by the editor of a system holds its text', () => {
  const html = page(
    TITLE,
    `<div><h1>${TITLE}</h1><div class="TRS_Editor">${P}</div><p class="editor">值班：周二</p></div>`,
  )
  expect(wordsOf(read(html).articles[0])).toEqual(TEXT)
})

test('title lines may stand in one cell, parted by breaks', () => {
  const html = page(
    '江城日报',
    `<table><tr><td>2026年3月5日　第03版</td></tr><tr><td>城市更新<br><font size=5><b>${TITLE}</b></font><br>年底建成二期</td></tr><tr><td>${TEXT.join('<br>')}</td></tr></table>`,
  )
  expect(read(html).articles).toMatchObject([
    { headline: TITLE, kicker: ['城市更新'], deck: ['年底建成二期'], page: '03' },
  ])
})

test('a day in an attribute, not the one of a later change, is that of the article', () => {
  const html = page(
    TITLE,
    `<article><h1>${TITLE}</h1><time datetime="2026-03-05T20:00">3月5日</time><time datetime="2026-09-09T08:00">2026年9月9日</time><div>${P}</div></article>`,
  )
  expect(read(html).articles).toMatchObject([{ date: '2026-03-05' }])
})

test('the way to a page tells its label', () => {
  const html = page(
    TITLE,
    `<div>位置：<a href="/">首页</a> &gt; <a href="/d">2026年3月5日</a> &gt; <a href="/p">B01版：民生</a></div><h1>${TITLE}</h1><div>${P}</div>`,
  )
  expect(read(html).articles).toMatchObject([{ page: 'B01', section: '民生' }])
})

test('a time in the name of a file is when it was saved', () => {
  const html = page(TITLE, `<div>2026-03-05</div><h1>${TITLE}</h1><div>${P}</div>`)
  expect(readHtml(`${TITLE} (2026_9_30 10_22_31).html`, html).articles).toMatchObject([
    { date: '2026-03-05' },
  ])
  expect(readHtml(`${TITLE} (2026_09_30 10_22_31).html`, html).articles).toMatchObject([
    { date: '2026-03-05' },
  ])
})
