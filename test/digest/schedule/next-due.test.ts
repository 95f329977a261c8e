import fc from 'fast-check'
import { expect, test } from 'vitest'
import { latestDue, nextDue } from '../../../src/digest/index.ts'
import type { Subscription } from '../../../src/store/index.ts'
import { aSubscription } from '../../support/a-subscription.ts'
import { runs } from '../../support/runs.ts'

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const at = (iso: string) => Date.parse(iso)
const berlin = { timeZone: 'Europe/Berlin' }

test.each<[string, Partial<Subscription>, string, string | undefined]>([
  ['later today', {}, '2024-06-08T07:59:59+08:00', '2024-06-08T08:00+08:00'],
  ['at its time: tomorrow', {}, '2024-06-08T08:00+08:00', '2024-06-09T08:00+08:00'],
  ['on the wanted weekday', { weekdays: [1] }, '2024-06-08T12:00+08:00', '2024-06-10T08:00+08:00'],
  ['in a week, on its own day', { weekdays: [6] }, '2024-06-08T08:00+08:00', '2024-06-15T08:00+08:00'],
  ['on no weekday', { weekdays: [] }, '2024-06-08T12:00+08:00', undefined],
  [
    'in the zone of the chat',
    { timeZone: 'America/New_York' },
    '2024-06-08T12:30Z',
    '2024-06-09T08:00-04:00',
  ],
  [
    'after snooze',
    { snoozedUntilMs: at('2024-06-11T12:00+08:00') },
    '2024-06-08T12:00+08:00',
    '2024-06-12T08:00+08:00',
  ],
  ['when snooze is over', { snoozedUntilMs: 1 }, '2024-06-08T07:00+08:00', '2024-06-08T08:00+08:00'],
  [
    'after quiet hours',
    { quietHours: ['22:00', '09:30'] },
    '2024-06-08T07:00+08:00',
    '2024-06-08T09:30+08:00',
  ],
  [
    'of yesterday evening, while quiet hours last',
    { time: '23:00', quietHours: ['22:00', '07:00'] },
    '2024-06-09T06:00+08:00',
    '2024-06-09T07:00+08:00',
  ],
  [
    'not what was due before it was made',
    { time: '23:00', quietHours: ['22:00', '07:00'], sinceMs: at('2024-06-09T05:00+08:00') },
    '2024-06-09T06:00+08:00',
    '2024-06-10T07:00+08:00',
  ],
  [
    'clocks are set forward over its time: right after',
    { ...berlin, time: '02:30' },
    '2024-03-31T00:00Z',
    '2024-03-31T03:00+02:00',
  ],
  [
    'clocks are set back, and its time is shown twice: the first time',
    { ...berlin, time: '02:30' },
    '2024-10-26T20:00Z',
    '2024-10-27T02:30+02:00',
  ],
  [
    'between the two times: tomorrow',
    { ...berlin, time: '02:30' },
    '2024-10-27T02:40+02:00',
    '2024-10-28T02:30+01:00',
  ],
  [
    'the day after a change is an hour longer',
    { ...berlin },
    '2024-10-26T08:00+02:00',
    '2024-10-27T08:00+01:00',
  ],
  [
    'a zone passes over the day',
    { timeZone: 'Pacific/Apia' },
    '2011-12-29T20:00-10:00',
    '2011-12-31T08:00+14:00',
  ],
])('the next digest comes %s', (_when, given, now, expected) => {
  const next = nextDue(aSubscription(given), at(now))
  expect(next === undefined ? undefined : new Date(next).toISOString()).toBe(
    expected && new Date(at(expected)).toISOString(),
  )
})

test('what was the next is the latest when it comes, and not before', () => {
  const pad = (it: number) => `${it}`.padStart(2, '0')
  const anyTime = fc
    .tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }))
    .map(([hours, minutes]) => `${pad(hours)}:${pad(minutes)}`)
  fc.assert(
    fc.property(
      anyTime,
      fc.subarray(EVERY_DAY, { minLength: 1 }),
      fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'),
      fc.option(fc.tuple(anyTime, anyTime), { nil: undefined }),
      fc.integer({ min: at('2024-01-01T00:00Z'), max: at('2025-01-01T00:00Z') }),
      (time, weekdays, timeZone, quiet, nowMs) => {
        const quietHours = quiet ? { quietHours: quiet } : {}
        const subscription = aSubscription({ time, weekdays, timeZone, sinceMs: nowMs, ...quietHours })
        const next = nextDue(subscription, nowMs) ?? Number.NaN
        expect(latestDue(subscription, next)).toBeDefined()
        if (next - 1 > nowMs) expect(latestDue(subscription, next - 1)).toBeUndefined()
      },
    ),
    runs(300),
  )
})
