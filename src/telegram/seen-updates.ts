import type { Clock } from '../ops/index.ts'

/**
 * Remembers which updates were taken, since Telegram gives an update again when it is not sure that it arrived.
 *
 * An update is claimed before anything is done about it, so a process that dies in between leaves it undone: at most
 * once. For what people ask that is the better half: who gets no reply asks again, whereas a press done twice would
 * take back what the first one did (a bookmark set and removed), and a reply sent twice looks broken.
 */
export interface SeenUpdates {
  /**
   * Claims updates by their ids.
   * @returns those that are asked for the first time in 48 hours
   * @throws when the storage is out of reach
   */
  claim(updateIds: readonly number[]): Promise<ReadonlySet<number>>
}

/**
 * Telegram keeps updates for 24 hours (Bot API, “Getting updates”); twice that is enough. It starts its ids anew after a
 * week without updates, so that what is remembered swallows no new one.
 */
const KEPT_MS = 48 * 60 * 60 * 1000
/** Updates remembered at most: about 30 MB. */
const MAX_REMEMBERED = 500_000

/** For tests and the playground: forgets everything when the process ends. */
export function createMemorySeenUpdates(clock: Clock): SeenUpdates {
  /** Monotonic time by id, oldest first. */
  const seen = new Map<number, number>()
  const forgetOld = (now: number) => {
    for (const [oldest, atMs] of seen) {
      if (atMs > now - KEPT_MS && seen.size < MAX_REMEMBERED) break
      seen.delete(oldest)
    }
  }
  return {
    claim: async (updateIds) => {
      const now = clock.monotonicNow()
      const claimed = new Set<number>()
      for (const updateId of updateIds) {
        forgetOld(now)
        if (seen.has(updateId)) continue
        seen.set(updateId, now)
        claimed.add(updateId)
      }
      return claimed
    },
  }
}
