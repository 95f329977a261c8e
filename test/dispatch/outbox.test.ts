import { expect, onTestFinished, test } from 'vitest'
import { html } from '../../src/chat/html.ts'
import type { WriteNews } from '../../src/chat/index.ts'
import { createMemoryWaits } from '../../src/delivery/index.ts'
import { createBell, createQuietUntil, tellOperators } from '../../src/dispatch/index.ts'
import { runOutbox } from '../../src/dispatch/outbox-round.ts'
import { createLogger } from '../../src/ops/index.ts'
import type { Letter, Store } from '../../src/store/index.ts'
import { aDelivery } from '../support/delivery.ts'
import { type MadeCall, posted, refusal, type Scripted } from '../support/scripted-api.ts'
import { openTestStore } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

const write: WriteNews = async (news, { maybeTwice }) =>
  news.kind === 'longWait'
    ? { html: html`${maybeTwice ? '可能重复 ' : ''}${news.since}`, buttons: [] }
    : undefined
const letter = (text: string, given: Partial<Letter> = {}): Letter => ({
  chatId: 7,
  payload: { kind: 'longWait', since: text, until: '' },
  priority: 1,
  notBeforeMs: 0,
  ...given,
})

/** An outbox that is worked off before a Telegram that answers as the script says. */
async function openOutbox(script: (call: MadeCall, nth: number) => Scripted, folder?: string) {
  const clock = createVirtualClock()
  const store = await openTestStore({ now: () => clock.now(), ...(folder !== undefined && { folder }) })
  const { delivery, calls } = await aDelivery(script, { clock })
  const bell = createBell(clock)
  const ending = new AbortController()
  const log = createLogger('error', { write: () => {} })
  const quietUntil = createQuietUntil(store.subscriptions)
  const parts = { outbox: store.outbox, delivery, write, quietUntil, bell, clock, log }
  let running: Promise<void> = Promise.resolve()
  const end = async () => {
    ending.abort()
    await clock.run(Promise.all([delivery.close(1000), running]))
  }
  onTestFinished(end)
  return {
    ...store,
    clock,
    bell,
    end,
    texts: () => calls.map(({ text }) => text),
    times: () => calls.map(({ atMs }) => atMs),
    run: async (ms: number) => {
      running = runOutbox(parts, ending.signal)
      await clock.run(clock.sleep(ms))
    },
  }
}
const put = async ({ outbox }: Pick<Store, 'outbox'>, ...letters: readonly Letter[]) => {
  const ids: number[] = []
  for (const it of letters) ids.push((await outbox.put(it)) ?? 0)
  return ids
}

test('letters go when their time has come, the most urgent first, and are noted as sent', async () => {
  const box = await openOutbox(() => posted())
  const later = box.clock.now() + 90_000
  const ids = await put(
    box,
    letter('later', { notBeforeMs: later }),
    letter('plain'),
    letter('urgent', { priority: 2 }),
  )
  await box.run(60_000)
  expect(box.texts()).toEqual(['urgent', 'plain'])
  await box.clock.run(box.clock.sleep(60_000))
  expect(box.texts()).toEqual(['urgent', 'plain', 'later'])
  for (const id of ids)
    expect(await box.outbox.get(id)).toMatchObject({ state: 'sent', messageId: expect.any(Number) })
})

test('a letter that comes meanwhile goes when the bell rings', async () => {
  const box = await openOutbox(() => posted())
  await box.run(10_000)
  const now = box.clock.now()
  await put(box, letter('news'))
  box.bell.ring()
  await box.clock.run(box.clock.sleep(100))
  expect(box.times()).toEqual([now])
})

test('what may have arrived goes again, and says so', async () => {
  const box = await openOutbox((_call, nth) =>
    nth === 1 ? { answer: { kind: 'network', written: true, reason: '' } } : posted(),
  )
  const [id = 0] = await put(box, letter('news'))
  await box.run(120_000)
  expect(box.texts()).toEqual(['news', '可能重复 news'])
  expect(await box.outbox.get(id)).toMatchObject({ state: 'sent', possibleDuplicate: true })
})

test('what was being sent when the process ended goes again, and says so; what waited does not', async () => {
  const folder = temporaryFolder()
  const before = await openTestStore({ folder })
  const [begun = 0] = await put(before, letter('begun'), letter('waited'))
  await before.outbox.begin(begun)
  const box = await openOutbox(() => posted(), folder)
  await box.run(10_000)
  expect(box.texts()).toEqual(['可能重复 begun', 'waited'])
})

test('a chat that is gone is not written to, and holds nobody up', async () => {
  const blocked = refusal(403, 'Forbidden: bot was blocked by the user')
  const box = await openOutbox(({ chatId }) => (chatId === 7 ? blocked : posted()))
  const [gone = 0, other = 0] = await put(box, letter('a'), letter('b', { chatId: 8 }))
  await box.run(10_000)
  expect(await box.outbox.get(gone)).toMatchObject({ state: 'failed', reason: 'gone' })
  expect(await box.outbox.get(other)).toMatchObject({ state: 'sent' })
})

test('quiet hours hold letters back to the minute', async () => {
  const box = await openOutbox(() => posted())
  await box.subscriptions.save({
    chatId: 7,
    time: '08:00',
    weekdays: [1],
    timeZone: 'Asia/Shanghai',
    topics: [],
    length: 'short',
    skipWhenEmpty: true,
    quietHours: ['08:00', '09:30'], // it is 09:00 there
  })
  await put(box, letter('news'), letter('other', { chatId: 8 }))
  const began = box.clock.now()
  await box.run(3_600_000)
  expect(box.texts()).toEqual(['other', 'news'])
  expect(box.times()[1]).toBe(began + 30 * 60_000)
})

test('told to stop, it leaves what has not begun for the next start, unmarked', async () => {
  const box = await openOutbox(() => posted())
  const letters = Array.from({ length: 40 }, (_, n) => letter(`${n}`))
  const ids = await put(box, ...letters)
  await box.run(10_000) // one a second to the same chat
  await box.end()
  const entries = await Promise.all(ids.map((id) => box.outbox.get(id)))
  const sent = entries.filter((it) => it?.state === 'sent')
  expect(sent.length).toBe(box.texts().length)
  expect(sent.length).toBeLessThan(40)
  expect(entries.filter((it) => it?.state !== 'sent')).toEqual(
    entries.filter((it) => it?.state === 'waiting' && !it.possibleDuplicate),
  )
})

test('news of which nothing is left is not sent', async () => {
  const box = await openOutbox(() => posted())
  const [id = 0] = await put(box, letter('', { payload: { kind: 'alerts', matches: [], unlisted: 0 } }))
  await box.run(1000)
  expect(box.texts()).toEqual([])
  expect(await box.outbox.get(id)).toMatchObject({ state: 'failed', reason: 'nothing left to tell' })
})

test('a thousand letters to a thousand chats go at the pace that notices have', async () => {
  const box = await openOutbox(() => posted())
  await put(box, ...Array.from({ length: 1000 }, (_, n) => letter(`${n}`, { chatId: n + 1 })))
  await box.run(45_000)
  expect(box.texts()).toHaveLength(1000)
})

test('whoever runs the bot is told of a long wait once: of all chats, or of one for hours', async () => {
  const { outbox } = await openTestStore()
  let rung = 0
  const waits = tellOperators(createMemoryWaits(), {
    outbox,
    adminIds: [1, 2],
    timeZone: 'Asia/Shanghai',
    now: () => 0,
    onLetter: () => {
      rung++
    },
  })
  for (const untilMs of [300_000, 300_400]) await waits.remember({ scope: 'all', untilMs })
  await waits.remember({ scope: 'chat 9', untilMs: 120_000 })
  await waits.remember({ scope: 'chat 9', untilMs: 7_200_000 })
  const told = (await outbox.due(0, 9)).map(({ chatId, payload }) => [chatId, payload])
  const all = { kind: 'longWait', since: '1970-01-01 08:00', until: '1970-01-01 08:05' }
  const one = { kind: 'longWait', since: '1970-01-01 08:00', until: '1970-01-01 10:00', chatId: 9 }
  expect(told).toEqual([
    [1, all],
    [2, all],
    [1, one],
    [2, one],
  ])
  expect(rung).toBeGreaterThan(0)
  expect(await waits.recall(0)).toHaveLength(2)
})
