import { expect, test } from 'vitest'
import { createPressAnswer } from '../../src/telegram/press-answer.ts'
import { aDelivery } from '../support/delivery.ts'

const taken = () => ({ answer: { kind: 'ok', result: true } }) as const

/** A press that waits for its answer from now on. */
async function aPress() {
  const { delivery, clock, calls } = await aDelivery(taken)
  const giveUps = new Set<() => void>()
  const wall = clock.now()
  const answer = createPressAnswer(delivery, clock, 'p1', giveUps)
  const pass = (ms: number) => clock.run(clock.sleep(ms))
  const give = (toast: string) => answer.give(toast)
  return { clock, give, giveUps, pass, answers: () => calls.map(({ atMs, text }) => [atMs - wall, text]) }
}

test('a press is answered once, by whoever answers first, and nothing of it is kept', async () => {
  const { give, giveUps, pass, answers } = await aPress()
  expect(giveUps.size).toBe(1)
  await pass(1_000)
  give('好了')
  expect(giveUps.size).toBe(0)
  give('再来')
  await pass(20_000)
  expect(answers()).toEqual([[1_000, '好了']])
})

test('a press that nobody has answered after six seconds is answered with nothing, once', async () => {
  const { give, giveUps, pass, answers } = await aPress()
  await pass(5_999)
  expect(answers()).toEqual([])
  await pass(1)
  give('太晚了')
  await pass(20_000)
  expect(answers()).toEqual([[6_000, undefined]])
  expect(giveUps.size).toBe(0)
})

test('a press that is given up is left alone', async () => {
  const { clock, give, giveUps, pass, answers } = await aPress()
  for (const giveUp of giveUps) giveUp()
  expect(giveUps.size).toBe(0)
  give('太晚了')
  // Nothing holds a process any more.
  const ended = clock.monotonicNow()
  await expect(clock.run(new Promise(() => {}))).rejects.toThrow('nothing that holds it')
  expect(clock.monotonicNow()).toBe(ended)
  await pass(20_000)
  expect(answers()).toEqual([])
})
