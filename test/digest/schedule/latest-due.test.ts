import { describe, expect, test } from 'vitest'
import { type DueDigest, isLate, latestDue } from '../../../src/digest/index.ts'
import type { Subscription } from '../../../src/store/index.ts'
import { aSubscription } from '../../support/a-subscription.ts'

const HOUR = 3_600_000
const at = (iso: string) => Date.parse(iso)
/** The digests planned by somebody who looks at these moments, in the order of planning. */
function plan(
  moments: Iterable<number>,
  subscriptionAt: (nowMs: number) => Subscription,
): readonly DueDigest[] {
  const byDay = new Map<string, DueDigest>()
  for (const nowMs of moments) {
    const due = latestDue(subscriptionAt(nowMs), nowMs)
    if (due && !byDay.has(due.day)) byDay.set(due.day, due)
  }
  return [...byDay.values()]
}
function* every(stepMs: number, from: string, to: string): Generator<number> {
  for (let nowMs = at(from); nowMs < at(to); nowMs += stepMs) yield nowMs
}

describe('what is due', () => {
  test.each([
    ['just before its time: that of yesterday', {}, '2024-06-08T07:59:59+08:00', '2024-06-07'],
    ['at its time', {}, '2024-06-08T08:00+08:00', '2024-06-08'],
    [
      'on a weekend, where only Mondays are wanted',
      { weekdays: [1] },
      '2024-06-09T12:00+08:00',
      '2024-06-03',
    ],
    ['on the wanted day before its time', { weekdays: [1] }, '2024-06-03T07:00+08:00', '2024-05-27'],
    ['on no weekday', { weekdays: [] }, '2024-06-08T12:00+08:00', undefined],
    ['in quiet hours', { quietHours: ['07:00', '09:00'] }, '2024-06-08T08:30+08:00', undefined],
    ['when they end', { quietHours: ['07:00', '09:00'] }, '2024-06-08T09:00+08:00', '2024-06-08'],
    ['in quiet hours over midnight', { quietHours: ['22:00', '09:00'] }, '2024-06-08T08:30+08:00', undefined],
    [
      'after quiet hours over midnight: the day that it was meant for',
      { time: '23:00', quietHours: ['22:00', '07:00'] },
      '2024-06-09T07:00+08:00',
      '2024-06-08',
    ],
    [
      'subscribed too late for today',
      { sinceMs: at('2024-06-08T08:01+08:00') },
      '2024-06-08T20:00+08:00',
      undefined,
    ],
    ['subscribed in time', { sinceMs: at('2024-06-08T07:59+08:00') }, '2024-06-08T20:00+08:00', '2024-06-08'],
    ['snoozed', { snoozedUntilMs: at('2024-06-10T00:00+08:00') }, '2024-06-09T12:00+08:00', undefined],
    [
      'what came due while snoozed',
      { snoozedUntilMs: at('2024-06-10T00:00+08:00') },
      '2024-06-10T07:00+08:00',
      undefined,
    ],
    [
      'after the snooze',
      { snoozedUntilMs: at('2024-06-10T00:00+08:00') },
      '2024-06-10T08:00+08:00',
      '2024-06-10',
    ],
  ] as const)('%s', (_case, given, now, day) => {
    expect(latestDue(aSubscription(given), at(now))?.day).toBe(day)
  })

  test('a forum topic keeps its own', () => {
    expect(latestDue(aSubscription({ threadId: 3 }), at('2024-06-08T09:00+08:00'))).toEqual({
      chatId: 7,
      threadId: 3,
      day: '2024-06-08',
      dueMs: at('2024-06-08T08:00+08:00'),
    })
  })
})

describe('what happens to clocks and settings', () => {
  const subscription = aSubscription({ sinceMs: at('2024-06-01T00:00+08:00') })
  const days = (...moments: string[]) => plan(moments.map(at), () => subscription).map(({ day }) => day)

  test('after three days of downtime only the latest is due, and late', () => {
    expect(days('2024-06-05T09:00+08:00', '2024-06-08T12:00+08:00')).toEqual(['2024-06-05', '2024-06-08'])
    expect(isLate(subscription, at('2024-06-08T08:00+08:00'), at('2024-06-08T12:00+08:00'))).toBe(true)
  })

  test('a clock that jumps a day ahead and back loses nothing and repeats nothing', () => {
    expect(
      days(
        '2024-06-05T09:00+08:00',
        '2024-06-07T07:00+08:00',
        '2024-06-06T09:00+08:00',
        '2024-06-07T09:00+08:00',
      ),
    ).toEqual(['2024-06-05', '2024-06-06', '2024-06-07'])
    expect(
      days(
        '2024-06-05T09:00+08:00',
        '2024-06-04T09:00+08:00',
        '2024-06-05T10:00+08:00',
        '2024-06-06T09:00+08:00',
      ),
    ).toEqual(['2024-06-05', '2024-06-04', '2024-06-06'])
  })

  test.each([
    ['Asia/Shanghai', 'America/New_York'],
    ['America/New_York', 'Asia/Shanghai'],
    ['Pacific/Kiritimati', 'Pacific/Pago_Pago'],
    ['Pacific/Pago_Pago', 'Pacific/Kiritimati'],
  ])(
    'a chat that moves from %s to %s at any hour has each local day at most once, and waits 49 hours at most',
    (from, to) => {
      for (let hour = 0; hour < 48; hour++) {
        const movedMs = at('2024-06-05T00:00Z') + hour * HOUR
        const before = aSubscription({ timeZone: from, sinceMs: at('2024-06-01T00:00Z') })
        const after = aSubscription({ timeZone: to, sinceMs: movedMs })
        const planned = plan(every(HOUR / 2, '2024-06-02T00:00Z', '2024-06-12T00:00Z'), (nowMs) =>
          nowMs < movedMs ? before : after,
        )
        const sentMs = planned.map(({ dueMs }) => dueMs)
        expect(sentMs.length).toBeGreaterThanOrEqual(9)
        expect(sentMs).toEqual(sentMs.toSorted((a, b) => a - b))
        for (const [i, ms] of sentMs.entries())
          expect(ms - (sentMs[i - 1] ?? ms)).toBeLessThanOrEqual(49 * HOUR)
      }
    },
  )
})

describe('lateness', () => {
  test.each([
    ['at its time', {}, '08:00', '08:00', false],
    ['a quarter of an hour after', {}, '08:00', '08:15', false],
    ['half an hour after', {}, '08:00', '08:30', true],
    ['held by quiet hours', { quietHours: ['07:30', '10:00'] }, '08:00', '10:05', false],
    ['long after quiet hours', { quietHours: ['07:30', '10:00'] }, '08:00', '10:30', true],
  ] as const)('%s', (_case, given, due, now, late) => {
    const [dueMs, nowMs] = [at(`2024-06-08T${due}+08:00`), at(`2024-06-08T${now}+08:00`)]
    expect(isLate(aSubscription(given), dueMs, nowMs)).toBe(late)
  })
})
