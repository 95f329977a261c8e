import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jitteredBackoffMs } from '../../src/concurrency/index.ts'
import { type Bucket, FULL_BUCKET, takeToken, tokenAt } from '../../src/concurrency/token-bucket.ts'
import { classifyResponse, isHarmlessTwice } from '../../src/delivery/response-classification.ts'
import { noteCall, roomAt } from '../../src/delivery/sliding-window.ts'

const error = (code: number, description: string, more: object = {}) =>
  ({ kind: 'error', code, description, ...more }) as const

describe('a response is classified', () => {
  test.each([
    ['ok', { kind: 'ok', result: 7 }, { kind: 'done', result: 7 }],
    ['no answer in time', { kind: 'timeout' }, { kind: 'unclear' }],
    ['no connection', { kind: 'network', written: false, reason: 'ECONNREFUSED' }, { kind: 'again' }],
    ['a connection that broke', { kind: 'network', written: true, reason: 'reset' }, { kind: 'unclear' }],
    [
      'a flood wait',
      error(429, 'Too Many Requests', { retryAfterSeconds: 7200 }),
      { kind: 'wait', seconds: 7200 },
    ],
    ['a flood wait in words', error(429, 'Too Many Requests: retry after 35'), { kind: 'wait', seconds: 35 }],
    ['a flood wait of no length', error(429, 'Too Many Requests'), { kind: 'again' }],
    ['500', error(500, 'Internal Server Error'), { kind: 'again' }],
    ['502', error(502, 'Bad Gateway'), { kind: 'again' }],
    ['503', error(503, 'Service Unavailable'), { kind: 'again' }],
    ['504', error(504, 'Gateway Timeout'), { kind: 'unclear' }],
    [
      'a new id',
      error(400, 'Bad Request: group chat was upgraded', { migrateToChatId: -100 }),
      { kind: 'moved', to: -100 },
    ],
    ['bad HTML', error(400, "Bad Request: can't parse entities: Unclosed start tag"), { kind: 'badMarkup' }],
    ['nothing to change', error(400, 'Bad Request: message is not modified: specified…'), { kind: 'done' }],
    ['a message that is gone', error(400, 'Bad Request: message to edit not found'), { kind: 'targetGone' }],
    ['a topic that is gone', error(400, 'Bad Request: message thread not found'), { kind: 'targetGone' }],
    [
      'a press too old',
      error(400, 'Bad Request: query is too old and response timeout expired or query ID is invalid'),
      { kind: 'targetGone' },
    ],
    ['blocked', error(403, 'Forbidden: bot was blocked by the user'), { kind: 'chatGone', reason: 'gone' }],
    [
      'kicked',
      error(403, 'Forbidden: bot was kicked from the supergroup chat'),
      { kind: 'chatGone', reason: 'gone' },
    ],
    ['deactivated', error(403, 'Forbidden: user is deactivated'), { kind: 'chatGone', reason: 'gone' }],
    ['no such chat', error(400, 'Bad Request: chat not found'), { kind: 'chatGone', reason: 'gone' }],
    [
      'silenced',
      error(400, 'Bad Request: not enough rights to send text messages to the chat'),
      { kind: 'chatGone', reason: 'silenced' },
    ],
    [
      'no photos, but texts',
      error(400, 'Bad Request: not enough rights to send photos to the chat'),
      { kind: 'refused' },
    ],
    ['no media', error(403, 'Forbidden: CHAT_SEND_MEDIA_FORBIDDEN'), { kind: 'refused' }],
    [
      'no words',
      error(400, 'Bad Request: CHAT_SEND_PLAIN_FORBIDDEN'),
      { kind: 'chatGone', reason: 'silenced' },
    ],
    ['a token that is not known', error(401, 'Unauthorized'), { kind: 'again' }],
    ['a token that is none', error(404, 'Not Found'), { kind: 'again' }],
    ['anything else', error(400, 'Bad Request: message text is empty'), { kind: 'refused' }],
  ] as const)('%s', (_what, response, classification) => {
    expect(classifyResponse(response)).toMatchObject(classification)
  })

  test.each([
    ['sendMessage', false],
    ['sendPhoto', false],
    ['sendMediaGroup', false],
    ['forwardMessage', false],
    ['editMessageText', true],
    ['answerCallbackQuery', true],
    ['setMyCommands', true],
  ])('%s may be made twice: %s', (method, may) => {
    expect(isHarmlessTwice(method)).toBe(may)
  })
})

test('back-off doubles, is jittered from nothing to all of it, and is capped at a minute', () => {
  expect([1, 2, 3, 4].map((failures) => jitteredBackoffMs(failures, 0.5))).toEqual([250, 500, 1000, 2000])
  expect(jitteredBackoffMs(3, 0)).toBe(0)
  expect(jitteredBackoffMs(50, 0.999_999)).toBe(59_999)
  expect(jitteredBackoffMs(5000, 0.5)).toBe(30_000)
})

/** Calls made as soon as they may be, whenever somebody wants to. */
const anyWishes = fc.array(fc.nat({ max: 3000 }), { minLength: 1, maxLength: 60 })

test('a token bucket gives no more than its burst and what it gains, in any span, and no less', () => {
  const rule = { burst: 5, intervalMs: 1000 }
  fc.assert(
    fc.property(anyWishes, (pauses) => {
      let bucket: Bucket = FULL_BUCKET
      let now = 0
      const times = pauses.map((pause) => {
        now = tokenAt(rule, bucket, now + pause)
        bucket = takeToken(rule, bucket, now)
        return now
      })
      for (const [first, from] of times.entries())
        for (const [last, to] of times.entries())
          if (last > first)
            expect(last - first + 1).toBeLessThanOrEqual(
              rule.burst + Math.floor((to - from) / rule.intervalMs),
            )
    }),
  )
  expect(
    tokenAt(
      rule,
      [1, 2, 3, 4].reduce((bucket: Bucket) => takeToken(rule, bucket, 0), FULL_BUCKET),
      0,
    ),
  ).toBe(0)
  expect(
    tokenAt(
      rule,
      [1, 2, 3, 4, 5].reduce((bucket: Bucket) => takeToken(rule, bucket, 0), FULL_BUCKET),
      0,
    ),
  ).toBe(1000)
})

test('a sliding window holds no more than its limit, wherever it begins, and nothing waits longer than for that', () => {
  const rule = { limit: 7, spanMs: 5000 }
  fc.assert(
    fc.property(anyWishes, (pauses) => {
      let window: readonly number[] = []
      let now = 0
      const times: number[] = []
      for (const pause of pauses) {
        const room = times.length < rule.limit ? 0 : (times.at(-rule.limit) ?? 0) + rule.spanMs
        const wanted = Math.max(now + pause, room)
        now = roomAt(rule, window, now + pause)
        expect(now).toBe(wanted)
        window = noteCall(rule, window, now)
        times.push(now)
      }
      // What is older than the span is forgotten.
      expect(window).toEqual(times.filter((it) => it > now - rule.spanMs))
    }),
  )
})
