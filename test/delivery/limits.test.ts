import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DeliveryResult } from '../../src/delivery/index.ts'
import { aDelivery, aMessage } from '../support/delivery.ts'
import { runs } from '../support/runs.ts'
import { type MadeCall, posted, refusal, type Scripted, tooMany } from '../support/scripted-api.ts'

/** People, a group, and two groups that move, with their new ids. */
const PEOPLE = Array.from({ length: 12 }, (_, n) => n + 1)
/** In an arrival: each of the people. */
const EVERYBODY = 0
const GROUPS = [-10, -11, -12]
const MOVED = new Map([
  [-11, -111],
  [-12, -112],
])

/** Something that is to be sent: after an idle gap, so many at once. */
interface Arrival {
  readonly gapMs: number
  readonly chatId: number
  readonly priority: 'reply' | 'notice'
  /** For each chat. */
  readonly count: number
}

/** What a call meets; what is not named succeeds. */
type Meets =
  | { readonly kind: 'fine'; readonly afterMs: number }
  | { readonly kind: 'wait'; readonly seconds: number }
  /** From now on for a second, whoever calls is told to wait until the same time. */
  | { readonly kind: 'waitAll'; readonly seconds: number }
  | { readonly kind: 'badGateway' }
  | { readonly kind: 'lost' }
  /** Groups move as soon as one of their calls meets this. */
  | { readonly kind: 'move' }

const anyArrival: fc.Arbitrary<Arrival> = fc.record({
  gapMs: fc.oneof(fc.nat(40), fc.nat(3000), fc.constantFrom(0, 1000, 59_999, 60_000, 60_001, 200_000)),
  chatId: fc.constantFrom(1, 2, 3, ...GROUPS, ...GROUPS, EVERYBODY),
  priority: fc.constantFrom('reply', 'notice'),
  count: fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 25 })),
})

const anyMeeting: fc.Arbitrary<Meets> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.record({ kind: fc.constant('fine'), afterMs: fc.constantFrom(0, 0, 30, 2000) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('wait'), seconds: fc.constantFrom(1, 2, 17, 90) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('waitAll'), seconds: fc.constantFrom(2, 30) }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'badGateway' }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'lost' }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'move' }) },
)

/** So few cases may be tried that none of them has a wait of all. */
const ALL_ARE_TOLD: [Arrival[], Meets[]] = [
  [{ gapMs: 0, chatId: EVERYBODY, priority: 'reply', count: 3 }],
  [{ kind: 'waitAll', seconds: 2 }],
]

/** What a chat, or everybody, was told: to be left alone from one time until another. */
interface Told {
  readonly chatId: number
  readonly atMs: number
  readonly untilMs: number
}

/** A Telegram that answers call by call as the meetings say, and remembers whom it told what. */
function aTelegram(meetings: readonly Meets[]) {
  const told: Told[] = []
  /** The latest end of a call, by chat. */
  const busyUntil = new Map<number, number>()
  let overlaps = 0
  const lost = new Set<string | undefined>()
  const moved = new Set<number>()
  let allUntil = { fromMs: 0, untilMs: 0 }
  const answer = ({ chatId = 0, atMs, text }: MadeCall, nth: number): Scripted => {
    if (atMs < (busyUntil.get(chatId) ?? 0)) overlaps += 1
    const newId = MOVED.get(chatId)
    if (newId !== undefined && moved.has(chatId)) return movedTo(newId)
    const tell = (seconds: number): Scripted => {
      told.push({ chatId, atMs, untilMs: atMs + seconds * 1000 })
      return tooMany(seconds)
    }
    if (atMs < allUntil.fromMs + 1000) return tell(Math.ceil((allUntil.untilMs - atMs) / 1000))
    const meets = meetings[nth - 1] ?? { kind: 'fine', afterMs: 0 }
    switch (meets.kind) {
      case 'fine':
        busyUntil.set(chatId, atMs + meets.afterMs)
        return { ...posted(), afterMs: meets.afterMs }
      case 'wait':
        return tell(meets.seconds)
      case 'waitAll':
        allUntil = { fromMs: atMs, untilMs: atMs + meets.seconds * 1000 }
        return tell(meets.seconds)
      case 'badGateway':
        return refusal(502, 'Bad Gateway')
      case 'lost':
        lost.add(text)
        return { answer: { kind: 'network', written: true, reason: 'ECONNRESET' } }
      case 'move':
        if (newId === undefined) return posted()
        moved.add(chatId)
        return movedTo(newId)
    }
  }
  return { answer, told, lost, overlaps: () => overlaps }
}

const movedTo = (id: number) =>
  refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrateToChatId: id })

/** Three chats that are told within a second of the same end mean all: from the third on. */
function toldAll(told: readonly Told[]): readonly Told[] {
  return told.filter((it, index) => {
    const same = told
      .slice(0, index + 1)
      .filter((other) => other.atMs > it.atMs - 1000 && Math.abs(other.untilMs - it.untilMs) <= 1000)
    return new Set(same.map(({ chatId }) => chatId)).size >= 3
  })
}

/** Most of these times that lie within a span, wherever it begins. */
const most = (times: readonly number[], spanMs: number) =>
  Math.max(0, ...times.map((from) => times.filter((it) => it >= from && it < from + spanMs).length))

interface Sent {
  readonly chatId: number
  readonly priority: 'reply' | 'notice'
  readonly name: string
  readonly outcome: Promise<DeliveryResult>
}

async function live(arrivals: readonly Arrival[], meetings: readonly Meets[]) {
  const telegram = aTelegram(meetings)
  const { delivery, clock, calls } = await aDelivery(telegram.answer)
  const sent: Sent[] = []
  const arrive = async () => {
    for (const arrival of arrivals) {
      if (arrival.gapMs > 0) await clock.sleep(arrival.gapMs)
      const { priority } = arrival
      const chatIds = arrival.chatId === EVERYBODY ? PEOPLE : [arrival.chatId]
      for (let n = 0; n < arrival.count; n++)
        for (const chatId of chatIds) {
          const name = `${sent.length}`
          sent.push({
            chatId,
            priority,
            name,
            outcome: delivery.send({ chatId }, aMessage(name), { priority }),
          })
        }
    }
  }
  await clock.run(arrive())
  const outcomes = await clock.run(Promise.all(sent.map((it) => it.outcome)))
  return { calls, sent, outcomes, ...telegram }
}

test('whatever comes, and whatever is answered, no limit is passed and no announced wait is cut short', async () => {
  const tried = { ...runs(40), examples: [ALL_ARE_TOLD] }
  let calledAgain = 0
  let waitsOfAll = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyArrival, { minLength: 5, maxLength: 40 }),
      fc.array(anyMeeting, { minLength: 20, maxLength: 300 }),
      async (arrivals, meetings) => {
        const { calls, sent, outcomes, told, lost, overlaps } = await live(arrivals, meetings)

        // The limits, by chat as Telegram knows it.
        expect(
          most(
            calls.map(({ atMs }) => atMs),
            1000,
          ),
        ).toBeLessThanOrEqual(30)
        for (const chatId of new Set(calls.map((call) => call.chatId ?? 0))) {
          const times = calls.filter((call) => call.chatId === chatId).map(({ atMs }) => atMs)
          // One a second, with a burst of five.
          for (const seconds of [1, 3, 10])
            expect(most(times, seconds * 1000)).toBeLessThanOrEqual(4 + seconds)
          if (chatId < 0) expect(most(times, 60_000)).toBeLessThanOrEqual(20)
        }

        // The waits, of the chat and of all.
        const all = toldAll(told)
        waitsOfAll += all.length
        const early = calls.filter(({ chatId, atMs }) =>
          [...told.filter((it) => it.chatId === chatId), ...all].some(
            (it) => it.atMs < atMs && atMs < it.untilMs,
          ),
        )
        expect(early).toEqual([])

        // What became of each: said once, and the truth.
        for (const [index, { priority, name }] of sent.entries()) {
          const outcome = outcomes[index]
          const own = calls.filter(({ text }) => text === `<b>${name}</b>`)
          calledAgain += own.length > 1 ? 1 : 0
          if (outcome?.kind === 'sent') expect(own.length).toBeGreaterThanOrEqual(1)
          // A notice fails for nothing that passes.
          if (outcome?.kind === 'ambiguous') expect(lost).toContain(`<b>${name}</b>`)
          if (priority === 'notice') expect(outcome?.kind).not.toBe('failed')
        }

        // One after the other, in the order in which they came, for each chat and priority; also what was called again.
        expect(overlaps()).toBe(0)
        const lastCall = new Map(calls.map(({ text = '' }, index) => [text, index]))
        for (const chatId of [...PEOPLE, ...GROUPS])
          for (const priority of ['reply', 'notice']) {
            const places = sent
              .filter((it) => it.chatId === chatId && it.priority === priority)
              .flatMap(({ name }) => lastCall.get(`<b>${name}</b>`) ?? [])
            expect(places).toEqual(places.toSorted((a, b) => a - b))
          }
      },
    ),
    tried,
  )
  // There were some to look at.
  expect(calledAgain).toBeGreaterThan(tried.numRuns)
  expect(waitsOfAll).toBeGreaterThan(0)
}, 120_000)
