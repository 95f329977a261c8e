import { expect, test } from 'vitest'
import { TimeSlice, yieldToEventLoop } from '../../src/concurrency/index.ts'

/** Keeps the process busy until something is so, which no other work of it can change. */
const busyUntil = (isSo: () => boolean) => {
  while (!isSo());
}

test('a slice is over after ten milliseconds of work, and a new one begins when others had their turn', async () => {
  const began = performance.now()
  const slice = new TimeSlice()
  busyUntil(() => slice.isOver())
  expect(performance.now() - began).toBeGreaterThan(10)
  let hadTurn = false
  setImmediate(() => (hadTurn = true))
  const beganAnew = performance.now()
  await slice.yield()
  expect(hadTurn).toBe(true)
  busyUntil(() => slice.isOver())
  expect(performance.now() - beganAnew).toBeGreaterThan(10)
})

test('to yield lets timers and input have their turn, not promises alone', async () => {
  let hadTurn = false
  setImmediate(() => (hadTurn = true))
  await Promise.resolve()
  expect(hadTurn).toBe(false)
  await yieldToEventLoop()
  expect(hadTurn).toBe(true)
})
