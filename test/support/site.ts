import { createHmac } from 'node:crypto'
import { onTestFinished } from 'vitest'
import type { Article } from '../../src/domain/index.ts'
import { createIcuSegmenter, createTokeniser } from '../../src/language/index.ts'
import { createLogger } from '../../src/ops/index.ts'
import { createSearch } from '../../src/search/index.ts'
import { createSite, openSiteServer, type SiteParts } from '../../src/web/index.ts'
import { openTestStore, shelve } from './stores.ts'

export const TOKEN = '7000000001:AAErBW6pGrUo4pWZb6p8yR6dQq0d9l7dTxE'
/** When every test site begins. */
export const BEGINS_MS = Date.UTC(2024, 5, 8, 1)

/** The site over these articles, on a server of its own; the clock stands until it is moved. */
export async function openTestSite(articles: readonly Article[], given: Partial<SiteParts> = {}) {
  let nowMs = BEGINS_MS
  const said: string[] = []
  const log = createLogger('debug', { write: (line) => void said.push(line) })
  const store = await openTestStore({ now: () => nowMs })
  await shelve(store, articles)
  const search = createSearch(createTokeniser(createIcuSegmenter()), store.archive)
  await search.add(articles)
  const site = createSite({
    archive: store.archive,
    search,
    chats: store.chats,
    bookmarks: store.bookmarks,
    drawCard: async () => new Uint8Array([137, 80, 78, 71]),
    facsimileOf: async () => undefined,
    drawPage: async () => undefined,
    origin: 'https://news.example',
    access: 'public',
    isTestServer: false,
    token: TOKEN,
    bot: () => 'paperboy_bot',
    now: () => nowMs,
    today: () => '2024-06-08',
    log,
    ...given,
  })
  const server = await openSiteServer(site, { host: '127.0.0.1', port: 0, log })
  onTestFinished(() => server.close())
  const base = `http://127.0.0.1:${server.port}`
  const get = (path: string, init: RequestInit = {}) => fetch(base + path, { redirect: 'manual', ...init })
  return {
    site,
    store,
    base,
    port: server.port,
    get,
    /** Status and text of a page. */
    read: async (path: string, init: RequestInit = {}) => {
      const response = await get(path, init)
      return { status: response.status, headers: response.headers, text: await response.text() }
    },
    said: () => said.join(''),
    pass: (ms: number) => {
      nowMs += ms
    },
  }
}

/** What Telegram gives a Mini App, signed with the token as its documentation says. */
export function initDataOf(userId: number, madeMs: number, token = TOKEN): string {
  const fields = new URLSearchParams({
    query_id: 'AAHdF6IQAAAAAN0XohDhrOrc',
    user: JSON.stringify({ id: userId, first_name: '周启明', language_code: 'zh-hans' }),
    auth_date: `${Math.floor(madeMs / 1000)}`,
  })
  const lines = [...fields].map(([name, value]) => `${name}=${value}`).toSorted()
  const key = createHmac('sha256', 'WebAppData').update(token).digest()
  fields.set('hash', createHmac('sha256', key).update(lines.join('\n')).digest('hex'))
  return fields.toString()
}
