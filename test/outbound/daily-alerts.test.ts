import { expect, test } from 'vitest'
import { matchAlerts } from '../../src/outbound/index.ts'
import { matchDailyAlerts } from '../../src/outbound/match-daily-alerts.ts'
import { aSubscription } from '../support/a-subscription.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { aNewspaper, anOutbound, aStory, at, portsOf } from '../support/outbound.ts'
import { messagesTo } from '../support/outbox.ts'
import { posted } from '../support/scripted-api.ts'
import { shelve } from '../support/stores.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

const timesOf = (calls: readonly { readonly atMs: number }[]) =>
  calls.map(({ atMs }) => new Date(atMs).toISOString().slice(0, 16))

test('alerts that come once a day are one message at the time of the digest, and none on a day without news', async () => {
  const start = at('2024-06-10T06:00+08:00')
  const clock = createVirtualClock(start)
  // Its digests come on Fridays only; the alerts come at their time on every day.
  const { store, search } = await aNewspaper(clock, [
    aSubscription({ chatId: 7, time: '07:30', weekdays: [5], sinceMs: start }),
  ])
  for (const chatId of [7, 8]) {
    await store.chats.heard({ chatId, kind: 'private' })
    const arrival = await store.archive.latestArrival()
    await store.alerts.add({ chatId, ownerId: chatId, query: '班列', arrival }, 9)
  }
  await store.chats.setAlertsDue(7, at('2024-06-10T07:30+08:00'))
  const bot = await anOutbound(clock, portsOf(store, search), posted)
  const arrive = async (headline: string) => {
    await shelve(store, [aStory('2024-06-10', headline)])
    await matchAlerts({ ...store, search, now: () => clock.now() })
    bot.wake.notify()
  }
  await bot.until(at('2024-06-10T06:30+08:00'))
  await arrive('班列首发')
  await bot.until(at('2024-06-10T06:45+08:00'))
  await arrive('班列返程')
  await bot.until(at('2024-06-10T07:00+08:00'))
  expect(bot.calls.map(({ chatId }) => chatId)).toEqual([8, 8])
  await bot.until(at('2024-06-10T07:31+08:00'))
  const daily = bot.calls.filter(({ chatId }) => chatId === 7)
  expect(timesOf(daily)).toEqual(['2024-06-09T23:30'])
  expect(daily[0]?.text).toMatch(/ 2 篇新报道[^]*首发<[^]*返程</)
  expect((await store.chats.get(7))?.alertsDueMs).toBe(at('2024-06-11T07:30+08:00'))
  await bot.until(at('2024-06-11T07:31+08:00'))
  await bot.end()
  expect(bot.calls).toHaveLength(3)
})

test('all whose time has come by now are told, of nothing that is muted, and the next time is noted before it is over', async () => {
  const now = at('2024-06-10T08:00+08:00')
  const { store, search } = await aNewspaper(createManualClock(now))
  const arrival = await store.archive.latestArrival()
  for (const chatId of [7, 8, 9, 10]) {
    await store.chats.heard({ chatId, kind: 'private' })
    await store.chats.setAlertsDue(chatId, chatId === 10 ? now + 1 : now)
    const alert = await store.alerts.add({ chatId, ownerId: chatId, query: '班列', arrival }, 9)
    if (chatId === 9 && alert) await store.alerts.change(alert.id, { muted: true })
  }
  await shelve(store, [aStory('2024-06-10', '班列首发')])
  const parts = { ...store, search, schedule: { time: '08:00', timeZone: 'Asia/Shanghai' }, now: () => now }
  expect(await matchDailyAlerts(parts)).toBe(2)
  const told = await messagesTo(store.outbox, 7, 8, 9, 10)
  expect(told.map(({ chatId }) => chatId)).toEqual([7, 8])
  const due = await Promise.all([7, 8, 9, 10].map(async (id) => (await store.chats.get(id))?.alertsDueMs))
  const tomorrow = at('2024-06-11T08:00+08:00')
  expect(due).toEqual([tomorrow, tomorrow, tomorrow, now + 1])
  expect(await matchDailyAlerts(parts)).toBe(0)
})
