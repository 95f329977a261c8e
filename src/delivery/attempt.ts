import type { Clock } from '../ops/index.ts'
import type { Api, ApiResponse } from './api.ts'

/** Calls that can all be given up at once. */
export interface Attempts {
  /** Makes a call; after `limitMs` it is given up and answered as a timeout. */
  call(method: string, payload: object, limitMs: number): Promise<ApiResponse>
  /** Gives up what is under way, and whatever is called from now on. */
  giveUp(): void
}

/**
 * Calls the Bot API with a time limit for each call, and can abort all calls under way when the process ends.
 */
export function createAttempts(api: Api, clock: Clock): Attempts {
  const underWay = new Set<AbortController>()
  let isOver = false
  return {
    call: async (method, payload, limitMs) => {
      const limit = new AbortController()
      if (isOver) limit.abort()
      underWay.add(limit)
      const done = clock.schedule(limitMs, () => limit.abort())
      try {
        return await api.call(method, payload, limit.signal)
      } finally {
        done()
        underWay.delete(limit)
      }
    },
    giveUp: () => {
      isOver = true
      for (const it of underWay) it.abort()
    },
  }
}
