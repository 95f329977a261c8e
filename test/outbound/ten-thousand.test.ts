import { expect, test } from 'vitest'
import { aSubscription } from '../support/a-subscription.ts'
import { aMessage, privately } from '../support/delivery.ts'
import { aNewspaper, anOutbound, at, portsOf } from '../support/outbound.ts'
import { posted } from '../support/scripted-api.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

const MANY = 10_000
const EIGHT = at('2024-06-10T08:00+08:00')
/** How long Telegram takes to answer. */
const ANSWER_MS = 30

test('10,000 digests due at eight: planned in a second, sent at the pace of notices, and replies do not wait', async () => {
  const clock = createVirtualClock(EIGHT - 60_000)
  const topics = [[], ['球队'], ['地铁'], ['新线 OR 主场']]
  const { store, search } = await aNewspaper(clock, [])
  const save = (n: number) =>
    store.subscriptions.save(
      aSubscription({ chatId: n, topics: topics[n % topics.length] ?? [], sinceMs: EIGHT - 60_000 }),
    )
  for (let n = 1; n <= MANY; n++) await save(n)
  const ports = portsOf(store, search)
  let planned = 0
  /** Processor time from the first look at the subscriptions to the last: the machine may be busy with other things. */
  let planMs: number | undefined
  let began: NodeJS.CpuUsage | undefined
  const subscriptions = {
    ...ports.subscriptions,
    toPlan: (...all: Parameters<typeof ports.subscriptions.toPlan>) => {
      if (clock.now() >= EIGHT) began ??= process.cpuUsage()
      return ports.subscriptions.toPlan(...all)
    },
  }
  const outbox = {
    ...ports.outbox,
    add: async (all: Parameters<typeof ports.outbox.add>[0]) => {
      const added = await ports.outbox.add(all)
      planned += added.length
      return added
    },
    supersede: async (kind: string, nowMs: number) => {
      const superseded = await ports.outbox.supersede(kind, nowMs)
      const { user, system } = process.cpuUsage(began)
      if (began) planMs ??= (user + system) / 1000
      return superseded
    },
  }
  const { calls, delivery, until, end } = await anOutbound(
    clock,
    { ...ports, outbox, subscriptions },
    () => ({ ...posted(), afterMs: ANSWER_MS }),
  )
  const waits: number[] = []
  const readers = async () => {
    await clock.sleep(EIGHT - clock.now())
    while (waits.length < 500) {
      await clock.sleep(700)
      const began = clock.now()
      await delivery.send(privately(20_000 + waits.length), aMessage('答'), { priority: 'reply' })
      waits.push(clock.now() - began)
    }
  }
  await Promise.all([readers(), until(EIGHT + 15 * 60_000)])
  await end()

  expect(planned).toBe(MANY)
  expect(planMs).toBeLessThan(1000)
  const notices = calls.filter(({ chatId }) => (chatId ?? 0) <= MANY)
  expect(new Set(notices.map(({ chatId }) => chatId)).size).toBe(MANY)
  expect(notices).toHaveLength(MANY)
  const tookMs = (notices.at(-1)?.atMs ?? 0) - EIGHT
  expect(tookMs).toBeLessThan((MANY / 20) * 1000)
  expect(waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.95)]).toBeLessThan(300)
})
