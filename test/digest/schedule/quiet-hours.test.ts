import { expect, test } from 'vitest'
import { quietUntil } from '../../../src/digest/index.ts'

const at = (iso: string) => Date.parse(iso)
const overNight = { quietHours: ['22:00', '07:30'], timeZone: 'Asia/Shanghai' } as const
const atNoon = { quietHours: ['12:00', '14:00'], timeZone: 'Asia/Shanghai' } as const

test.each([
  ['at their first moment', overNight, '2024-06-08T22:00+08:00', '2024-06-09T07:30+08:00'],
  ['in their evening, within a minute', overNight, '2024-06-08T23:15:42.123+08:00', '2024-06-09T07:30+08:00'],
  ['in their morning', overNight, '2024-06-09T07:29:59.999+08:00', '2024-06-09T07:30+08:00'],
  ['at midnight', overNight, '2024-06-09T00:00+08:00', '2024-06-09T07:30+08:00'],
  ['when they end', overNight, '2024-06-09T07:30+08:00', undefined],
  ['just before they begin', overNight, '2024-06-08T21:59:59.999+08:00', undefined],
  ['within a day', atNoon, '2024-06-08T13:00:01+08:00', '2024-06-08T14:00+08:00'],
  ['behind those of the day', atNoon, '2024-06-08T14:00+08:00', undefined],
  ['without any', { timeZone: 'Asia/Shanghai' }, '2024-06-08T13:00+08:00', undefined],
  // 5:45 ahead of Greenwich: minutes there are no minutes of an hour elsewhere.
  [
    'in a zone of odd minutes',
    { ...atNoon, timeZone: 'Asia/Kathmandu' },
    '2024-06-08T12:00:30+05:45',
    '2024-06-08T14:00+05:45',
  ],
])('quiet hours %s last until their end', (_case, subscription, now, end) => {
  expect(quietUntil(subscription, at(now))).toBe(end === undefined ? undefined : at(end))
})
