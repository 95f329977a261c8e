import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FakeAnswer, gives, hangs, refuses } from '../support/fake-telegram.ts'
import { aPoller } from '../support/poller.ts'
import { runs } from '../support/runs.ts'

const HOUR = 3_600_000

/** What one `getUpdates` meets. */
type Meets =
  | { readonly kind: 'new'; readonly count: number }
  | { readonly kind: 'known' }
  /** Ids begin anew, lower than all before. */
  | { readonly kind: 'restart' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'error'; readonly code: number }
  | { readonly kind: 'webhook' }
  | { readonly kind: 'hang' }
  | { readonly kind: 'diskFull' }

const anyMeeting: fc.Arbitrary<Meets> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('new'), count: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'known' }) },
  fc.constant({ kind: 'restart' }),
  fc.constant({ kind: 'empty' }),
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('wait'), seconds: fc.integer({ min: 1, max: 500 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('error'), code: fc.constantFrom(400, 401, 404, 409, 500, 502) }),
  },
  fc.constant({ kind: 'webhook' }),
  fc.constant({ kind: 'hang' }),
  fc.constant({ kind: 'diskFull' }),
)

const updatesFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, n) => ({ update_id: first + n, message: {} }))

/** The calls that a poller is to make: with which offset, and when, to the millisecond. */
function plan(meetings: readonly Meets[]) {
  const calls: { readonly offset: number; readonly atMs: number; readonly answer: FakeAnswer }[] = []
  const taken: number[] = []
  const full = new Set<number>()
  let [offset, atMs, failures, repeats, takeovers, webhooks] = [0, 0, 0, 0, 0, 1]
  let [next, lowest, last] = [700_000_000, 700_000_000, 0]
  const fail = (waitMs?: number) => {
    failures += 1
    const doublings = failures <= 20 ? Math.min(failures, 4) : failures
    atMs += waitMs ?? Math.min(60_000, 500 * 2 ** (doublings - 1)) / 2
  }
  for (const meets of meetings) {
    const call = (answer: FakeAnswer) => void calls.push({ offset, atMs, answer })
    switch (meets.kind) {
      case 'new':
      case 'restart':
      case 'diskFull': {
        if (meets.kind === 'restart') {
          lowest -= 1_000_000
          next = lowest
        }
        const updates = updatesFrom(next, meets.kind === 'new' ? meets.count : 1)
        call(gives(updates))
        takeovers += 1
        failures = 0
        if (meets.kind === 'diskFull') {
          full.add(takeovers)
          fail()
          break
        }
        taken.push(...updates.map(({ update_id }) => update_id))
        next += updates.length
        last = next - 1
        offset = next
        repeats = 0
        break
      }
      case 'known':
        if (last === 0) break
        call(gives(updatesFrom(last, 1)))
        takeovers += 1
        failures = 0
        offset = last + 1
        repeats += 1
        if (repeats >= 2) atMs += Math.min(5000, 250 * 2 ** repeats)
        break
      case 'empty':
        call(gives([]))
        failures = 0
        atMs += 100 // it was not held
        break
      case 'wait':
        call(refuses(429, 'Too Many Requests', { retry_after: meets.seconds }))
        fail(meets.seconds * 1000)
        break
      case 'error':
        call(refuses(meets.code))
        fail()
        break
      case 'webhook':
        call(refuses(409, "Conflict: can't use getUpdates method while webhook is active"))
        webhooks += 1
        fail()
        break
      case 'hang':
        call(hangs)
        atMs += 35_000
        fail()
        break
    }
  }
  return { calls, taken, full, webhooks, next: { offset, atMs } }
}

test('every call asks with the right offset, at the right millisecond, whatever came before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyMeeting, { minLength: 1, maxLength: 25 }), async (meetings) => {
      const { calls, taken, full, webhooks, next } = plan(meetings)
      const poller = aPoller((nth) => calls[nth - 1]?.answer, { takes: (nth) => !full.has(nth) })
      await poller.pass(next.atMs + 1)
      const asked = [...calls, next].map(({ offset, atMs }) => ({ offset, atMs }))
      expect(poller.asked).toEqual(asked)
      expect(poller.taken).toEqual(taken)
      expect(poller.others).toEqual(Array.from({ length: webhooks }, () => 'deleteWebhook'))
      await poller.stop()
    }),
    runs(60),
  )
})

describe('how often Telegram is asked', () => {
  test('an hour without updates: a call for each 25 seconds that a request is held', async () => {
    const poller = aPoller(() => undefined)
    await poller.pass(HOUR - 1)
    expect(poller.asked).toHaveLength(HOUR / 25_000)
    expect(poller.others).toEqual(['deleteWebhook'])
    expect(poller.said).toEqual([])
    await poller.stop()
  })

  test('an hour of failures: twenty waits of four seconds at most, then of a minute, halved by chance', async () => {
    const poller = aPoller(() => refuses(502, 'Bad Gateway'))
    await poller.pass(HOUR - 1)
    const [first, later] = [250 + 500 + 1000 + 17 * 2000, 30_000]
    expect(poller.asked).toHaveLength(1 + 20 + Math.floor((HOUR - 1 - first) / later))
    expect(poller.others).toEqual(['deleteWebhook'])
    await poller.stop()
  })

  test('a failure is forgotten after one answer: the next one waits as the first did', async () => {
    const poller = aPoller((nth) => (nth % 5 === 0 ? gives([]) : refuses(500)))
    await poller.pass(60_000)
    const pauses = poller.asked.slice(1).map(({ atMs }, n) => atMs - (poller.asked[n]?.atMs ?? 0))
    expect(pauses.slice(0, 10)).toEqual([250, 500, 1000, 2000, 100, 250, 500, 1000, 2000, 100])
    await poller.stop()
  })
})

describe('told to stop', () => {
  test.each<[string, FakeAnswer, number]>([
    ['while it waits out a 429', refuses(429, 'Too Many Requests', { retry_after: 300 }), 1000],
    ['while a request is held', hangs, 1000],
    ['while it waits out a failure', refuses(500), 100],
  ])('%s, it ends at once and asks no more', async (_when, answer, afterMs) => {
    const poller = aPoller(() => answer)
    await poller.pass(afterMs)
    const began = poller.clock.monotonicNow()
    await poller.stop()
    expect(poller.clock.monotonicNow()).toBe(began)
    expect(poller.asked).toHaveLength(1)
  })
})

test('a batch that cannot be taken over is asked for again, with the same offset', async () => {
  const poller = aPoller(
    (nth, offset) =>
      nth === 1 ? gives(updatesFrom(5, 1)) : offset === 6 ? gives(updatesFrom(6, 2)) : undefined,
    { takes: (nth) => nth !== 2 },
  )
  await poller.pass(1000)
  expect(poller.asked.slice(0, 4).map(({ offset }) => offset)).toEqual([0, 6, 6, 8])
  expect(poller.taken).toEqual([5, 6, 7])
  await poller.stop()
})
