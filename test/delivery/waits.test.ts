import { describe, expect, test } from 'vitest'
import { createRateLimitMemory } from '../../src/delivery/index.ts'
import { aDelivery, aMessage, privately } from '../support/delivery.ts'
import { posted, type Scripted, tooMany } from '../support/scripted-api.ts'

const reply = { priority: 'reply' } as const
const notice = { priority: 'notice' } as const

/** Two calls for one chat are under way at once only beside a restart; told one after the other, the second is shorter. */
async function toldTwice(first: number, second: number) {
  const waits = createRateLimitMemory()
  const before = await aDelivery(() => tooMany(first), { waits })
  const started = before.clock.now()
  void before.delivery.send(privately(7), aMessage('一'), notice)
  await before.clock.run(before.clock.sleep(1000))
  // A process that began before the wait was told, and knows nothing of it.
  const beside = await aDelivery(() => tooMany(second), {
    waits: { ...waits, recall: async () => [] },
    clock: before.clock,
  })
  void beside.delivery.send(privately(7), aMessage('二'), notice)
  await before.clock.run(before.clock.sleep(1000))
  return { waits, started, clock: before.clock }
}

describe('waits that Telegram announces', () => {
  test.each([
    [600, 90],
    [90, 600],
    [60, 61],
  ])('of %i s and then of %i s for one chat are both kept, across a restart too', async (first, second) => {
    const { waits, started, clock } = await toldTwice(first, second)
    const after = await aDelivery(() => posted(), { waits, clock })
    await clock.run(after.delivery.send(privately(7), aMessage('三'), notice))
    const [call] = after.calls
    expect((call?.atMs ?? 0) - started).toBe(1000 * Math.max(first, second + 1))
  })

  test('are waited for to the millisecond: the whole chat, and no other', async () => {
    const { delivery, clock, calls } = await aDelivery(
      (_call, nth): Scripted => (nth === 1 ? tooMany(17) : posted()),
    )
    const started = clock.now()
    const first = delivery.send(privately(7), aMessage('一'), reply)
    await clock.run(clock.sleep(5000))
    expect([delivery.waitMs(7), delivery.waitMs(8), delivery.waitMs()]).toEqual([12_000, 0, 0])
    const second = delivery.send(privately(7), aMessage('二'), reply)
    const other = delivery.send(privately(8), aMessage('三'), reply)
    await clock.run(Promise.all([first, second, other]))
    expect(calls.map(({ chatId, atMs }) => [chatId, atMs - started])).toEqual([
      [7, 0],
      [8, 5000],
      [7, 17_000],
      [7, 17_000],
    ])
    expect(delivery.waitMs(7)).toBe(0)
  })

  test('of less than a minute are not kept beyond the process; of a minute they are, until they end', async () => {
    for (const [seconds, kept] of [
      [59, 0],
      [60, 1],
    ] as const) {
      const waits = createRateLimitMemory()
      const { delivery, clock } = await aDelivery(() => tooMany(seconds), { waits })
      const started = clock.now()
      void delivery.send(privately(7), aMessage('一'), notice)
      await clock.run(clock.sleep(1))
      expect(await waits.recall(started)).toHaveLength(kept)
      expect(await waits.recall(started + 1000 * seconds - 1)).toHaveLength(kept)
      expect(await waits.recall(started + 1000 * seconds)).toEqual([])
    }
  })

  test('told to three chats within a second for the same time hold all; told to two, or a second later, they do not', async () => {
    const holds = async (gapsMs: readonly number[], secondsOf: (chatId: number) => number = () => 60) => {
      const { delivery, clock } = await aDelivery(({ chatId = 0 }) =>
        chatId < 100 ? tooMany(secondsOf(chatId)) : posted(),
      )
      for (const [n, gapMs] of gapsMs.entries()) {
        if (gapMs > 0) await clock.run(clock.sleep(gapMs))
        void delivery.send(privately(n + 1), aMessage('一'), notice)
        await clock.run(clock.sleep(0))
      }
      await clock.run(clock.sleep(100))
      return delivery.waitMs() > 0
    }
    expect(await holds([0, 100, 100])).toBe(true)
    expect(await holds([0, 100])).toBe(false)
    expect(await holds([0, 100, 1000])).toBe(false)
    expect(await holds([0, 100, 100], (n) => 30 * n)).toBe(false)
  })
})
