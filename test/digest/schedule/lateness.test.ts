import { expect, test } from 'vitest'
import { latenessOf } from '../../../src/digest/index.ts'
import { inKnownZone } from '../../../src/digest/schedule/known-zone.ts'
import { aSubscription } from '../../support/a-subscription.ts'

const at = (iso: string) => Date.parse(iso)
const lateness = (due: string, now: string, given: Parameters<typeof aSubscription>[0] = {}) =>
  latenessOf(aSubscription(given), at(due), at(now))

test.each([
  ['in time', '2024-06-08T08:00+08:00', '2024-06-08T08:00+08:00', {}, undefined],
  ['just not late', '2024-06-08T08:00+08:00', '2024-06-08T08:29:59.999+08:00', {}, undefined],
  ['half an hour late', '2024-06-08T08:00+08:00', '2024-06-08T08:30+08:00', {}, { time: '08:00' }],
  ['late, on the same day', '2024-06-08T00:05+08:00', '2024-06-08T23:59+08:00', {}, { time: '00:05' }],
  // In Greenwich it is the same day still.
  [
    'late, after midnight',
    '2024-06-08T23:20+08:00',
    '2024-06-09T00:05+08:00',
    {},
    { time: '23:20', day: '2024-06-08' },
  ],
  [
    'on another day in Greenwich, and on one where it is read',
    '2024-06-08T07:20+08:00',
    '2024-06-08T08:05+08:00',
    {},
    { time: '07:20' },
  ],
  [
    'elsewhere, by its own clocks',
    '2024-06-08T08:00+08:00',
    '2024-06-08T12:30+08:00',
    { timeZone: 'America/New_York' },
    { time: '20:00', day: '2024-06-07' },
  ],
  [
    'held up by quiet hours alone',
    '2024-06-08T08:00+08:00',
    '2024-06-08T12:10+08:00',
    { quietHours: ['07:00', '12:00'] },
    undefined,
  ],
  [
    'held up by quiet hours, and then for half an hour more',
    '2024-06-08T08:00+08:00',
    '2024-06-08T12:30+08:00',
    { quietHours: ['07:00', '12:00'] },
    { time: '08:00' },
  ],
] as const)(
  'of a digest that comes %s it is told when it should have',
  (_case, due, now, given, expected) => {
    expect(lateness(due, now, given)).toEqual(expected)
  },
)

test('a zone that this machine does not know gives way to another one, each time that it is asked for', () => {
  const [known, gone] = [
    aSubscription({ timeZone: 'Europe/Berlin' }),
    aSubscription({ timeZone: 'Mars/Base' }),
  ]
  for (let times = 0; times < 2; times++) {
    expect(inKnownZone(known, 'Asia/Tokyo')).toBe(known)
    expect(inKnownZone(gone, 'Asia/Tokyo')).toEqual({ ...gone, timeZone: 'Asia/Tokyo' })
    expect(inKnownZone(gone, 'UTC').timeZone).toBe('UTC')
  }
})
