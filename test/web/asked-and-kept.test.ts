import { expect, test } from 'vitest'
import { textsOf } from '../../src/chat/index.ts'
import { createIcuSegmenter, createTokeniser } from '../../src/language/index.ts'
import { createSearch } from '../../src/search/index.ts'
import { SurroundingsFinder } from '../../src/web/pages/surroundings.ts'
import { readPreferences } from '../../src/web/view/preferences.ts'
import { renderBody } from '../../src/web/view/sentences.ts'
import { articleOn, buildArticle } from '../support/build-article.ts'
import { openTestSite } from '../support/site.ts'
import { openTestStore, shelve } from '../support/stores.ts'

test('a long page, which is sent packed, differs by cookie and language all the same', async () => {
  const article = articleOn('2024-06-08', 1, { paragraphs: ['渡轮今天开航，码头满了人。'.repeat(500)] })
  const { read } = await openTestSite([article])
  const { headers, text } = await read(`/a/${article.id}`)
  expect(Buffer.byteLength(text)).toBeGreaterThan(16_384)
  expect(headers.get('content-encoding')).toBe('gzip')
  expect(headers.get('vary')).toBe('Cookie, Accept-Language, Accept-Encoding')
})

test.each([
  ['members', 'private, no-cache', 'noindex'],
  ['public', 'no-cache', null],
] as const)('pages for %s are kept by nobody else', async (access, cached, robots) => {
  const { site, store, read } = await openTestSite([articleOn('2024-06-08', 1)], { access })
  await store.chats.heard({ chatId: -5, kind: 'group' })
  const { url } = site.linkTo('/d/2024-06-08', { chatId: -5, kind: 'group' })
  const { status, headers } = await read(url.replace('https://news.example', ''))
  expect([status, headers.get('cache-control'), headers.get('x-robots-tag')]).toEqual([200, cached, robots])
})

test('to change how a page looks keeps what was asked for', async () => {
  const { read } = await openTestSite([articleOn('2024-06-08', 1)])
  const { text } = await read(`/q?q=${encodeURIComponent('报 & 童')}&page=2&size=s`)
  const query = new URLSearchParams({ q: '报 & 童', page: '2', size: 'xl' })
  expect(text).toContain(`href="?${query.toString().replaceAll('&', '&amp;')}"`)
})

test('what is asked for now goes before what was chosen once, thing by thing', () => {
  const kept = 'dark.l.serif.hant'
  for (const [asked, changed] of [
    ['theme=sepia', { theme: 'sepia' }],
    ['size=s', { size: 's' }],
    ['face=sans', { face: 'sans' }],
    ['script=hans', { script: 'hans' }],
    ['face=comic', {}],
  ] as const)
    expect(readPreferences(new URLSearchParams(asked), kept)).toEqual({
      theme: 'dark',
      size: 'l',
      face: 'serif',
      script: 'hant',
      ...changed,
    })
})

test.each([
  ['en;q=0.9', 'en'],
  [' en-GB;q=1, zh;q=0.5', 'en'],
  ['zh-TW;q=0.9,en;q=0.8', 'zh-Hant'],
  ['*', 'zh-Hans'],
] as const)('a browser that speaks “%s” is answered in %s', async (accepted, language) => {
  const { read } = await openTestSite([])
  const { text } = await read('/q', { headers: { 'accept-language': accepted } })
  expect(text).toContain(`<h1>${textsOf(language).web.search}</h1>`)
})

test('the table of a trend has the share of each period in its own row', async () => {
  const of = (day: string, n: number, text: string) =>
    articleOn(day, n, { paragraphs: [`${text}第${n}条。`] })
  const { read } = await openTestSite([
    of('2024-06-01', 1, '渡轮开航'),
    of('2024-06-01', 2, '新桥合龙'),
    of('2024-06-02', 3, '渡轮停航'),
  ])
  const { text } = await read(`/trend?q=${encodeURIComponent('渡轮')}`)
  const rows = [...text.matchAll(/<th scope="row">([^<]*)<\/th><td>(\d+)<\/td><td>([^<]*)<\/td>/g)]
  expect(rows.map(([, ...cells]) => cells)).toEqual([
    ['2024-06-01', '1', '500.0'],
    ['2024-06-02', '1', '1000.0'],
  ])
})

test('sub-heads stand where they were printed, one behind the last paragraph too', () => {
  const article = buildArticle({
    headline: '三年',
    paragraphs: ['第一段。', '第二段。'],
    subheads: [
      { text: '开工', before: 0 },
      { text: '合龙', before: 1 },
      { text: '尾声', before: 2 },
    ],
  })
  const { markup } = renderBody(
    article,
    (text) => text,
    (text) => text,
  )
  expect(
    [...markup.matchAll(/<h2>(.*?)<\/h2>|<span id="(s\d)">/g)].map(([, head, span]) => head ?? span),
  ).toEqual(['开工', 's1', '合龙', 's2', '尾声'])
})

test('each article stands once around another, and neighbours are of its own paper', async () => {
  const first = [1, 2, 3, 4, 5].map((n) => articleOn('2024-06-08', n))
  const second = [6, 7, 8, 9].map((n) =>
    articleOn('2024-06-08', n, { paper: '山城晚报', source: { file: 'b.txt', lines: [n] } }),
  )
  const store = await openTestStore()
  await shelve(store, [...first, ...second])
  const search = createSearch(createTokeniser(createIcuSegmenter()), store.archive)
  const finder = new SurroundingsFinder(store.archive, search, () => 0)
  const around = async (article: (typeof first)[number] | undefined) => {
    const { previous, next, onPage } = await finder.of(article ?? buildArticle({ headline: '' }))
    return [previous?.headline, next?.headline, ...onPage.map(({ headline }) => headline)]
  }
  const name = (n: number) => `2024-06-08第${n}篇`
  expect(await around(first[1])).toEqual([name(1), name(3), name(4), name(5)])
  expect(await around(second[0])).toEqual([undefined, name(7), name(8), name(9)])
})
