import { expect, test } from 'vitest'
import { createLogger } from '../../src/ops/index.ts'
import { WebhookRegistration } from '../../src/telegram/webhook-registration.ts'
import { createFakeTelegram, type FakeAnswer, gives, hangs, refuses } from '../support/fake-telegram.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

const MINUTE = 60_000
const URL = 'https://bot.example/updates'
const SECRET = 'a-secret-of-the-test'

/** A registration on a clock of its own, before a Telegram that keeps a webhook as the Bot API does. */
function aRegistration(script: (method: string, nth: number) => FakeAnswer | undefined = () => undefined) {
  const clock = createVirtualClock()
  const calls: string[] = []
  const told: string[] = []
  const said: Readonly<Record<string, unknown>>[] = []
  const state = {
    url: '',
    error: undefined as { readonly date: number; readonly message: string } | undefined,
  }
  const telegram = createFakeTelegram((method, payload) => {
    calls.push(method)
    const scripted = script(method, calls.filter((it) => it === method).length)
    if (scripted) return scripted
    if (method === 'setWebhook') state.url = String(payload['url'])
    const { url, error } = state
    return gives(
      method === 'getWebhookInfo'
        ? { url, ...(error && { last_error_date: error.date, last_error_message: error.message }) }
        : true,
    )
  })
  const stopping = new AbortController()
  const registration = new WebhookRegistration({
    telegram,
    webhook: { url: URL, secret: SECRET },
    signal: stopping.signal,
    clock,
    chance: () => 0.5,
    log: createLogger('debug', { write: (line) => void said.push(JSON.parse(line)) }),
    events: { onLasting: (reason) => void told.push(reason), onOver: () => void told.push('over') },
  })
  return {
    clock,
    state,
    calls,
    told,
    said,
    registration,
    lines: () => said.map((it) => it['msg']),
    pass: (ms: number) => clock.run(clock.sleep(ms)),
    /** Registers and keeps the webhook, until it is stopped. */
    start: () => {
      const kept = registration.register().then(() => registration.keep())
      return async () => {
        stopping.abort()
        await clock.run(kept)
      }
    },
  }
}

test.each([
  ['removed', ''],
  ['another address', 'https://somebody.example/else'],
])(
  'a webhook that somebody changed (%s) is set again within three minutes, with one line in the log',
  async (is, url) => {
    const { state, calls, said, pass, start } = aRegistration()
    const stop = start()
    await pass(MINUTE)
    expect(state.url).toBe(URL)
    state.url = url
    await pass(3 * MINUTE)
    expect(state.url).toBe(URL)
    await pass(30 * MINUTE)
    expect(calls.filter((it) => it === 'setWebhook')).toHaveLength(2)
    expect(calls.filter((it) => it === 'getWebhookInfo').length).toBeLessThan(13)
    expect(said).toHaveLength(1)
    expect(said[0]).toMatchObject({
      is,
      msg: 'the webhook of this bot was changed by somebody else; setting it again',
    })
    expect(JSON.stringify(said)).not.toMatch(/a-secret-of-the-test|somebody\.example/)
    await stop()
  },
)

test.each<[string, FakeAnswer]>([
  ['500', refuses(500)],
  ['429', refuses(429, 'Too Many Requests', { retry_after: 7 })],
  ['400', refuses(400, 'Bad Request: bad webhook')],
  ['401', refuses(401, 'Unauthorized')],
  ['no whole answer', hangs],
  ['no info', gives(true)],
  ['nothing at all', gives(null)],
  ['info without an address', gives({ has_custom_certificate: false })],
])('while it runs, nothing ends it: a look that meets %s is waited out', async (_what, fault) => {
  const { state, calls, said, pass, start } = aRegistration((method, nth) =>
    method === 'getWebhookInfo' && nth <= 3 ? fault : undefined,
  )
  const stop = start()
  await pass(MINUTE)
  state.url = ''
  await pass(4 * MINUTE)
  expect(state.url).toBe(URL)
  expect(calls.filter((it) => it === 'getWebhookInfo').length).toBeLessThan(6)
  expect(said).toHaveLength(4)
  expect(said.slice(0, 3).map((it) => it['msg'])).toEqual(
    Array.from({ length: 3 }, () => 'the webhook cannot be checked; trying again'),
  )
  await stop()
})

test.each<[string, FakeAnswer]>([
  ['500', refuses(500)],
  ['401', refuses(401, 'Unauthorized')],
  ['no answer', hangs],
])('at the start %s is waited out: only a refused address is for good', async (_what, fault) => {
  const { state, said, pass, start } = aRegistration((method, nth) =>
    method === 'setWebhook' && nth <= 3 ? fault : undefined,
  )
  const stop = start()
  await pass(5 * MINUTE)
  expect(state.url).toBe(URL)
  expect(said.map((it) => [it['failures'], it['msg']])).toEqual(
    [1, 2, 3].map((nth) => [nth, 'setWebhook failed, so no updates come yet; trying again']),
  )
  await stop()
})

test('an answer without an address is named as what it is', async () => {
  for (const odd of [null, true, {}]) {
    const { said, pass, start } = aRegistration((method, nth) =>
      method === 'getWebhookInfo' && nth === 1 ? gives(odd) : undefined,
    )
    const stop = start()
    await pass(4 * MINUTE)
    expect(said.map((it) => it['description'])).toEqual(['getWebhookInfo returned an invalid payload'])
    await stop()
  }
})

test('an address that Telegram refuses ends the start, and later on only makes it wait', async () => {
  const refused = refuses(400, 'Bad Request: bad webhook: Failed to resolve host')
  const atStart = aRegistration(() => refused)
  await expect(atStart.clock.run(atStart.registration.register())).rejects.toThrow(
    /does not take WEBHOOK_URL/,
  )

  const later = aRegistration((method, nth) =>
    method === 'setWebhook' && nth > 1 && nth < 9 ? refused : undefined,
  )
  const stop = later.start()
  await later.pass(MINUTE)
  later.state.url = ''
  await later.pass(20 * MINUTE)
  expect(later.state.url).toBe(URL)
  await stop()
})

test('operators are told when it cannot be checked for five minutes, and when it can again', async () => {
  const { told, pass, start } = aRegistration((method, nth) =>
    method === 'getWebhookInfo' && nth < 30 ? refuses(502, 'Bad Gateway') : undefined,
  )
  const stop = start()
  await pass(60 * MINUTE)
  expect(told).toEqual(['502 Bad Gateway', 'over'])
  await stop()
})

test('an update that Telegram could not bring is told of once, but not those from before the start', async () => {
  const { clock, state, lines, pass, start } = aRegistration()
  const seconds = () => Math.floor(clock.now() / 1000)
  state.error = { date: seconds() - 60, message: 'Connection refused' }
  const stop = start()
  await pass(10 * MINUTE)
  expect(lines()).toEqual([])
  state.error = { date: seconds(), message: 'Wrong response from the webhook: 502 Bad Gateway' }
  await pass(10 * MINUTE)
  expect(lines()).toEqual(['Telegram could not bring an update to WEBHOOK_URL'])
  await stop()
})
