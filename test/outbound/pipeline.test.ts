import { expect, onTestFinished, test } from 'vitest'
import type { AlarmProbes } from '../../src/outbound/index.ts'
import { aSubscription } from '../support/a-subscription.ts'
import { withDelays, withFaults } from '../support/faulty-store.ts'
import { aNewspaper, anOutbound, aStory, at, DAY, portsOf } from '../support/outbound.ts'
import { aNotice, messagesTo } from '../support/outbox.ts'
import { posted } from '../support/scripted-api.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

// How the parts of the pipeline go together: when each begins, and what the end waits for.

const START = at('2024-06-08T09:00:30+08:00')

async function open(
  given: Parameters<typeof aNewspaper>[1] = [],
  articles = [aStory('2024-06-08', '地铁通车')],
) {
  const clock = createVirtualClock(START)
  const { store, search } = await aNewspaper(clock, given, articles)
  return { clock, store, ports: portsOf(store, search) }
}
type Opened = Awaited<ReturnType<typeof open>>

/** The same ports, of which one call takes so long. */
const slowly = ({ clock, ports: { search, ...ports } }: Opened, slow: string, ms: number) => {
  const told: string[] = []
  const slowed = withDelays(ports, async (call) => {
    if (call !== slow) return
    await clock.sleep(ms)
    told.push(slow)
  })
  return { ports: { ...slowed, search }, told }
}

test('a digest comes at its minute, whatever the second at which the bot began', async () => {
  const { clock, ports } = await open([aSubscription({ time: '09:05', sinceMs: START })])
  const bot = await anOutbound(clock, ports, posted)
  onTestFinished(bot.end)
  await bot.until(START + 10 * 60_000)
  const late = bot.calls.map(({ atMs }) => atMs - at('2024-06-08T09:05+08:00'))
  expect(late).toHaveLength(1)
  expect(late[0]).toBeLessThan(1000)
})

test('nothing is sent before it is noted what the process before has left', async () => {
  const opened = await open()
  const { clock, store } = opened
  const [left = 0] = await store.outbox.add([aNotice('left', { dueMs: START - 1 })])
  await store.outbox.claim(left)
  await store.outbox.add([aNotice('new', { chatId: 8, dueMs: START - 1 })])
  const { ports } = slowly(opened, 'outbox.recover', 5000)
  const bot = await anOutbound(clock, ports, posted)
  onTestFinished(bot.end)
  await bot.until(START + 4999)
  expect(bot.calls).toEqual([])
  await bot.until(START + 20_000)
  expect(bot.calls.map(({ chatId }) => chatId)).toEqual([7, 8])
  expect(await store.outbox.get(left)).toMatchObject({ status: 'sent', possibleDuplicates: 1 })
})

test.each(['personalData.goneSince', 'deletions.due', 'subscriptions.toPlan', 'outbox.due'])(
  'the end waits for %s, and nothing is asked of the store after it: then that is closed',
  async (slow) => {
    const opened = await open([aSubscription({ time: '09:05', sinceMs: START })])
    const { ports, told } = slowly(opened, slow, 2000)
    const { search, ...stored } = ports
    let [isClosed, asked] = [false, 0]
    const watched = withFaults(stored, () => {
      if (isClosed) asked++
      return false
    })
    const bot = await anOutbound(opened.clock, { ...watched, search }, posted)
    await bot.until(START + 500)
    await bot.end()
    isClosed = true
    const before = told.length
    await bot.until(START + 300_000)
    expect([told.length - before, asked]).toEqual([0, 0])
    expect(told.length).toBeGreaterThan(0)
  },
)

test('what is wrong is told to the operators beside all else, until the end', async () => {
  const { clock, store, ports } = await open()
  const good = async () => ({ state: 'good', figure: '' }) as const
  const names = ['disk', 'database', 'corpus', 'index', 'digests', 'blocked', 'reader'] as const
  let looks = 0
  const disk = async () => {
    looks++
    return { state: 'bad', figure: '9 MB' } as const
  }
  const probes = { ...Object.fromEntries(names.map((it) => [it, good])), disk } as unknown as AlarmProbes
  const operators = {
    outbox: store.outbox,
    adminIds: [1],
    timeZone: 'Asia/Shanghai',
    now: () => clock.now(),
    onNotice: () => {},
  }
  const alarms = { probes, operators, tellDirectly: async () => {} }
  const bot = await anOutbound(clock, Object.assign(ports, { alarms }), posted)
  await bot.until(START + 5000)
  expect((await messagesTo(store.outbox, 1)).map(({ payload }) => payload)).toMatchObject([
    { kind: 'alarm', alarm: 'disk' },
  ])
  await bot.until(START + 120_000)
  await bot.end()
  const before = looks
  expect(before).toBeGreaterThan(1)
  await bot.until(START + 300_000)
  expect(looks).toBe(before)
})

test('a digest is of the day of its reader: the same one wherever it is read at that hour', async () => {
  const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Pacific/Auckland']
  const { clock, ports } = await open(
    zones.map((timeZone, n) => aSubscription({ chatId: n + 1, time: '21:00', timeZone, sinceMs: START })),
  )
  const bot = await anOutbound(clock, ports, posted)
  onTestFinished(bot.end)
  await bot.until(START + DAY)
  const texts = bot.calls.map(({ text }) => text)
  expect(texts).toHaveLength(zones.length)
  expect(new Set(texts).size).toBe(1)
})

test('a round-up that comes after midnight is of the days that it would have told of', async () => {
  // Sunday; the issue of Sunday before is of the week before.
  const start = at('2024-06-09T22:00+08:00')
  const days = ['2024-06-02', '2024-06-03', '2024-06-07']
  const told = async (onlineMs: number) => {
    const clock = createVirtualClock(onlineMs)
    const weekly = aSubscription({ weekdays: [7], time: '23:00', sinceMs: start })
    const stories = days.map((day, n) => aStory(day, ['荷花节开幕', '大桥通车', '夜间开放'][n] ?? ''))
    const { store, search } = await aNewspaper(clock, [weekly], stories)
    const bot = await anOutbound(clock, portsOf(store, search), posted)
    await bot.until(onlineMs + 2 * 3_600_000)
    await bot.end()
    return bot.calls[0]?.text?.split('\n')[0]
  }
  const inTime = await told(start)
  expect(inTime).toContain('6月3日')
  expect(await told(at('2024-06-10T03:00+08:00'))).toBe(inTime)
})
