/** A bucket that holds some tokens and gains one in every interval. A call takes one. */
export interface BucketRule {
  /** Tokens of a full bucket: calls that may follow one another at once. */
  readonly burst: number
  readonly intervalMs: number
}

/**
 * A bucket as one number, the time at which it will be full again: the generic cell rate algorithm in its form as
 * virtual scheduling (ITU-T I.371, annex A), which counts like a token bucket without its fractions.
 */
export type Bucket = number

/** A bucket that has never been used: all of its tokens can be taken at once. */
export const FULL_BUCKET: Bucket = Number.NEGATIVE_INFINITY

/** The first time from `nowMs` on at which there is a token. */
export function tokenAt(rule: BucketRule, bucket: Bucket, nowMs: number): number {
  return Math.max(nowMs, bucket - (rule.burst - 1) * rule.intervalMs)
}

/** The bucket after a token was taken at `nowMs`. */
export function takeToken(rule: BucketRule, bucket: Bucket, nowMs: number): Bucket {
  return Math.max(nowMs, bucket) + rule.intervalMs
}
