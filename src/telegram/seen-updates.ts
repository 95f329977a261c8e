import type { Clock } from '../ops/index.ts'

/**
 * Remembers which updates were taken, since Telegram gives an update again when it is not sure that it arrived.
 *
 * An update is claimed before anything is done about it, so a process that dies in between leaves it undone: at most
 * once. For what people ask that is the better half: who gets no reply asks again, whereas a press done twice would
 * take back what the first one did (a bookmark set and removed), and a reply sent twice looks broken.
 */
export interface SeenUpdates {
  /** True the first time that it is asked for an id. Rejects when the storage is out of reach. */
  claim(updateId: number): Promise<boolean>
}

/** Telegram keeps updates for 24 hours (Bot API, “Getting updates”); twice that is enough. */
const KEPT_MS = 48 * 60 * 60 * 1000
/** Updates remembered at most: about 30 MB. */
const MOST = 500_000

/** For tests and the playground: forgets everything when the process ends. */
export function createMemorySeenUpdates(clock: Clock): SeenUpdates {
  /** Time by id, oldest first. */
  const seen = new Map<number, number>()
  return {
    claim: async (updateId) => {
      if (seen.has(updateId)) return false
      const now = clock.now()
      for (const [oldest, atMs] of seen) {
        if (atMs > now - KEPT_MS && seen.size < MOST) break
        seen.delete(oldest)
      }
      seen.set(updateId, now)
      return true
    },
  }
}
