import { expect, test } from 'vitest'
import { localDate } from '../../src/ops/index.ts'

test.each([
  ['2024-06-08T15:59:59Z', 'Asia/Shanghai', '2024-06-08'],
  ['2024-06-08T16:00:00Z', 'Asia/Shanghai', '2024-06-09'],
  ['2024-01-01T02:00:00Z', 'America/New_York', '2023-12-31'],
])('at %s it is in %s the %s', (time, zone, day) => {
  expect(localDate(Date.parse(time), zone)).toBe(day)
})
