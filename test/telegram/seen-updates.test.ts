import { expect, test } from 'vitest'
import { createMemorySeenUpdates } from '../../src/telegram/seen-updates.ts'
import { createManualClock } from '../support/manual-clock.ts'

const HOUR_MS = 3_600_000

function open() {
  const clock = createManualClock()
  const seen = createMemorySeenUpdates(clock)
  return { clock, claim: async (...ids: readonly number[]) => [...(await seen.claim(ids))] }
}

test('an update is claimed once, within one call too', async () => {
  const { claim } = open()
  expect(await claim(5, 6, 5)).toEqual([5, 6])
  expect(await claim(6, 7)).toEqual([7])
  expect(await claim()).toEqual([])
})

test('an update is remembered for 48 hours from when it was claimed, and not longer', async () => {
  const { clock, claim } = open()
  await claim(1)
  clock.advance(24 * HOUR_MS)
  expect(await claim(1, 2)).toEqual([2])
  clock.advance(24 * HOUR_MS - 1)
  expect(await claim(1, 2)).toEqual([])
  clock.advance(1)
  expect(await claim(1, 2)).toEqual([1])
  clock.advance(24 * HOUR_MS)
  expect(await claim(1, 2)).toEqual([2])
})

test('of more than half a million the oldest are forgotten, and no more than have to be', async () => {
  const most = 500_000
  const seen = createMemorySeenUpdates(createManualClock())
  const all = Array.from({ length: most }, (_, id) => id)
  expect((await seen.claim(all)).size).toBe(most)
  // There is room for one that is new: for the oldest.
  expect([...(await seen.claim([1, most - 1]))]).toEqual([])
  expect([...(await seen.claim([0]))]).toEqual([0])
  expect([...(await seen.claim([2]))]).toEqual([])
  expect([...(await seen.claim([1]))]).toEqual([1])
})
