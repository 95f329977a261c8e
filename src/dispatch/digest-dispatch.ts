import type { Delivery } from '../delivery/index.ts'
import type { Clock, Logger } from '../ops/index.ts'
import type { SearchEngine } from '../search/index.ts'
import type { Archive, ChatStore, DigestLedger, ListStore, SubscriptionStore } from '../store/index.ts'
import { createDigestRound } from './digest-round.ts'
import type { Dispatch } from './dispatch.ts'

export interface DigestDispatchParts {
  readonly archive: Archive
  readonly search: SearchEngine
  readonly subscriptions: SubscriptionStore
  readonly digests: DigestLedger
  readonly lists: ListStore
  readonly chats: ChatStore
  readonly delivery: Delivery
  /** For subscriptions in a zone that this machine does not know. */
  readonly timeZone: string
  readonly clock: Clock
  readonly log: Logger
}

/** Digests are planned for whole minutes. */
const ROUND_MS = 60_000

/** Sends the daily digests. */
export function openDigestDispatch(parts: DigestDispatchParts): Dispatch {
  const { digests, clock, log } = parts
  const stopping = new AbortController()
  const { signal } = stopping
  const round = createDigestRound(parts, signal)
  let going = Promise.resolve()

  const recover = async () => {
    const left = await digests.recover()
    if (left > 0) log.warn({ digests: left }, 'digests were being sent when the bot ended: they go again')
  }

  const go = async () => {
    let isRecovered = false
    while (!signal.aborted) {
      try {
        // Before anything is sent: what is being sent by us must not be taken for what was left.
        if (!isRecovered) await recover()
        isRecovered = true
        await round.run(clock.now())
      } catch (err) {
        if (!signal.aborted) log.error({ err }, 'cannot see to the digests now: once more in a minute')
      }
      await clock.sleep(ROUND_MS - (clock.now() % ROUND_MS), signal).catch(() => {})
    }
  }

  return {
    start: () => {
      going = go()
    },
    stop: async () => {
      stopping.abort()
      await going
    },
    idle: () => round.idle(),
  }
}
