import { expect, test } from 'vitest'
import { mutateUpdates, repeatUpdates } from '../support/torture/updates.ts'

// The full numbers are run by `npm run torture:updates`.

test('200 updates, each given three times in any order: 200 effects', async () => {
  expect(await repeatUpdates(200, 3, 6)).toEqual({ effects: 200, different: 200 })
})

test.each(['polling', 'webhook'] as const)('300 mutated updates by %s end nothing', async (mode) => {
  const { answered, code, said, statuses } = await mutateUpdates(mode, 300, 6)
  expect(answered).toBe(true)
  expect(code).toBe(0)
  expect(said).not.toMatch(/unhandled|uncaught/i)
  expect(statuses.filter((status) => status >= 500)).toEqual([])
})
