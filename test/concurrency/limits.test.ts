import { expect, test } from 'vitest'
import {
  ConcurrencyLimiter,
  doublingBackoffMs,
  jitteredBackoffMs,
  repeat,
  retryUntilDone,
  within,
} from '../../src/concurrency/index.ts'
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

test('to be idle is waited for until all is done, also what was begun meanwhile', async () => {
  const clock = createVirtualClock()
  const limiter = new ConcurrencyLimiter(2, new AbortController().signal)
  const done: string[] = []
  const task = (name: string, ms: number) => async () => {
    await clock.sleep(ms)
    done.push(name)
  }
  await limiter.idle()
  limiter.run(async () => {
    await clock.sleep(100)
    limiter.run(task('second', 200))
    done.push('first')
  })
  await clock.run(limiter.idle())
  expect(done).toEqual(['first', 'second'])
})

test('there is room for the next task as soon as one is done, and not before', async () => {
  const clock = createVirtualClock()
  const limiter = new ConcurrencyLimiter(2, new AbortController().signal)
  const began = clock.monotonicNow()
  const begunMs: number[] = []
  const start = async () => {
    for (const ms of [300, 100, 50, 400, 10]) {
      await limiter.room()
      limiter.run(async () => {
        begunMs.push(clock.monotonicNow() - began)
        await clock.sleep(ms)
      })
    }
    await limiter.idle()
  }
  await clock.run(start())
  expect(begunMs).toEqual([0, 0, 100, 150, 300])
  expect(clock.monotonicNow() - began).toBe(550)
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

test('work that is done in time leaves no limit set, which would hold the process', async () => {
  const clock = createVirtualClock()
  await clock.run(within(clock, 60_000, Promise.resolve(1)))
  await expect(clock.run(within(clock, 60_000, Promise.reject(new Error('no'))))).rejects.toThrow('no')
  const ended = clock.monotonicNow()
  await expect(clock.run(new Promise(() => {}))).rejects.toThrow('nothing that holds it')
  // At once, not after a minute.
  expect(clock.monotonicNow()).toBe(ended)
})

test('what is repeated begins at once, and again so long after its end, whether it fails or not', async () => {
  const clock = createVirtualClock()
  const stopping = new AbortController()
  const began = clock.monotonicNow()
  const begunMs: number[] = []
  const failures: unknown[] = []
  const failure = new Error('no')
  const work = async () => {
    begunMs.push(clock.monotonicNow() - began)
    await clock.sleep(100)
    if (begunMs.length === 2) throw failure
    if (begunMs.length === 4) clock.schedule(300, () => stopping.abort())
  }
  await clock.run(
    repeat(work, {
      timing: clock,
      everyMs: 1_000,
      signal: stopping.signal,
      onFailure: (error) => void failures.push(error),
    }),
  )
  expect([begunMs, failures]).toEqual([[0, 1_100, 2_200, 3_300], [failure]])
  expect(clock.monotonicNow() - began).toBe(3_700)
  await repeat(work, { timing: clock, everyMs: 1, signal: stopping.signal, onFailure: () => {} })
  expect(begunMs).toHaveLength(4)
})

test('a wait with chance is a part of one that doubles from half a second to a minute', () => {
  expect([1, 2, 3, 7, 8, 5000].map((failures) => jitteredBackoffMs(failures, 0.5))).toEqual([
    250, 500, 1_000, 16_000, 30_000, 30_000,
  ])
  expect([jitteredBackoffMs(3, 0), jitteredBackoffMs(1, 0.9999)]).toEqual([0, 499])
})

test('a wait doubles from the first one on, up to its cap', () => {
  expect([1, 2, 3, 4, 5000].map((failures) => doublingBackoffMs(60, failures, 400))).toEqual([
    60, 120, 240, 400, 400,
  ])
})
