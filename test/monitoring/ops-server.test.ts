import { afterEach, expect, test } from 'vitest'
import {
  Metrics,
  OpsPortError,
  type OpsServer,
  openOpsServer,
  type State,
} from '../../src/monitoring/index.ts'
import { createLogger } from '../../src/ops/index.ts'
import { wellState } from '../support/monitored-state.ts'

const opened: OpsServer[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()))
})

async function open(state: () => Promise<State>, port = 0) {
  const said: string[] = []
  const log = createLogger('debug', { write: (line) => void said.push(line) })
  const metrics = new Metrics()
  const server = await openOpsServer({ host: '127.0.0.1', port, metrics, state, log })
  opened.push(server)
  const get = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${server.port}${path}`, { method })
  return { server, metrics, get, said: () => said.join('') }
}

const DELAY = 'paperboy_outbox_delay_seconds{kind="digest"}'
const SERVER = 'paperboy_search_server_up'
const due = (given: Partial<State['outbox'][number]>): State['outbox'][number] => ({
  kind: 'digest',
  status: 'due',
  messages: 1,
  oldestMs: 40_000,
  ...given,
})

test('a bot that works is live and ready', async () => {
  const { get } = await open(async () => wellState)
  expect((await get('/health/live')).status).toBe(200)
  const ready = await get('/health/ready')
  expect(ready.status).toBe(200)
  expect(await ready.json()).toEqual({ ready: true, obstacles: [] })
})

test.each<[string, Partial<State>, RegExp]>([
  ['the index is far behind', { isIndexing: true, indexed: 10 }, /index is being built: 10 of 30/],
  ['the index has not been up to the archive yet', { isFollowing: false }, /has not reached the archive yet/],
  ['it is being built for the first time', { isFollowing: false, isIndexing: true }, /index is being built/],
  ['Telegram is away', { outage: '502 Bad Gateway' }, /Telegram cannot be reached: 502 Bad Gateway/],
])('when %s the bot is live and not ready, and says why', async (_what, given, words) => {
  const { get } = await open(async () => ({ ...wellState, ...given }))
  expect((await get('/health/live')).status).toBe(200)
  const ready = await get('/health/ready')
  expect(ready.status).toBe(503)
  expect(((await ready.json()) as { obstacles: string[] }).obstacles).toEqual([expect.stringMatching(words)])
})

test('when the database cannot be read the bot is not ready, and the server goes on', async () => {
  let isReadable = false
  const { get, said } = await open(async () => {
    if (!isReadable) throw new Error('database is locked')
    return wellState
  })
  expect((await get('/metrics')).status).toBe(503)
  expect((await get('/health/ready')).status).toBe(503)
  expect(said()).toContain('database is locked')
  isReadable = true
  expect((await get('/health/ready')).status).toBe(200)
})

test('what is counted and how the bot is stand in /metrics; queues that are empty again go', async () => {
  let outbox: State['outbox'] = [{ kind: 'digest', status: 'due', messages: 7, oldestMs: 40_000 }]
  const { get, metrics } = await open(async () => ({
    ...wellState,
    outbox,
    sending: { reply: 2, notice: 40 },
    rateLimitWaitMs: 1500,
  }))
  metrics.received('message')
  metrics.received('message')
  metrics.answered('text', 'ok', 70)
  metrics.called('sendMessage', 'ok', 20)
  metrics.called('sendMessage', '429', 20)
  metrics.finished('digest', 'sent')
  metrics.repeated('digest')
  const text = await (await get('/metrics')).text()
  for (const line of [
    'paperboy_articles 30',
    'paperboy_doubtful_articles 3',
    'paperboy_reported_articles 2',
    'paperboy_answer_seconds_bucket{le="0.05",request="text",result="ok"} 0',
    'paperboy_answer_seconds_bucket{le="0.1",request="text",result="ok"} 1',
    'paperboy_api_call_seconds_count{method="sendMessage",result="429"} 1',
    'paperboy_updates_total{kind="message"} 2',
    'paperboy_delivery_waiting{priority="reply"} 2',
    'paperboy_delivery_waiting{priority="notice"} 40',
    'paperboy_rate_limits_total 1',
    'paperboy_rate_limit_wait_seconds 1.5',
    'paperboy_outbox_messages{kind="digest",status="due"} 7',
    'paperboy_outbox_delay_seconds{kind="digest"} 60',
    'paperboy_outbox_finished_total{kind="digest",result="sent"} 1',
    'paperboy_outbox_possible_duplicates_total{kind="digest"} 1',
    'paperboy_telegram_reachable 1',
  ])
    expect(text.split('\n')).toContain(line)
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m)
  expect(text).toMatch(/^process_resident_memory_bytes /m)
  outbox = []
  const emptied = await (await get('/metrics')).text()
  expect(emptied).not.toContain('paperboy_outbox_messages{')
  expect(emptied).not.toContain('paperboy_outbox_delay_seconds{')
})

test('other paths and methods are refused', async () => {
  const { get } = await open(async () => wellState)
  expect((await get('/')).status).toBe(404)
  expect((await get('/../../etc/passwd')).status).toBe(404)
  expect((await get('/metrics', 'POST')).status).toBe(405)
  const head = await get('/health/live', 'HEAD')
  expect([head.status, await head.text()]).toEqual([200, ''])
})

test('what stands behind a question mark makes no other page, and nobody in between keeps what was answered', async () => {
  const { get } = await open(async () => wellState)
  for (const path of ['/health/live?at=1', '/health/ready?', '/metrics?name[]=x']) {
    const { status, headers } = await get(path)
    expect([path, status, headers.get('cache-control')]).toEqual([path, 200, 'no-store'])
  }
})

test.each<[string, Partial<State>, string, string | undefined]>([
  ['a message that is due later is not late', { outbox: [due({ oldestMs: 130_000 })] }, DELAY, '0'],
  ['nor is one that is being sent', { outbox: [due({ status: 'sending' })] }, DELAY, undefined],
  ['an index in memory is never away', { isSearchServerUp: undefined }, SERVER, '1'],
  ['a server that answers is there', { isSearchServerUp: true }, SERVER, '1'],
  ['one that does not is away', { isSearchServerUp: false }, SERVER, '0'],
  ['Telegram is away', { outage: '502 Bad Gateway' }, 'paperboy_telegram_reachable', '0'],
])('in figures %s', async (_what, given, name, figure) => {
  const { text } = await new Metrics().render({ ...wellState, ...given })
  const line = text.split('\n').find((it) => it.startsWith(`${name} `))
  expect(line?.split(' ').at(-1)).toBe(figure)
})

test('a port that is in use is named, with the setting', async () => {
  const { server } = await open(async () => wellState)
  const again = open(async () => wellState, server.port)
  await expect(again).rejects.toThrow(OpsPortError)
  await expect(again).rejects.toThrow(`OPS_PORT ${server.port} on 127.0.0.1 cannot be opened`)
})
