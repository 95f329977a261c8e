import { describe, expect, test } from 'vitest'
import { buildArticle } from '../support/build-article.ts'
import { BEGINS_MS, initDataOf, openTestSite, TOKEN } from '../support/site.ts'

const article = buildArticle({ headline: '水位回落', paragraphs: ['江水退了。'] })
const other = buildArticle({ headline: '新桥合龙', paragraphs: ['桥合龙了。'] })
const DAY_MS = 24 * 3600_000
const GROUP = -1001234567890
const path = `/a/${article.id}`
const cookieOf = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((it) => it.split(';')[0])
    .join('; ')

async function openMembersSite(given: Parameters<typeof openTestSite>[1] = {}) {
  const site = await openTestSite([article, other], { access: 'members', ...given })
  await site.store.chats.heard({ chatId: 7, kind: 'private' })
  await site.store.chats.heard({ chatId: 8, kind: 'private' })
  await site.store.chats.heard({ chatId: GROUP, kind: 'supergroup' })
  const linkTo = (chatId: number, to = path) =>
    site.site
      .linkTo(to, { chatId, kind: chatId > 0 ? 'private' : 'group' })
      .url.replace('https://news.example', '')
  const enter = (initData: string, headers: Record<string, string> = { origin: 'https://news.example' }) =>
    site.get('/session', { method: 'POST', body: initData, headers })
  return { ...site, linkTo, enter }
}

describe('for members alone', () => {
  test('nobody reads without a link, and is told where to get one', async () => {
    const { read } = await openMembersSite()
    const { status, text, headers } = await read(path)
    expect(status).toBe(403)
    expect(text).toContain('请从 Telegram 打开')
    expect(text).toContain(`https://t.me/paperboy_bot?start=a_${article.id}`)
    expect(text).not.toContain('水位')
    expect(headers.get('x-robots-tag')).toBe('noindex')
    for (const closed of ['/d', '/q?q=x', `${path}/card.png`, '/saved'])
      expect((await read(closed)).status).toBe(403)
    expect((await read('/robots.txt')).text).toContain('Disallow: /\n')
  })

  test('a signed link opens its page, and one can read on from there', async () => {
    const { read, linkTo } = await openMembersSite()
    const opened = await read(linkTo(GROUP))
    expect([opened.status, opened.text.includes('江水退了')]).toEqual([200, true])
    const cookie = cookieOf(opened.headers)
    expect(opened.headers.getSetCookie().join()).toMatch(/^reader=.*HttpOnly; SameSite=Lax; Secure$/)
    expect((await read(`/a/${other.id}`, { headers: { cookie } })).status).toBe(200)
    const card =
      /og:image" content="https:\/\/news\.example([^"]*)"/.exec(opened.text)?.[1]?.replaceAll('&amp;', '&') ??
      ''
    expect((await read(card)).status).toBe(200)
  })

  test('a link whose id, chat, time or signature is changed opens nothing', async () => {
    const { read, linkTo } = await openMembersSite()
    const [chat, until, mac] = (linkTo(GROUP).split('k=')[1] ?? '').split('.')
    const [otherChat] = (linkTo(7).split('k=')[1] ?? '').split('.')
    for (const changed of [
      linkTo(GROUP).replace(article.id, other.id),
      `${path}?k=${otherChat}.${until}.${mac}`,
      `${path}?k=${chat}.${Number.parseInt(until ?? '', 36) + 1}.${mac}`,
      `${path}?k=${chat}.${until}.${'A'.repeat(22)}`,
      `${path}?k=${chat}.${until}`,
      `${path}?k=`,
    ]) {
      const { status, text } = await read(changed)
      expect([status, text.includes('链接不对')]).toEqual([403, true])
    }
  })

  test('a link and its session end after seven days', async () => {
    const { read, linkTo, pass } = await openMembersSite()
    const link = linkTo(GROUP)
    const cookie = cookieOf((await read(link)).headers)
    pass(7 * DAY_MS - 2_000)
    expect((await read(link)).status).toBe(200)
    expect((await read(path, { headers: { cookie } })).status).toBe(200)
    pass(3_000)
    expect((await read(link)).text).toContain('链接过期了')
    expect((await read(path, { headers: { cookie } })).status).toBe(403)
  })

  test('a link to another person’s chat is refused, and a changed cookie is none', async () => {
    const { read, linkTo } = await openMembersSite()
    const cookie = cookieOf((await read(linkTo(7))).headers)
    expect((await read(linkTo(8), { headers: { cookie } })).text).toContain('这是别人的链接')
    expect((await read(linkTo(GROUP), { headers: { cookie } })).status).toBe(200)
    expect((await read(path, { headers: { cookie: cookie.replace('reader=7', 'reader=8') } })).status).toBe(
      403,
    )
    expect((await read(path, { headers: { cookie: cookie.replace('.0.', '.1.') } })).status).toBe(403)
  })

  test('a chat that removed the bot has no readers', async () => {
    const { read, linkTo, store } = await openMembersSite()
    const link = linkTo(GROUP)
    const cookie = cookieOf((await read(link)).headers)
    await store.chats.pause(GROUP, 'kicked')
    expect((await read(link)).text).toContain('链接已停用')
    expect((await read(path, { headers: { cookie } })).status).toBe(403)
    expect((await read(linkTo(-99))).status).toBe(403)
  })
})

describe('a Mini App', () => {
  test('whose reader Telegram vouches for reads, and shares bookmarks with the chat', async () => {
    const { read, enter, get, store } = await openMembersSite()
    const entered = await enter(initDataOf(7, BEGINS_MS))
    expect(entered.status).toBe(204)
    const cookie = cookieOf(entered.headers)
    expect(entered.headers.getSetCookie().join()).toContain('SameSite=None; Partitioned; Secure')
    const page = await read(path, { headers: { cookie } })
    expect(page.text).toContain('☆ 收藏')
    const press = (saved: string, headers: Record<string, string>) =>
      get(`${path}/bookmark`, { method: 'POST', body: `saved=${saved}`, headers })
    const own = { cookie, origin: 'https://news.example' }
    const pressed = await press('yes', own)
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, path])
    expect(await store.bookmarks.has(7, article.id)).toBe(true)
    expect((await read(path, { headers: { cookie } })).text).toContain('★ 已收藏')
    expect((await read('/saved', { headers: { cookie } })).text).toContain('水位回落')
    expect((await press('no', { cookie, origin: 'https://evil.example' })).status).toBe(403)
    expect((await press('no', { origin: 'https://news.example' })).status).toBe(403)
    expect(await store.bookmarks.has(7, article.id)).toBe(true)
    await press('no', own)
    expect(await store.bookmarks.has(7, article.id)).toBe(false)
  })

  test('is told when a bookmark could not be kept, and not that it was', async () => {
    const full = () => Promise.reject(new Error('the disk is full'))
    const { bookmarks } = (await openTestSite([])).store
    const { enter, get, said } = await openMembersSite({
      bookmarks: { ...bookmarks, add: full, remove: full },
    })
    const cookie = cookieOf((await enter(initDataOf(7, BEGINS_MS))).headers)
    for (const saved of ['yes', 'no']) {
      const headers = { cookie, origin: 'https://news.example' }
      const pressed = await get(`${path}/bookmark`, { method: 'POST', body: `saved=${saved}`, headers })
      expect(pressed.status).toBe(500)
    }
    expect(said()).toContain('the disk is full')
  })

  test.each<[string, string]>([
    ['a user that was changed', initDataOf(7, BEGINS_MS).replace('%3A7%2C', '%3A8%2C')],
    ['another bot’s token', initDataOf(7, BEGINS_MS, TOKEN.replace('AAE', 'AAF'))],
    ['a field too many', `${initDataOf(7, BEGINS_MS)}&start_param=x`],
    ['a field twice', `${initDataOf(7, BEGINS_MS)}&auth_date=1`],
    ['no hash', initDataOf(7, BEGINS_MS).replace(/&hash=.*/, '')],
    ['a day old', initDataOf(7, BEGINS_MS - DAY_MS)],
    ['from tomorrow', initDataOf(7, BEGINS_MS + DAY_MS)],
    ['nothing', ''],
    ['somebody whom the bot does not know', initDataOf(4242, BEGINS_MS)],
  ])('is not believed with %s', async (_what, initData) => {
    const { enter } = await openMembersSite()
    const entered = await enter(initData)
    expect([entered.status, entered.headers.getSetCookie()]).toEqual([403, []])
  })

  test('cannot be entered from another site', async () => {
    const { enter } = await openMembersSite()
    expect((await enter(initDataOf(7, BEGINS_MS), { origin: 'https://evil.example' })).status).toBe(403)
  })
})

test('Telegram opens pages as Mini Apps in private chats and by https alone', async () => {
  const { site } = await openTestSite([article])
  expect(site.linkTo(path, { chatId: 7, kind: 'private' })).toEqual({
    url: `https://news.example${path}`,
    isApp: true,
  })
  expect(site.linkTo(path, { chatId: GROUP, kind: 'group' }).isApp).toBe(false)
  const { site: plain } = await openTestSite([article], { origin: 'http://192.0.2.1:8080' })
  expect(plain.linkTo(path, { chatId: 7, kind: 'private' }).isApp).toBe(false)
})
