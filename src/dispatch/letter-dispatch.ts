import type { Dispatch } from './dispatch.ts'
import { type OutboxParts, runOutbox } from './outbox-round.ts'

/** Sends what is in the outbox. */
export function openLetterDispatch(parts: OutboxParts): Dispatch {
  const stopping = new AbortController()
  let going = Promise.resolve()
  return {
    start: () => {
      going = runOutbox(parts, stopping.signal)
    },
    // What is on its way is decided by delivery, which is closed later: see `idle`.
    stop: async () => stopping.abort(),
    idle: () => going,
  }
}
