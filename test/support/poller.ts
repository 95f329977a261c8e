import { createLogger } from '../../src/ops/index.ts'
import { createMemorySeenUpdates } from '../../src/telegram/index.ts'
import { pollUpdates } from '../../src/telegram/poll-updates.ts'
import { createFakeTelegram, type FakeAnswer, gives } from './fake-telegram.ts'
import { createVirtualClock } from './virtual-clock.ts'

const MINUTE = 60_000

/** A held request that ends without updates. */
const quiet =
  (clock: ReturnType<typeof createVirtualClock>): FakeAnswer =>
  async () => {
    await clock.sleep(25_000)
    return []
  }

/**
 * Polling on a clock of its own; what comes is claimed as the bot does it, and kept.
 * @param script what the nth call is answered; a held request without updates where it says nothing
 * @param takes whether the nth batch can be taken over
 */
export function aPoller(
  script: (nth: number, offset: number, atMs: number) => FakeAnswer | undefined,
  { takes = () => true }: { readonly takes?: (nth: number) => boolean } = {},
) {
  const clock = createVirtualClock()
  let takeovers = 0
  const began = clock.monotonicNow()
  const asked: { readonly offset: number; readonly atMs: number }[] = []
  const taken: number[] = []
  const said: Readonly<Record<string, unknown>>[] = []
  const told: string[] = []
  const others: string[] = []
  const seen = createMemorySeenUpdates(clock)
  const stopping = new AbortController()
  const telegram = createFakeTelegram((method, payload) => {
    if (method !== 'getUpdates') {
      others.push(method)
      return gives(true)
    }
    const offset = Number(payload['offset'])
    const atMs = clock.monotonicNow() - began
    asked.push({ offset, atMs })
    return script(asked.length, offset, atMs) ?? quiet(clock)
  })
  const polling = pollUpdates({
    telegram,
    take: async (updates) => {
      if (!takes(++takeovers)) throw new Error('the disk is full')
      const claimed = await seen.claim(updates.map(({ update_id }) => update_id))
      taken.push(...claimed)
      return claimed.size
    },
    signal: stopping.signal,
    clock,
    chance: () => 0.5,
    log: createLogger('debug', { write: (line) => void said.push(JSON.parse(line)) }),
    events: {
      onLasting: (reason) => void told.push(reason),
      onOver: (sinceMs, untilMs) =>
        void told.push(`over after ${Math.round((untilMs - sinceMs) / MINUTE)} min`),
    },
  })
  return {
    clock,
    asked,
    taken,
    said,
    told,
    others,
    /** Lets time pass. */
    pass: (ms: number) => clock.run(clock.sleep(ms)),
    stop: async () => {
      stopping.abort()
      await clock.run(polling)
    },
  }
}
