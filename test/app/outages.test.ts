import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import type { App } from '../../src/app/build-app.ts'
import { createServerFollowing, firstOfNewest } from '../../src/app/follow-index.ts'
import { Monitor } from '../../src/app/monitor.ts'
import { openSearchServer, type SearchServer } from '../../src/app/search-server.ts'
import { readConfig } from '../../src/config/index.ts'
import type { Delivery } from '../../src/delivery/index.ts'
import { createIcuSegmenter, createTokeniser } from '../../src/language/index.ts'
import { listenOn } from '../../src/ops/index.ts'
import { SearchServerError } from '../../src/search/index.ts'
import { createMemoryIndex } from '../../src/search/ranking/memory-index.ts'
import { anArticle } from '../support/articles.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { createRecordedLog } from '../support/recorded-log.ts'
import { openTestStore, shelve } from '../support/stores.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

/** An archive with an article, and a server that takes it or does not, as told. */
async function aFollowing(answers: (nth: number) => SearchServerError | undefined) {
  const store = await openTestStore()
  await shelve(store, [anArticle()])
  const [clock, log, ended] = [createVirtualClock(), createRecordedLog(), new AbortController()]
  const triedMs: number[] = []
  const began = clock.now()
  const prepare = async () => {
    triedMs.push(clock.now() - began)
    const error = answers(triedMs.length)
    if (error) throw error
    return 0
  }
  const server = { remote: { prepare, apply: async () => {} } } as unknown as SearchServer
  const following = createServerFollowing(store.archive, server, { signal: ended.signal, clock, log })
  return { clock, log, following, triedMs, end: () => ended.abort() }
}
const away = new SearchServerError('unreachable', 'the server does not answer')
const unusable = new SearchServerError('unusable', 'the index is of another archive')

test('an index that cannot be written is tried every 15 s until it can, once however often it is asked for', async () => {
  const { clock, log, following, triedMs } = await aFollowing((nth) => (nth <= 5 ? away : undefined))
  for (let n = 0; n < 3; n++) await following.followWhenPossible()
  await clock.run(clock.sleep(100_000))
  expect(triedMs).toEqual([0, 0, 0, 15_000, 30_000, 45_000])
  expect(following.trouble()).toBeUndefined()
  expect(log.lines).toEqual([
    'error: the index on the search server cannot be written; trying again',
    'info: the index on the search server is up to the archive',
  ])
})

test('the same trouble is told again when it comes again, and is one only as long as it lasts', async () => {
  const { clock, log, following } = await aFollowing((nth) => (nth % 2 === 1 ? unusable : undefined))
  for (let n = 0; n < 2; n++) {
    await following.followWhenPossible()
    expect(following.trouble()).toBe('the index is of another archive')
    await clock.run(clock.sleep(20_000))
    expect(following.trouble()).toBeUndefined()
  }
  expect(log.lines.filter((it) => it.startsWith('error'))).toHaveLength(2)
})

test('what passes by itself is no trouble that somebody has to mend, and nothing is tried after the end', async () => {
  const { clock, following, triedMs, end } = await aFollowing(() => away)
  await following.followWhenPossible()
  expect(following.trouble()).toBeUndefined()
  end()
  await clock.run(clock.sleep(60_000))
  expect(triedMs).toEqual([0])
})

test.each([
  [100_000, 0, 70_000],
  [100_000, 90_000, 90_000],
  [20_000, 5_000, 5_000],
])('of %i changes, %i of them known, the newest thirty thousand are read from %i on', (all, known, first) => {
  expect(firstOfNewest(all, known)).toBe(first)
})

test('whoever watches a search server is told of an outage from before, with its beginning, and of its end', async () => {
  let isUp = false
  const web = createServer((request, response) => {
    if (isUp) response.writeHead(404, { 'content-type': 'application/json' }).end('{}')
    else request.socket.destroy()
  })
  const SEARCH_URL = `http://127.0.0.1:${await listenOn(web, { host: '127.0.0.1', port: 0 })}`
  onTestFinished(() => void web.close())
  const [clock, log] = [createManualClock(), createRecordedLog()]
  const { archive } = await openTestStore()
  const tokeniser = createTokeniser(createIcuSegmenter())
  const { counts } = createMemoryIndex(tokeniser, archive)
  const server = openSearchServer(readConfig({ SEARCH_URL }), { tokeniser, archive, counts }, clock, log)
  onTestFinished(() => server?.remote.close())
  const began = clock.now()
  await server?.remote.prepare().catch(() => {})
  expect(server?.trouble()?.sinceMs).toBe(began)
  clock.advance(5000)
  const told: unknown[] = []
  server?.watch({
    onDown: (_reason, sinceMs) => told.push(['down', sinceMs]),
    onUp: (sinceMs, untilMs) => told.push(['up', sinceMs, untilMs]),
  })
  isUp = true
  await server?.remote.prepare().catch(() => {})
  expect(told).toEqual([
    ['down', began],
    ['up', began, began + 5000],
  ])
  expect(server?.trouble()).toBeUndefined()
})

test('monitoring sees an outage of Telegram until it is over, and an index that cannot be written', async () => {
  const store = await openTestStore()
  let trouble: string | undefined
  const app = {
    config: readConfig({}),
    store,
    search: { size: 0 },
    server: { trouble: () => undefined },
    indexTrouble: () => trouble,
    indexing: () => undefined,
    indexRevision: () => 0,
    isFollowing: () => true,
    unreadable: () => 0,
    missing: () => undefined,
  } as unknown as App
  const delivery = { waiting: () => ({ reply: 0, notice: 0 }), waitMs: () => 0 } as unknown as Delivery
  const monitor = new Monitor(createManualClock())
  const server = await monitor.serve(app, delivery, 0, createRecordedLog())
  onTestFinished(() => server.close())
  const get = (path: string) => fetch(`http://127.0.0.1:${server.port}${path}`)
  const told: unknown[] = []
  const outages = monitor.watch.outages({
    onLasting: (...it) => told.push(it),
    onOver: (...it) => told.push(it),
  })
  outages.onLasting('502 Bad Gateway', 1000)
  expect((await get('/health/ready')).status).toBe(503)
  outages.onOver(1000, 2000)
  expect((await get('/health/ready')).status).toBe(200)
  expect(told).toEqual([
    ['502 Bad Gateway', 1000],
    [1000, 2000],
  ])
  const isUp = async () => /^paperboy_search_server_up (\d)/m.exec(await (await get('/metrics')).text())?.[1]
  expect(await isUp()).toBe('1')
  trouble = 'the search server takes no changes'
  expect(await isUp()).toBe('0')
})
