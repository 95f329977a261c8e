import { describe, expect, test } from 'vitest'
import { createLogger } from '../../src/ops/index.ts'
import { askSelf } from '../../src/telegram/ask-self.ts'
import {
  breaks,
  createFakeTelegram,
  type FakeAnswer,
  gives,
  hangs,
  refuses,
} from '../support/fake-telegram.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

const SELF = { id: 42, is_bot: true, username: 'paperboy_bot' }
/** Of pino. */
const WARN = 40
const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })

/** A start before a Telegram that answers each call as told, the last answer again and again. */
async function start(...answers: readonly FakeAnswer[]) {
  const clock = createVirtualClock()
  const began = clock.monotonicNow()
  const askedMs: number[] = []
  const said: Readonly<Record<string, unknown>>[] = []
  const telegram = createFakeTelegram((method) => {
    expect(method).toBe('getMe')
    askedMs.push(clock.monotonicNow() - began)
    return answers[askedMs.length - 1] ?? answers.at(-1) ?? hangs
  })
  const stopping = new AbortController()
  const asking = askSelf({
    telegram,
    clock,
    chance: () => 0.5,
    log: createLogger('debug', { write: (line) => void said.push(JSON.parse(line)) }),
    signal: stopping.signal,
  })
  const [outcome] = await clock.run(Promise.allSettled([asking]))
  return { outcome, askedMs, said }
}

const failure = (code: string, message: RegExp) => ({
  status: 'rejected',
  reason: expect.objectContaining({ code, message: expect.stringMatching(message) as string }) as Error,
})

describe('who the bot is', () => {
  test('is asked once where Telegram answers', async () => {
    const { outcome, askedMs, said } = await start(gives(SELF))
    expect(outcome).toEqual({ status: 'fulfilled', value: { id: 42, username: 'paperboy_bot' } })
    expect([askedMs, said]).toEqual([[0], []])
  })

  test.each([
    [401, 'WRONG_TOKEN', /copy it again from @BotFather/],
    [404, 'WRONG_TOKEN', /copy it again from @BotFather/],
    [400, 'TELEGRAM_UNREACHABLE', /telegram\.example refuses the bot: 400 injected/],
    [403, 'TELEGRAM_UNREACHABLE', /refuses the bot: 403/],
  ])('is asked once where Telegram refuses with %i', async (status, code, message) => {
    const { outcome, askedMs } = await start(refuses(status))
    expect(outcome).toEqual(failure(code, message))
    expect(askedMs).toEqual([0])
  })

  test('is asked again after the wait that Telegram wants, and each failure is logged with its wait', async () => {
    const { outcome, askedMs, said } = await start(
      refuses(429, 'Too Many Requests', { retry_after: 3 }),
      refuses(500),
      breaks(reset),
      gives(SELF),
    )
    expect(outcome.status).toBe('fulfilled')
    // A half of half a second, of one and of two.
    expect(askedMs).toEqual([0, 3000, 3500, 4500])
    expect(said.map((it) => [it['level'], it['waitMs']])).toEqual([
      [WARN, 3000],
      [WARN, 500],
      [WARN, 1000],
    ])
  })

  test('is given up after ten seconds of failures that might have passed', async () => {
    const { outcome, askedMs } = await start(breaks(reset))
    expect(outcome).toEqual(
      failure('TELEGRAM_UNREACHABLE', /cannot reach https:\/\/telegram\.example \(ECONNRESET\): .*PROXY_URL/),
    )
    expect(askedMs).toEqual([0, 250, 750, 1750, 3750, 7750])
  })

  test('is not waited for where Telegram wants to be left alone longer than that, and is where just so long', async () => {
    const wait = (seconds: number) => refuses(429, 'Too Many Requests', { retry_after: seconds })
    expect((await start(wait(11), gives(SELF))).askedMs).toEqual([0])
    expect((await start(wait(10), gives(SELF))).askedMs).toEqual([0, 10_000])
  })

  test('an answer that does not come is none after ten seconds', async () => {
    const { outcome } = await start(hangs)
    expect(outcome).toEqual(failure('TELEGRAM_UNREACHABLE', /cannot reach/))
  })

  test.each([
    ['nothing', null],
    ['no id', { username: 'a' }],
    ['an id that is no number', { id: '42', username: 'a' }],
    ['no name', { id: 42 }],
    ['a name that is no text', { id: 42, username: 7 }],
    ['an id that is no whole number', { id: 42.5, username: 'a' }],
  ])('is not taken from an answer with %s', async (_what, answer) => {
    const { outcome } = await start(gives(answer))
    expect(outcome).toEqual(failure('TELEGRAM_UNREACHABLE', /TELEGRAM_API_ROOT/))
  })
})
