/** Requests that somebody may make at once. */
export const BURST = 20
/** How fast somebody may make more after that, on average. */
export const PER_SECOND = 2
/** Room for so many requests means that somebody has paused: if they go on too fast after that, they are told again. */
const PAUSED = BURST / 2

/** What is to be done with a request: answer it, tell who asks to slow down, or nothing, since they were told. */
export type PaceDecision = 'answer' | { readonly waitMs: number } | 'silence'

/** Holds back those who ask faster than anybody reads, each by themselves. */
export interface Pace {
  /** @param nowMs milliseconds, never going back */
  judge(userId: number, nowMs: number): PaceDecision
}

interface Bucket {
  tokens: number
  atMs: number
  wasTold: boolean
}

/** A token bucket for each person (a burst of {@link BURST}, then {@link PER_SECOND} a second); idle ones are forgotten. */
export function createPace(): Pace {
  const buckets = new Map<number, Bucket>()
  let sweptMs = 0

  const sweep = (nowMs: number) => {
    if (nowMs - sweptMs < 60_000) return
    sweptMs = nowMs
    for (const [userId, { atMs }] of buckets)
      if (nowMs - atMs > (BURST / PER_SECOND) * 1000) buckets.delete(userId)
  }

  return {
    judge: (userId, nowMs) => {
      sweep(nowMs)
      const bucket = buckets.get(userId) ?? { tokens: BURST, atMs: nowMs, wasTold: false }
      buckets.set(userId, bucket)
      bucket.tokens = Math.min(BURST, bucket.tokens + ((nowMs - bucket.atMs) / 1000) * PER_SECOND)
      bucket.atMs = nowMs
      if (bucket.tokens >= PAUSED) bucket.wasTold = false
      if (bucket.tokens >= 1) {
        bucket.tokens -= 1
        return 'answer'
      }
      if (bucket.wasTold) return 'silence'
      bucket.wasTold = true
      return { waitMs: ((1 - bucket.tokens) / PER_SECOND) * 1000 }
    },
  }
}
