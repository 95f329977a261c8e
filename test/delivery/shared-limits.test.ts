import { expect, test } from 'vitest'
import type { SharedLimits } from '../../src/delivery/index.ts'
import { aDelivery, aMessage, privately } from '../support/delivery.ts'
import { posted } from '../support/scripted-api.ts'

const reply = { priority: 'reply' } as const

/** The budgets of all bots, which cannot be asked the first times. */
function awayFor(times: number) {
  let asked = 0
  const limits: SharedLimits = {
    take: async () => {
      if (++asked <= times) throw new Error('the server is restarted')
      return { waitMs: 0, over: async () => {} }
    },
    close: async () => {},
    closed: async () => [],
  }
  return { limits, asked: () => asked }
}

test('while the budgets of all bots cannot be asked a call waits for them', async () => {
  const { limits, asked } = awayFor(2)
  const { delivery, clock, calls, said } = await aDelivery(() => posted(), { shared: limits })
  const began = clock.now()
  expect(await clock.run(delivery.send(privately(7), aMessage('a'), reply))).toMatchObject({ kind: 'sent' })
  expect(asked()).toBe(3)
  expect((calls[0]?.atMs ?? 0) - began).toBeGreaterThanOrEqual(1_000)
  expect(said()).not.toContain('cannot be asked')
})

test('but not for ever: then the bot keeps to its own', async () => {
  const { limits, asked } = awayFor(99)
  const { delivery, clock, calls, said } = await aDelivery(() => posted(), { shared: limits })
  await clock.run(delivery.send(privately(7), aMessage('a'), reply))
  expect(asked()).toBe(3)
  expect(calls).toHaveLength(1)
  expect(said()).toContain('the budgets of all bots cannot be asked: keeping to those of this one')
})
