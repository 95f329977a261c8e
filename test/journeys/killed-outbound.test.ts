import { expect, test } from 'vitest'
import { killOutbound } from '../support/torture/outbound.ts'

/** 1,000 rounds: `npm run torture:outbound`. */
const ROUNDS = 50

test('of digests, alerts and notices whose sender is killed 50 times none is lost, and no more come twice than are marked', async () => {
  const { kills, inFlight, lost, extra, marked, unmarked } = await killOutbound(ROUNDS, 6)
  expect(kills).toBe(ROUNDS)
  expect([lost, unmarked]).toEqual([0, 0])
  expect(extra).toBeLessThanOrEqual(marked)
  // One at a kill, as messages are begun one after another; beside other programs a slow one no longer holds up the next.
  expect(marked).toBeLessThanOrEqual(inFlight)
  expect(inFlight).toBeLessThanOrEqual(2 * kills)
})
