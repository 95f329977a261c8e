import { expect, test } from 'vitest'
import { instantOf } from '../../../src/digest/schedule/instant-of.ts'
import { minutesOf } from '../../../src/digest/schedule/local-time.ts'

test.each([
  ['an ordinary time', 'Asia/Shanghai', '2024-06-08', '08:00', '2024-06-08T00:00:00.000Z'],
  ['half hours', 'Asia/Kathmandu', '2024-06-08', '08:00', '2024-06-08T02:15:00.000Z'],
  ['a time passed over', 'America/New_York', '2025-03-09', '02:30', '2025-03-09T07:00:00.000Z'],
  ['the end of a gap', 'America/New_York', '2025-03-09', '03:00', '2025-03-09T07:00:00.000Z'],
  ['the start of a gap', 'America/New_York', '2025-03-09', '01:59', '2025-03-09T06:59:00.000Z'],
  ['a time shown twice', 'America/New_York', '2025-11-02', '01:30', '2025-11-02T05:30:00.000Z'],
  ['after a repeat', 'America/New_York', '2025-11-02', '02:00', '2025-11-02T07:00:00.000Z'],
  ['half an hour passed over', 'Australia/Lord_Howe', '2024-10-06', '02:15', '2024-10-05T15:30:00.000Z'],
  ['half an hour shown twice', 'Australia/Lord_Howe', '2025-04-06', '01:45', '2025-04-05T14:45:00.000Z'],
  ['a midnight passed over', 'Africa/Cairo', '2024-04-26', '00:30', '2024-04-25T22:00:00.000Z'],
  ['23:30 shown twice', 'Africa/Cairo', '2024-10-31', '23:30', '2024-10-31T20:30:00.000Z'],
  ['midnight after that', 'Africa/Cairo', '2024-11-01', '00:00', '2024-10-31T22:00:00.000Z'],
  ['a clock set back for Ramadan', 'Africa/Casablanca', '2025-02-23', '02:30', '2025-02-23T01:30:00.000Z'],
  ['the day before one passed over', 'Pacific/Apia', '2011-12-29', '08:00', '2011-12-29T18:00:00.000Z'],
  ['the day after one passed over', 'Pacific/Apia', '2011-12-31', '08:00', '2011-12-30T18:00:00.000Z'],
])('%s: %s %s %s', (_case, timeZone, date, time, expected) => {
  const instant = instantOf({ date, minutes: minutesOf(time) }, timeZone)
  expect(instant === undefined ? instant : new Date(instant).toISOString()).toBe(expected)
})

test('a day that a zone passes over has no time at all', () => {
  for (const minutes of [0, 480, 1439])
    expect(instantOf({ date: '2011-12-30', minutes }, 'Pacific/Apia')).toBeUndefined()
})

test('a zone that is none is refused', () => {
  expect(() => instantOf({ date: '2024-06-08', minutes: 0 }, 'Mars/Olympus')).toThrow(RangeError)
})
