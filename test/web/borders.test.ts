import { expect, test } from 'vitest'
import { StoreError } from '../../src/store/index.ts'
import { readCookies, writeCookie } from '../../src/web/http/cookies.ts'
import { buildArticle } from '../support/build-article.ts'
import { BEGINS_MS, initDataOf, openTestSite } from '../support/site.ts'

const paper = { paper: '江城日报', issueDate: '2024-06-08', page: '03' }
const article = buildArticle({
  ...paper,
  headline: '水位回落',
  paragraphs: ['山茶今天开了。渡轮今天开航。码头满了人。'],
})
const other = buildArticle({ ...paper, paper: '山城晚报', headline: '新桥合龙', paragraphs: ['桥合龙了。'] })
const path = `/a/${article.id}`
const cookieOf = (headers: Headers) => headers.getSetCookie().join().split(';')[0] ?? ''

test.each(['0', '-1', 'abc', '1.9', '', '1e99', '10001'])(
  'page “%s” of a day is its first one, or says that there is none',
  async (page) => {
    const { read } = await openTestSite([article])
    const { status, text } = await read(`/d/2024-06-08?page=${page}`)
    const isBeyond = Number(page) > 1.9
    expect([status, text.includes('水位回落')]).toEqual(isBeyond ? [404, false] : [200, true])
  },
)

test('an excerpt leads to the sentence that matches, also where another one stands before it', async () => {
  const { read } = await openTestSite([article])
  const { text } = await read(`/q?q=${encodeURIComponent('渡轮')}`)
  expect(text).toMatch(new RegExp(`href="${path}#s2">[^\\n]*<mark>渡轮</mark>`))
})

test('page 3 of two papers of a day has a heading for each', async () => {
  const { read } = await openTestSite([article, other])
  const { text } = await read('/d/2024-06-08')
  const headings = text.match(/<h2>.*?<\/h2>/gs) ?? []
  expect(headings.filter((it) => it.includes('江城日报') && !it.includes('山城晚报'))).toHaveLength(1)
  expect(headings.filter((it) => it.includes('山城晚报') && !it.includes('江城日报'))).toHaveLength(1)
})

test('a printed page leads to the one before and after it; pages without a day stand behind all days', async () => {
  const pages = ['01', '02', '03'].map((page) =>
    buildArticle({
      ...paper,
      page,
      headline: `第${page}版`,
      paragraphs: ['。'],
      source: { file: `${page}.txt`, lines: [1] },
    }),
  )
  const { read } = await openTestSite(pages)
  const ways = async (page: string) => {
    const { text } = await read(`/p/${encodeURIComponent('江城日报')}/2024-06-08/${page}`)
    return ['prev', 'next'].map((rel) => new RegExp(`rel="${rel}" href="[^"]*/(\\d\\d)"`).exec(text)?.[1])
  }
  expect(await Promise.all(['01', '02', '03'].map(ways))).toEqual([
    [undefined, '02'],
    ['01', '03'],
    ['02', undefined],
  ])
  // Nothing is undated, so that the oldest day leads no further back.
  expect((await read('/d/2024-06-08')).text).not.toContain('/d/undated')
})

test('a link to a page of a paper whose name is in Han opens it', async () => {
  const { read, site, store } = await openTestSite([article], { access: 'members' })
  await store.chats.heard({ chatId: 7, kind: 'private' })
  const { url } = site.linkTo(`/p/${encodeURIComponent('江城日报')}/2024-06-08/03`, {
    chatId: 7,
    kind: 'private',
  })
  expect((await read(url.replace('https://news.example', ''))).status).toBe(200)
})

test('whom Telegram vouches for stays so when a link is opened; who only opened a link keeps no bookmarks', async () => {
  const { read, get, site, store } = await openTestSite([article], { access: 'members' })
  await store.chats.heard({ chatId: 7, kind: 'private' })
  await store.chats.heard({ chatId: -100_500, kind: 'supergroup' })
  const origin = 'https://news.example'
  const link = site.linkTo(path, { chatId: -100_500, kind: 'group' }).url.replace(origin, '')
  const entered = await get('/session', {
    method: 'POST',
    body: initDataOf(7, BEGINS_MS),
    headers: { origin },
  })
  const opened = await read(link, { headers: { cookie: cookieOf(entered.headers) } })
  expect([opened.status, opened.headers.getSetCookie()]).toEqual([200, []])
  expect(opened.text).toContain(`${path}/bookmark`)

  const stranger = await read(link)
  expect(stranger.text).not.toContain(`${path}/bookmark`)
  const headers = { cookie: cookieOf(stranger.headers), origin }
  const pressed = await get(`${path}/bookmark`, { method: 'POST', body: 'saved=yes', headers })
  expect(pressed.status).toBe(403)
  expect(await store.bookmarks.has(-100_500, article.id)).toBe(false)
  const unknown = await get('/a/aaaaaaaaaa/bookmark', {
    method: 'POST',
    body: 'saved=yes',
    headers: { cookie: cookieOf(entered.headers), origin },
  })
  expect(unknown.status).toBe(404)
})

test('a chat that may not be written to has readers; an expired link says what it is', async () => {
  const { read, site, store, pass } = await openTestSite([article], { access: 'members' })
  await store.chats.heard({ chatId: 7, kind: 'private' })
  await store.chats.pause(7, 'forbidden')
  const link = site.linkTo(path, { chatId: 7, kind: 'private' }).url.replace('https://news.example', '')
  expect((await read(link)).status).toBe(200)
  pass(8 * 24 * 3600_000)
  expect((await read(link)).text).toContain('链接过期了')
})

test.each([
  ['busy', 503],
  ['damaged', 500],
] as const)(
  'a store that is %s is told as what will pass, or as what will not: %i',
  async (problem, status) => {
    const { store } = await openTestSite([])
    const failing = new StoreError(problem, 'a.sqlite', 'it failed')
    const { read } = await openTestSite([], {
      archive: { ...store.archive, get: () => Promise.reject(failing) },
    })
    expect((await read(path)).status).toBe(status)
  },
)

test('a picture is drawn where there is one, and named on the page only then', async () => {
  const { read } = await openTestSite([article])
  expect((await read(path)).text).not.toContain(`${path}/page.png`)
  expect((await read(`${path}/page.png`)).status).toBe(404)
})

test('a picture for members is kept by their browsers alone', async () => {
  for (const access of ['public', 'members'] as const) {
    const { read, site, store } = await openTestSite([article], { access })
    await store.chats.heard({ chatId: 7, kind: 'private' })
    const link = site.linkTo(`${path}/card.png`, { chatId: 7, kind: 'private' }).url
    const { headers } = await read(link.replace('https://news.example', ''))
    expect(headers.get('cache-control')).toContain(access === 'public' ? 'public' : 'private')
  }
})

test('of two cookies of one name the first counts, and only a secure one may be framed', () => {
  expect([...readCookies('a=1; b=2; a=3; c')]).toEqual([
    ['a', '1'],
    ['b', '2'],
  ])
  const cookie = (isSecure: boolean) =>
    writeCookie('a', '1', { maxAgeSeconds: 1.9, isSecure, isFramed: true })
  expect(cookie(true)).toContain('SameSite=None; Partitioned; Secure')
  expect(cookie(false)).toContain('SameSite=Lax')
  expect(cookie(false)).toContain('Max-Age=1;')
})

test('what a preview says is cut between characters', async () => {
  const text = `${'江'.repeat(139)}𠮷${'水'.repeat(20)}。`
  const rare = buildArticle({ headline: '生僻字', paragraphs: [text] })
  const { read } = await openTestSite([rare])
  const description = /og:description" content="([^"]*)"/.exec((await read(`/a/${rare.id}`)).text)?.[1] ?? ''
  expect(description).toMatch(/^江+.?…$/u)
  expect(description.isWellFormed()).toBe(true)
})

test('a form is sent, not asked for; and an address is read up to its longest', async () => {
  const { read, get } = await openTestSite([article])
  for (const form of ['/session', `${path}/bookmark`]) {
    const { status, headers } = await read(form)
    expect([status, headers.get('allow')]).toEqual([405, 'POST'])
  }
  const address = (length: number) => `/q?q=${'a'.repeat(length - '/q?q='.length)}`
  expect((await get(address(4_000))).status).toBe(200)
  expect((await get(address(4_001))).status).toBe(414)
})

test('pictures are given out at a pace of their own, and who waits is told of a second at least', async () => {
  const { read } = await openTestSite([article])
  const headers = { 'x-forwarded-for': '192.0.2.7' }
  const ask = (address: string) => read(address, { headers })
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(`${path}/card.png`)))
  const refused = answers.filter(({ status }) => status === 429)
  expect(refused.length).toBe(8)
  for (const { headers: told } of refused) expect(Number(told.get('retry-after'))).toBeGreaterThanOrEqual(1)
  expect((await ask(path)).status).toBe(200)
})

test('two hits have a trend, one has none', async () => {
  const hits = [1, 2].map((n) => buildArticle({ headline: `龙舟${n}`, paragraphs: [`龙舟${n}。`] }))
  const of = async (count: number) => {
    const { read } = await openTestSite(hits.slice(0, count))
    return (await read(`/q?q=${encodeURIComponent('龙舟')}`)).text.includes('href="/trend?')
  }
  expect([await of(1), await of(2)]).toEqual([false, true])
})
