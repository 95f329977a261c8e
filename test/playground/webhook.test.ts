import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLogger } from '../../src/ops/index.ts'
import { openPlayground, type Playground } from '../../src/playground/index.ts'
import { callApi } from '../support/bot-api.ts'
import { createManualClock, type ManualClock } from '../support/manual-clock.ts'
import { openUser, type User } from '../support/user.ts'

interface Hook {
  readonly url: string
  /** Bodies and headers, in the order in which they came. */
  readonly posts: { readonly text: string; readonly headers: IncomingHttpHeaders }[]
  /** Statuses of the next answers; 200 when there are none. */
  readonly statuses: number[]
  answer: string
  /** Settles when so many posts have come. */
  reached(count: number): Promise<void>
  close(): Promise<void>
}

async function openHook(): Promise<Hook> {
  let wake = () => {}
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      hook.posts.push({ text: Buffer.concat(chunks).toString(), headers: request.headers })
      response.writeHead(hook.statuses.shift() ?? 200).end(hook.answer)
      wake()
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const hook: Hook = {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/hook`,
    posts: [],
    statuses: [],
    answer: '',
    reached: async (count) => {
      while (hook.posts.length < count)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return hook
}

let clock: ManualClock
let playground: Playground
let reader: User
let hook: Hook

beforeEach(async () => {
  clock = createManualClock()
  playground = await openPlayground({ log: createLogger('error'), clock, firstUpdateId: 1 })
  reader = await openUser(playground)
  hook = await openHook()
})
afterEach(async () => {
  reader.close()
  await playground.close()
  await hook.close()
})

const setWebhook = (params: object = {}) => callApi(playground, 'setWebhook', { url: hook.url, ...params })

test('updates are posted in order, with the secret', async () => {
  expect(await setWebhook({ secret_token: 's3cret_-' })).toMatchObject({
    ok: true,
    description: 'Webhook was set',
  })
  for (const text of ['一', '二', '三']) await reader.send(text)
  await hook.reached(3)
  expect(hook.posts.map(({ text }): unknown => JSON.parse(text))).toMatchObject([
    { update_id: 1, message: { text: '一' } },
    { update_id: 2, message: { text: '二' } },
    { update_id: 3, message: { text: '三' } },
  ])
  expect(hook.posts[0]?.headers).toMatchObject({
    'content-type': 'application/json',
    'x-telegram-bot-api-secret-token': 's3cret_-',
  })
})

test('what the bot does not take is posted again, later, before anything else', async () => {
  hook.statuses.push(500, 503)
  await setWebhook()
  await reader.send('一')
  await reader.send('二')
  await hook.reached(1)
  const tick = setInterval(() => clock.advance(1000), 5)
  await hook.reached(4)
  clearInterval(tick)
  expect(hook.posts.map(({ text }) => /"text":"(.)"/.exec(text)?.[1])).toEqual(['一', '一', '一', '二'])
})

test('getWebhookInfo tells what waits and what went wrong', async () => {
  await hook.close()
  await setWebhook({ allowed_updates: ['message'], max_connections: 3 })
  await reader.send('一')
  const info = async () => (await callApi(playground, 'getWebhookInfo')).result
  await expect.poll(info, { interval: 5 }).toMatchObject({ last_error_message: 'Connection refused' })
  expect(await info()).toMatchObject({
    url: hook.url,
    has_custom_certificate: false,
    pending_update_count: 1,
    max_connections: 3,
    allowed_updates: ['message'],
  })
})

test('a method in the answer to a webhook is called', async () => {
  hook.answer = JSON.stringify({ method: 'sendMessage', chat_id: 10_001, text: '收到' })
  await setWebhook()
  await reader.send('喂')
  expect((await reader.shown()).message.text).toBe('收到')
})

test('a webhook and long polling exclude each other', async () => {
  const poll = callApi(playground, 'getUpdates', { timeout: 50 })
  await setWebhook()
  expect(await poll).toMatchObject({ status: 409, description: expect.stringMatching(/webhook/i) })
  expect(await callApi(playground, 'getUpdates')).toMatchObject({
    status: 409,
    description:
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  })
  expect(await setWebhook()).toMatchObject({ description: 'Webhook is already set' })
  const remove = () => callApi(playground, 'deleteWebhook')
  expect(await remove()).toMatchObject({ description: 'Webhook was deleted' })
  expect(await remove()).toMatchObject({ description: 'Webhook is already deleted' })
  expect(await callApi(playground, 'getUpdates')).toMatchObject({ status: 200, result: [] })
})

test('what waits can be dropped', async () => {
  await reader.send('旧')
  await setWebhook({ drop_pending_updates: true })
  await reader.send('新')
  await hook.reached(1)
  expect(hook.posts[0]?.text).toContain('新')
})

test.each([
  [{ url: 'not-a-url' }, 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook'],
  [{ secret_token: 'nö' }, 'Bad Request: secret token contains unallowed characters'],
  [{ secret_token: 'x'.repeat(257) }, 'Bad Request: secret token is too long'],
])('a webhook with %j is refused', async (params, description) => {
  expect(await setWebhook(params)).toMatchObject({ status: 400, description })
})
