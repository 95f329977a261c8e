import { expect, test } from 'vitest'
import { readHtml } from '../../src/sources/index.ts'
import { textOf } from '../support/epaper-sites.ts'

const paragraphs = [
  '本周起，滨河公园的三条步道全部开放，市民可以从南门一路走到旧码头，全程约六公里，沿途新添了二十处座椅。',
  '园林部门介绍，步道两侧补种了水杉和鸢尾，入夜后灯光会自动调暗，好让附近的鸟类休息。',
  '“以前只能绕到马路上走，现在推着婴儿车也方便。”家住附近的陈女士说。',
  '据了解，二期工程将在明年春天动工，届时步道会一直通到湿地的观鸟台。',
]
const text = paragraphs.map((it) => `<p>${it}</p>`).join('\n')
const around = `<header><nav><a href="/">首页</a><a href="/a">时政</a></nav></header>`
const after = `<section class="comments"><h3>评论</h3><p>写得真好，周末就去，希望多一些饮水的地方，也希望能早点修到湿地那边去。</p></section>
<footer><p>版权所有 未经许可不得转载</p></footer><div class="cookie-banner">本站使用 Cookie</div>`

test('an article that JSON-LD describes is read without what stands inside and around it', () => {
  const html = `<html><head><title>滨河步道全线开放 - 某某新闻网</title><script type="application/ld+json">${JSON.stringify(
    {
      '@type': 'NewsArticle',
      headline: '滨河步道全线开放',
      datePublished: '2026-03-05T08:00:00+08:00',
      author: [{ '@type': 'Person', name: '林一' }],
      publisher: { '@type': 'Organization', name: '某某晚报' },
    },
  )}</script></head><body>${around}<article><header><h1>滨河步道全线开放</h1><time>2026年3月5日 08:00</time></header>${text}
<div class="related"><h4>相关阅读</h4><ul><li><a href="/1">旧码头改造方案公布</a></li><li><a href="/2">公园夜跑指南</a></li></ul></div>
<p>责任编辑：周二</p></article>${after}</body></html>`
  const { articles } = readHtml('saved/page.html', html)
  expect(articles.map(textOf)).toEqual([
    {
      headline: '滨河步道全线开放',
      kicker: [],
      deck: [],
      author: ['林一'],
      body: paragraphs,
      captions: [],
      paper: '某某晚报',
      date: '2026-03-05',
      page: undefined,
      section: undefined,
    },
  ])
})

test('an article of a weblog is read with its caption, without its share box', () => {
  const html = `<html><head><title>滨河步道全线开放 | 城事</title><meta property="og:site_name" content="城事"></head><body>${around}
<article class="post hentry"><h1 class="entry-title">滨河步道全线开放</h1><div class="meta"><span class="posted-on"><time datetime="2026-03-05T08:00:00+08:00">2026年3月5日</time></span> <span class="byline">林一</span></div>
<div class="entry-content"><figure class="wp-caption"><img src="/up/walk.jpg"><figcaption class="wp-caption-text">清晨的步道</figcaption></figure>${text}
<div class="sharedaddy share-box"><h3>分享到</h3><ul><li><a href="#">微博</a></li></ul></div></div></article>${after}
<aside><h2>近期文章</h2><ul><li><a href="/x">别的文章</a></li></ul></aside></body></html>`
  const [article] = readHtml('2026/blog.html', html).articles
  expect(textOf(article)).toMatchObject({
    headline: '滨河步道全线开放',
    author: ['林一'],
    body: paragraphs,
    captions: ['清晨的步道'],
    date: '2026-03-05',
  })
})

test('an article that no mark tells is found by its text', () => {
  const html = `<html><head><title>滨河步道全线开放</title></head><body>${around}<div class="wrap"><div class="side"><ul>${'<li><a href="/n">推荐阅读的一条标题</a></li>'.repeat(20)}</ul></div><div class="story"><h1>滨河步道全线开放</h1>${text.repeat(2)}</div></div>${after}</body></html>`
  const [article] = readHtml('page.htm', html).articles
  expect(article?.headline).toBe('滨河步道全线开放')
  expect(article?.body.map((it) => it.text).slice(0, 4)).toEqual(paragraphs)
  expect(JSON.stringify(article)).not.toContain('推荐阅读')
})

test.each([
  [
    'a redirect',
    '<html><head><meta http-equiv="Refresh" content="0; url=html/node_1.htm"></head><body></body></html>',
    'redirect',
  ],
  [
    'an error page',
    '<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center><hr>nginx</body></html>',
    'no article',
  ],
  ['nothing', '', 'no article'],
  ['bytes that are no HTML', '\u0000\u0001PNG\u001a<<<>>>', 'no article'],
])('%s gives no article', (_name, html, empty) => {
  expect(readHtml('x.html', html)).toMatchObject({ articles: [], empty })
})

test('nothing in a page is run or fetched', () => {
  const html = `<html><body><script>globalThis.wasRun = true</script><img src="http://127.0.0.1:9/x.jpg" onerror="globalThis.wasRun = true"><div id=ozoom><p>${paragraphs[0]}</p></div></body></html>`
  readHtml('x.html', html)
  expect('wasRun' in globalThis).toBe(false)
})

test('the only heading of a page that says no more is its title, and no paragraph', () => {
  const page = `<html><head><title>某某网</title></head><body><article><h1>公园昨天开放</h1><p>城南公园昨天开放，吸引了许多市民前来游玩，园内花开正盛，景色宜人，游人一直到傍晚才散去。</p><p>管理处表示，今后每天都开放。</p></article></body></html>`
  const read = readHtml('a.html', page)
  const [article] = read.articles
  expect(article?.headline).toBe('公园昨天开放')
  expect(article?.body.map(({ text }) => text).join('')).not.toContain('公园昨天开放城南')
})

const NAV = '<div><a href="a">首页</a> | <a href="b">新闻</a> | <a href="c">体育</a></div>'
test.each([
  [
    'the title names the site as well, and a heading says the rest',
    '滨河步道全线开放 | 江城晚报',
    `<h1>滨河步道全线开放</h1><div>${text}</div>`,
  ],
  [
    'the title names the site as well, and a line says the rest',
    '滨河步道全线开放_江城晚报数字报',
    `<div>滨河步道全线开放</div><div>${text}</div>`,
  ],
  ['the title names only the site', '手机江城晚报', `<h2>滨河步道全线开放</h2><div>${text}</div>`],
  ['nothing but the title tells it', '滨河步道全线开放_江城晚报数字报', `<div>${text}</div>`],
])('the headline of a page without marks is found: %s', (_name, title, inner) => {
  const facts = '<p>江城晚报 2026年3月5日 第A03版 民生</p>'
  const html = `<html><head><title>${title}</title></head><body>${NAV}<div>${inner.replace('<div><p>', `<div>${facts}<p>`)}<p>【打印】【关闭】</p></div></body></html>`
  const [article] = readHtml('a.html', html).articles
  expect(article).toMatchObject({ headline: '滨河步道全线开放', date: '2026-03-05', page: 'A03' })
  expect(article?.body.map((it) => it.text)).toEqual(paragraphs)
})
