import { expect, onTestFinished, test } from 'vitest'
import type { Subscription } from '../../src/store/index.ts'
import { aSubscription } from '../support/a-subscription.ts'
import { aNewspaper, anOutbound, at, DAY, HOUR, portsOf } from '../support/outbound.ts'
import { type MadeCall, posted, refusal, type Scripted } from '../support/scripted-api.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

const START = at('2024-06-10T07:59+08:00')

/** A bot whose chats want pictures unless told, after so long. */
async function after(
  ms: number,
  script: (call: MadeCall, nth: number) => Scripted = posted,
  given: Partial<Subscription> = {},
  language?: 'en',
) {
  const clock = createVirtualClock(START)
  const { store, search } = await aNewspaper(clock, [
    aSubscription({ sinceMs: START, withPicture: true, ...given }),
  ])
  await store.chats.heard({ chatId: 7, kind: 'private' })
  if (language) await store.chats.setLanguage(7, language)
  const bot = await anOutbound(clock, portsOf(store, search), script)
  onTestFinished(bot.end)
  await bot.until(START + ms)
  return bot
}

test('the front page of its day follows a digest that is wanted with a picture, in the language of the chat', async () => {
  const { calls, shown } = await after(HOUR)
  expect(calls).toHaveLength(1)
  expect(shown).toMatchObject([{ chatId: 7, shows: { kind: 'front' } }])
  expect(shown[0]?.caption.markup).toContain('6月7日')
  const english = await after(HOUR, posted, {}, 'en')
  expect(english.shown[0]?.caption.markup).toContain('7 June')
})

test('none follows where none is wanted; where one is, each is of the day that its digest is of', async () => {
  expect((await after(HOUR, posted, { withPicture: false })).shown).toEqual([])
  // On the second day there is no newer issue, and an older one is read again.
  const { calls, shown } = await after(2 * DAY)
  expect(calls).toHaveLength(2)
  const days = shown.map(({ caption }) => /\d+月\d+日/.exec(caption.markup)?.[0] ?? '')
  expect(new Set(days).size).toBe(2)
  for (const [n, day] of days.entries()) expect(calls[n]?.text).toContain(day)
})

test('none follows a digest that was not sent; one that is sent again is followed by one, once', async () => {
  const refused = await after(HOUR, () => refusal(400, 'Bad Request: BUTTON_DATA_INVALID'))
  expect([refused.calls.length, refused.shown.length]).toEqual([1, 0])
  const again = await after(HOUR, (_call, nth) =>
    nth === 1 ? { answer: { kind: 'network', written: true, reason: 'ECONNRESET' } } : posted(),
  )
  expect([again.calls.length, again.shown.length]).toEqual([2, 1])
})
