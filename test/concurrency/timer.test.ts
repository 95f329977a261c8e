import { expect, test } from 'vitest'
import { Timer } from '../../src/concurrency/index.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

function aTimer() {
  const clock = createVirtualClock()
  const began = clock.monotonicNow()
  const ran: number[] = []
  const timer = new Timer(clock, () => void ran.push(clock.monotonicNow() - began))
  return {
    clock,
    ran,
    timer,
    at: (ms: number) => began + ms,
    pass: (ms: number) => clock.run(clock.sleep(ms)),
  }
}

test('a timer runs once, at the earliest time that was asked for, and can then be set again', async () => {
  const { ran, timer, at, pass } = aTimer()
  for (const ms of [500, 200, 300]) timer.runAt(at(ms))
  await pass(1_000)
  expect(ran).toEqual([200])
  timer.runAt(at(1_500))
  timer.runAt(at(0)) // a time that has passed is now
  await pass(1_000)
  expect(ran).toEqual([200, 1_000])
  // A time that was used up hides none behind it.
  for (const ms of [2_300, 2_800]) {
    timer.runAt(at(ms))
    await pass(500)
  }
  expect(ran.slice(2)).toEqual([2_300, 2_800])
})

test('a time in the background gives way to one that holds the process, and holds none itself', async () => {
  const { clock, ran, timer, at, pass } = aTimer()
  timer.runInBackgroundAt(at(100))
  timer.runAt(at(400))
  timer.runInBackgroundAt(at(50))
  await pass(1_000)
  expect(ran).toEqual([400])
  timer.runInBackgroundAt(at(5_000))
  await expect(clock.run(new Promise(() => {}))).rejects.toThrow('nothing that holds it')
})

test('of times in the background the earliest counts, whatever was asked for first', async () => {
  const { ran, timer, at, pass } = aTimer()
  for (const ms of [500, 200, 300]) timer.runInBackgroundAt(at(ms))
  await pass(1_000)
  expect(ran).toEqual([200])
  // A time that holds the process takes its place though it comes later, and is not put off by one before it.
  timer.runInBackgroundAt(at(1_100))
  timer.runAt(at(1_300))
  timer.runInBackgroundAt(at(1_050))
  await pass(1_000)
  expect(ran).toEqual([200, 1_300])
})
