import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { callWithin } from '../../src/telegram/call-within.ts'
import { breaks, createFakeTelegram, type FakeAnswer, gives, hangs } from '../support/fake-telegram.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

/** Calls of a Telegram that answers so, and what they leave behind. */
function aCaller(answer: FakeAnswer) {
  const clock = createVirtualClock()
  const ending = new AbortController()
  let called = 0
  const telegram = createFakeTelegram(() => {
    called += 1
    return answer
  })
  const { signal } = ending
  const call = () => clock.run(callWithin(telegram, { clock, signal }, 10_000, 'getMe'))
  /** Whether nothing of the calls is waited or listened for any more. */
  const isClean = async () => {
    const ended = clock.monotonicNow()
    await expect(clock.run(new Promise(() => {}))).rejects.toThrow('nothing that holds it')
    return clock.monotonicNow() === ended && getEventListeners(signal, 'abort').length === 0
  }
  return { clock, ending, call, isClean, called: () => called }
}

test('a call gives what Telegram answers, and leaves nothing behind', async () => {
  const { call, isClean, called } = aCaller(gives({ id: 42 }))
  for (let n = 0; n < 3; n++) expect(await call()).toEqual({ id: 42 })
  expect([called(), await isClean()]).toEqual([3, true])
})

test('one that fails tells why, and leaves nothing behind', async () => {
  const { call, isClean } = aCaller(breaks(new Error('read ECONNRESET')))
  await expect(call()).rejects.toThrow('read ECONNRESET')
  expect(await isClean()).toBe(true)
})

test('one without an answer is hung up at its limit, and says so in seconds', async () => {
  const { clock, call, isClean } = aCaller(hangs)
  const began = clock.monotonicNow()
  await expect(call()).rejects.toThrow('no answer within 10 s')
  expect([clock.monotonicNow() - began, await isClean()]).toEqual([10_000, true])
})

test('one that is not wanted any more is hung up, whether it had begun or not', async () => {
  const { clock, ending, call, isClean } = aCaller(hangs)
  const began = clock.monotonicNow()
  clock.schedule(3_000, () => ending.abort())
  await expect(call()).rejects.toThrow('aborted')
  await expect(call()).rejects.toThrow('aborted')
  expect(clock.monotonicNow() - began).toBe(3_000)
  expect(await isClean()).toBe(true)
})
