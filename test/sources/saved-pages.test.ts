import { expect, test } from 'vitest'
import { readHtml } from '../../src/sources/index.ts'
import { textOf } from '../support/epaper-sites.ts'

// What browsers and crawlers leave of an address, and what stands between a title and its text.

const TEXT = '<p>第一段写了开工的日子，来的人很多。</p><p>第二段写了谁来参加。</p>'
const BODY = ['第一段写了开工的日子，来的人很多。', '第二段写了谁来参加。']
const page = (before: string, top = '', title = '江城日报') =>
  `<!DOCTYPE html>\n${top}<html><head><title>${title}</title></head><body>${before}<div id="ozoom">${TEXT}</div></body></html>`
const read = (html: string, file = 'saved.html') => readHtml(file, html).articles

test.each([
  ['a browser', '<!-- saved from url=(0052)http://e.example/html/2026-07/18/content_1.htm -->\n', ''],
  [
    'SingleFile',
    '',
    '<!--\n Page saved with SingleFile \n url: https://e.example/html/202607/18/content_1.html \n saved date: Mon Jul 20 2026\n-->',
  ],
  ['the page itself', '', '<head><link rel="canonical" href="https://e.example/2026/07/18/1.html"></head>'],
])('the address that %s notes tells the day, before any day that the page shows', (_name, top, inside) => {
  const html = page('<p>今天是2026年7月21日</p><h1>新桥今日合龙</h1>', top).replace(
    '<html>',
    `<html>${inside}`,
  )
  expect(read(html)).toMatchObject([{ date: '2026-07-18' }])
  expect(read(html, '20260719/content_1.html')).toMatchObject([{ date: '2026-07-19' }])
})

test('the folder of a day is no page', () => {
  const [article] = read(page('<h1>新桥今日合龙</h1>'), 'html/2026-07/18/content_1.htm')
  expect([article?.date, article?.page]).toEqual(['2026-07-18', undefined])
})

test('a title that only names the paper names it, and not if it is the headline', () => {
  expect(read(page('<h1>新桥今日合龙</h1>'))).toMatchObject([{ paper: '江城日报' }])
  expect(read(page('<h1>我与江城日报</h1>', '', '我与江城日报'))[0]?.paper).toBeUndefined()
})

test('what stands with a lone heading in an element of lines is kicker, deck and author', () => {
  const box = (more: string) =>
    `<div><p>夏粮收购</p><h2>新桥今日合龙</h2><p>历时三年</p><p>本报记者 李晓明</p>${more}</div>`
  expect(read(page(box(''))).map(textOf)).toMatchObject([
    {
      headline: '新桥今日合龙',
      kicker: ['夏粮收购'],
      deck: ['历时三年'],
      author: ['本报记者 李晓明'],
      body: BODY,
    },
  ])
  expect(read(page(box('<p>来源：某网 浏览 12 次</p>'))).map(textOf)).toMatchObject([
    { headline: '新桥今日合龙', kicker: [], deck: [] },
  ])
})

test('pictures and captions between title and text are no text', () => {
  const above =
    '<div><img src="logo.png">江城日报社</div><h1>新桥今日合龙</h1><div><img src="a/1.jpg"><p>桥上的人群</p></div><p><img src="a/2.jpg"></p><p class="picintro">桥下的船</p>'
  // Beside the whole page they may be of anything.
  expect(read(page(above))).toMatchObject([{ pictures: [] }])
  const [whole] = read(page(above).replace('<body>', '<body><div>').replace('</body>', '</div></body>'))
  expect(textOf(whole)).toMatchObject({ captions: ['桥上的人群', '桥下的船'], body: BODY })
  expect(whole?.pictures).toEqual(['1.jpg', '2.jpg'])
})

test('what a page tells other programs fills what its own lines leave out', () => {
  const html = page('<h1>新桥今日合龙</h1>', '', '新桥今日合龙').replace(
    '<head>',
    '<head><meta name="SiteName" content="江城新闻网"><meta name="PubDate" content="2026-07-18 08:00">',
  )
  expect(read(html)).toMatchObject([{ paper: '江城新闻网', date: '2026-07-18' }])
  const account = html.replace('<h1>', '<a id="js_name">江城观察</a><h1>')
  expect(read(account)).toMatchObject([{ paper: '江城观察' }])
})

test('buttons of a share box are no text', () => {
  const html = page('<h1>新桥今日合龙</h1>').replace(
    TEXT,
    `${TEXT}<div class="sharedaddy"><ul><li>微博</li><li>微信</li></ul></div>`,
  )
  expect(read(html).map(textOf)).toMatchObject([{ body: BODY }])
})
