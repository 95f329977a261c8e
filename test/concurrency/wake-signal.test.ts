import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { WakeSignal } from '../../src/concurrency/index.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

function aSleeper() {
  const clock = createVirtualClock()
  const stopping = new AbortController()
  const wake = new WakeSignal(clock)
  const began = clock.monotonicNow()
  /** Waits, and tells how long, and whether it was notified. */
  const wait = async (ms: number) => [await wake.wait(ms, stopping.signal), clock.monotonicNow() - began]
  return { clock, wake, stopping, wait, began }
}

test('a sleeper sleeps until it is notified, or its time is over', async () => {
  const { clock, wake, wait } = aSleeper()
  clock.schedule(300, () => wake.notify())
  expect(await clock.run(wait(1_000))).toEqual([true, 300])
  expect(await clock.run(wait(1_000))).toEqual([false, 1_300])
})

test('what is notified while nobody waits ends the next wait, once, unless it is taken back', async () => {
  const { clock, wake, wait } = aSleeper()
  wake.notify()
  wake.notify()
  expect(await clock.run(wait(1_000))).toEqual([true, 0])
  expect(await clock.run(wait(1_000))).toEqual([false, 1_000])
  wake.notify()
  wake.clear()
  expect(await clock.run(wait(1_000))).toEqual([false, 2_000])
})

test('whoever is told to stop sleeps no more, and leaves nothing behind', async () => {
  const { clock, wake, stopping, wait, began } = aSleeper()
  for (let n = 0; n < 50; n++) {
    wake.notify()
    await wait(1_000)
  }
  // Also where it did sleep, and was woken or woke by itself.
  clock.schedule(5, () => wake.notify())
  for (let n = 0; n < 3; n++) await clock.run(wait(1_000))
  expect(getEventListeners(stopping.signal, 'abort')).toEqual([])
  const before = clock.monotonicNow() - began
  clock.schedule(10, () => stopping.abort())
  expect(await clock.run(wait(1_000))).toEqual([false, before + 10])
  expect(await clock.run(wait(1_000))).toEqual([false, before + 10])
  await expect(clock.run(clock.sleepInBackground(1))).rejects.toThrow('nothing that holds it')
})
