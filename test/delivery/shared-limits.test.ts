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

test('but not for ever: then a bot sends two a second, since others cannot ask either', async () => {
  const { limits } = awayFor(999)
  const { delivery, clock, calls, said } = await aDelivery(() => posted(), { shared: limits })
  const began = clock.now()
  const sending = Array.from({ length: 9 }, (_, n) => delivery.send(privately(n + 1), aMessage('a'), reply))
  await clock.run(Promise.all(sending))
  const times = calls.map(({ atMs }) => atMs)
  expect(times).toHaveLength(9)
  expect(times.filter((atMs, n) => n >= 2 && atMs - (times[n - 2] ?? 0) < 1_000)).toEqual([])
  expect((times.at(-1) ?? 0) - began).toBeLessThan(8_000)
  expect(said()).toContain('the budgets of all bots cannot be asked: sending little')
})

test('a notice whose claim took so long that its place in the budgets has passed asks for another one, and is claimed once', async () => {
  let [taken, over, claims] = [0, 0, 0]
  const limits: SharedLimits = {
    take: async () => {
      taken++
      return { waitMs: 0, over: async () => void over++ }
    },
    close: async () => {},
    closed: async () => [],
  }
  const { delivery, clock, calls } = await aDelivery(() => posted(), { shared: limits })
  const beforeCall = async () => {
    claims++
    await clock.sleep(4_000)
    return true
  }
  const sent = delivery.send(privately(7), aMessage('a'), { priority: 'notice', beforeCall })
  expect(await clock.run(sent)).toMatchObject({ kind: 'sent' })
  await clock.run(clock.sleep(1_000))
  expect({ taken, over, claims, calls: calls.length }).toEqual({ taken: 2, over: 2, claims: 1, calls: 1 })
})
