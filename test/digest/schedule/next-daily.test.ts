import { expect, test } from 'vitest'
import { nextDaily } from '../../../src/digest/index.ts'
import { aSubscription } from '../../support/a-subscription.ts'

const at = (iso: string) => Date.parse(iso)
const SCHEDULE = { time: '07:30', timeZone: 'Asia/Shanghai' }
const now = at('2024-06-08T06:00+08:00')

test.each([
  ['nobody has subscribed: when digests come here', [], '2024-06-08T07:30+08:00'],
  [
    'a topic and the chat itself have: with that of the chat',
    [aSubscription({ threadId: 3, time: '09:00' }), aSubscription({ time: '10:00' })],
    '2024-06-08T10:00+08:00',
  ],
  [
    'only topics have: with the first of them',
    [aSubscription({ threadId: 3, time: '09:00' }), aSubscription({ threadId: 4, time: '08:00' })],
    '2024-06-08T09:00+08:00',
  ],
  ['the time of today has come', [aSubscription({ time: '06:00' })], '2024-06-09T06:00+08:00'],
  [
    'it falls into quiet hours: after them',
    [aSubscription({ time: '06:30', quietHours: ['22:00', '08:00'] })],
    '2024-06-08T08:00+08:00',
  ],
  [
    'digests come on Mondays, and are put off for a month: all the same tomorrow',
    [aSubscription({ time: '05:00', weekdays: [1], snoozedUntilMs: at('2024-07-08T06:00+08:00') })],
    '2024-06-09T05:00+08:00',
  ],
  [
    'the zone has lost its name: by the clock of this place',
    [aSubscription({ time: '09:00', timeZone: 'Asia/Nowhere' })],
    '2024-06-08T09:00+08:00',
  ],
])('what comes once a day comes, if %s', (_case, subscriptions, expected) => {
  expect(nextDaily(subscriptions, SCHEDULE, now)).toBe(at(expected))
})
