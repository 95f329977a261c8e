import { TelegramError } from 'telegraf'
import { expect, test } from 'vitest'
import { apiFailureOf, reasonOf } from '../../src/telegram/api-failure.ts'

const HOUR_MS = 3_600_000
const told = (description: string | undefined, retry_after?: number, error_code = 429) =>
  new TelegramError({
    error_code,
    ...(description !== undefined && { description }),
    ...(retry_after !== undefined && { parameters: { retry_after } }),
  } as ConstructorParameters<typeof TelegramError>[0])

test.each([
  ['said as a number', told('Too Many Requests: retry after 7', 35), 35_000],
  ['said in words', told('Too Many Requests: retry after 7'), 7_000],
  ['of no time', told('Too Many Requests: retry after 0', 0), 0],
  ['of an hour', told('Too Many Requests', 3_600), HOUR_MS],
  ['of a day, which is asked again after an hour', told('Too Many Requests', 86_400), HOUR_MS],
  ['that is not said', told('Too Many Requests'), undefined],
  ['that is no number', told('Too Many Requests', Number.NaN), undefined],
  ['of an error that did not come from Telegram', new Error('retry after 7'), undefined],
])('a wait %s is kept', (_what, error, waitMs) => {
  expect(apiFailureOf(error).retryAfterMs).toBe(waitMs)
})

test.each([
  [told('Conflict: terminated', undefined, 409), '409 Conflict: terminated', 409],
  [told(undefined, undefined, 502), '502', 502],
  [new TelegramError({} as never), 'an error without a reason', undefined],
  [new Error('socket hang up'), 'socket hang up', undefined],
])('%s is one line of the log: %s', (error, description, code) => {
  expect(apiFailureOf(error)).toMatchObject({ description, code })
})

test.each([
  ['an error', new Error('socket hang up'), 'socket hang up'],
  ['what is none', 'thrown', 'thrown'],
  [
    'one of each address that was tried, the same once',
    new AggregateError([new Error('ENETUNREACH'), new Error('ETIMEDOUT'), new Error('ENETUNREACH')]),
    'ENETUNREACH; ETIMEDOUT',
  ],
  [
    'an address, without the token in it',
    new Error('GET https://api.telegram.org/bot123456789:AAH-abcdefghijklmnopqrstuvwxyz_12345/getMe failed'),
    'GET https://api.telegram.org/bot[token]/getMe failed',
  ],
])('the reason of %s', (_what, error, reason) => {
  expect(reasonOf(error)).toBe(reason)
})
