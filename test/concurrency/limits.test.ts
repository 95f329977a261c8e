import { expect, test } from 'vitest'
import { ConcurrencyLimiter, doublingBackoffMs, retryUntilDone, within } from '../../src/concurrency/index.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

test('no more tasks run at a time than may, and no more are waited for when it is to stop', async () => {
  const clock = createVirtualClock()
  const stopping = new AbortController()
  const limiter = new ConcurrencyLimiter(3, stopping.signal)
  let [running, most, done] = [0, 0, 0]
  const task = async () => {
    most = Math.max(most, ++running)
    await clock.sleep(100)
    running -= 1
    done += 1
  }
  const start = async () => {
    for (let n = 0; n < 10; n++) {
      await limiter.room()
      limiter.run(task)
    }
    await limiter.idle()
  }
  await clock.run(start())
  expect([most, done]).toEqual([3, 10])
  for (let n = 0; n < 3; n++) limiter.run(task)
  const room = limiter.room()
  stopping.abort()
  await room
  expect(running).toBe(3)
  await clock.run(limiter.idle())
  expect(running).toBe(0)
})

test('work is tried until it is done, with a pause between two tries, or until it is given up', async () => {
  const clock = createVirtualClock()
  const stopping = new AbortController()
  const failures: unknown[] = []
  const options = {
    timing: clock,
    pauseMs: 5_000,
    signal: stopping.signal,
    onFailure: (error: unknown) => void failures.push(error),
  }
  const full = new Error('the disk is full')
  const began = clock.monotonicNow()
  let tries = 0
  const work = async () => {
    if (++tries < 3) throw full
    return 'written'
  }
  expect(await clock.run(retryUntilDone(work, options))).toBe('written')
  expect(clock.monotonicNow() - began).toBe(10_000)
  expect(failures).toEqual([full, full])
  clock.schedule(12_000, () => stopping.abort())
  expect(await clock.run(retryUntilDone(() => Promise.reject(full), options))).toBeUndefined()
  expect(failures).toHaveLength(6)
})

test('work that is late is waited for no longer, nor work that is given up', async () => {
  const clock = createVirtualClock()
  const giveUps = new Set<() => void>()
  expect(await clock.run(within(clock, 100, Promise.resolve(1), giveUps))).toBe(1)
  await expect(within(clock, 100, Promise.reject(new Error('no')), giveUps)).rejects.toThrow('no')
  expect(giveUps.size).toBe(0)
  const never = new Promise(() => {})
  await expect(clock.run(within(clock, 100, never, giveUps))).rejects.toThrow('no answer within 100 ms')
  expect(giveUps.size).toBe(0)
  const waiting = within(clock, 100, never, giveUps)
  for (const giveUp of giveUps) giveUp()
  await expect(waiting).rejects.toThrow('given up')
})

test('a wait doubles from the first one on, up to its cap', () => {
  expect([1, 2, 3, 4, 5000].map((failures) => doublingBackoffMs(60, failures, 400))).toEqual([
    60, 120, 240, 400, 400,
  ])
})
