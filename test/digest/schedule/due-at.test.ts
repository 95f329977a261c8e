import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueAt, latestDue } from '../../../src/digest/index.ts'
import { aSubscription } from '../../support/a-subscription.ts'
import { runs } from '../../support/runs.ts'

const at = (time: string) => Date.parse(time)
const HOUR = 3_600_000

const pad = (it: number) => `${it}`.padStart(2, '0')
const anyTime = fc
  .tuple(fc.nat({ max: 23 }), fc.constantFrom(0, 1, 30, 59))
  .map(([hours, minutes]) => `${pad(hours)}:${pad(minutes)}`)

/** Within a fortnight before and after, or long ago. */
const anySince = fc.option(fc.integer({ min: -14 * 24, max: 14 * 24 }), { nil: -10_000 })

test('until a subscription is to be looked at again, nothing else is due than what was', () => {
  fc.assert(
    fc.property(
      anyTime,
      fc.subarray([1, 2, 3, 4, 5, 6, 7]),
      fc.constantFrom(
        'Asia/Shanghai',
        'Europe/Berlin',
        'America/New_York',
        'Australia/Lord_Howe',
        'Pacific/Apia',
      ),
      fc.option(fc.tuple(anyTime, anyTime), { nil: undefined }),
      anySince,
      anySince,
      fc.integer({ min: at('2024-01-01T00:00Z'), max: at('2025-01-01T00:00Z') }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), {
        minLength: 5,
        maxLength: 20,
      }),
      (time, weekdays, timeZone, quietHours, since, snoozed, nowMs, places) => {
        const subscription = aSubscription({
          time,
          weekdays,
          timeZone,
          sinceMs: nowMs + since * HOUR,
          snoozedUntilMs: nowMs + snoozed * HOUR,
          ...(quietHours && { quietHours }),
        })
        const { due, againMs } = dueAt(nowMs)(subscription)
        expect(due).toEqual(latestDue(subscription, nowMs))
        expect(againMs).toBeGreaterThan(nowMs)
        for (const place of [...places, 1 - 1e-9]) {
          const laterMs = Math.min(againMs - 1, Math.floor(nowMs + place * (againMs - nowMs)))
          const later = latestDue(subscription, laterMs)
          if (later) expect(later).toEqual(due)
        }
      },
    ),
    runs(1_000),
  )
})

test('chats with one schedule are told of their own places and times of joining', () => {
  const nowMs = at('2024-06-08T09:00+08:00')
  const dueOf = dueAt(nowMs)
  const dayOf = (given: Parameters<typeof aSubscription>[0]) => dueOf(aSubscription(given)).due
  expect(dayOf({ chatId: 1 })).toEqual({ chatId: 1, day: '2024-06-08', dueMs: at('2024-06-08T08:00+08:00') })
  expect(dayOf({ chatId: 2, threadId: 5 })).toMatchObject({ chatId: 2, threadId: 5 })
  expect(dayOf({ chatId: 3, sinceMs: nowMs - 1 })).toBeUndefined()
  expect(dayOf({ chatId: 4, snoozedUntilMs: nowMs + HOUR })).toBeUndefined()
  expect(dueOf(aSubscription({ snoozedUntilMs: nowMs + 48 * HOUR })).againMs).toBe(
    at('2024-06-11T08:00+08:00'),
  )
  expect(dueOf(aSubscription()).againMs).toBe(at('2024-06-09T08:00+08:00'))
})

test('chats whose schedules differ in one thing only are told of their own', () => {
  const dueOf = dueAt(at('2024-06-08T09:00+08:00')) // a Saturday
  const dayOf = (given: Parameters<typeof aSubscription>[0]) => dueOf(aSubscription(given)).due?.day
  expect([{}, { weekdays: [1] }, { weekdays: [1, 2] }, { weekdays: [1, 2, 6] }].map(dayOf)).toEqual([
    '2024-06-08',
    '2024-06-03',
    '2024-06-04',
    '2024-06-08',
  ])
  expect(
    [{ quietHours: ['07:00', '10:00'] as const }, { quietHours: ['07:00', '09:00'] as const }, {}].map(dayOf),
  ).toEqual([undefined, '2024-06-08', '2024-06-08'])
  expect([{ time: '09:01' }, { time: '08:59' }, { timeZone: 'UTC' }].map(dayOf)).toEqual([
    '2024-06-07',
    '2024-06-08',
    '2024-06-07',
  ])
})

test.each(['sinceMs', 'snoozedUntilMs'])('what comes due at the very moment of %s comes', (border) => {
  const [dueMs, nowMs] = [at('2024-06-08T08:00+08:00'), at('2024-06-08T09:00+08:00')]
  for (const [moment, day] of [
    [dueMs, '2024-06-08'],
    [dueMs + 1, undefined],
  ] as const) {
    const subscription = aSubscription({ [border]: moment })
    expect(dueAt(nowMs)(subscription).due?.day).toBe(day)
    expect(latestDue(subscription, nowMs)?.day).toBe(day)
  }
})
