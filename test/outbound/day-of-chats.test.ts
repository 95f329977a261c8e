import { expect, test } from 'vitest'
import { simulateDay } from '../support/torture/day-of-chats.ts'

test('a morning of private chats, groups and channels: every digest in its place, its time and its language', async () => {
  const day = await simulateDay({ privates: 160, groups: 40, channels: 20, seed: 7, hours: [7, 9] })
  expect(day).toMatchObject({ due: 220, lost: 0, twice: 0, untimely: 0, misplaced: 0, buttonsInChannels: 0 })
  expect(day.blocked).toBeGreaterThan(0)
  expect(day.delivered).toBe(day.due - day.blocked)
})
