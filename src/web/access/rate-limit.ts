import { type Bucket, type BucketRule, FULL_BUCKET, takeToken, tokenAt } from '../../concurrency/index.ts'
import { LRUCache } from '../../ops/index.ts'

/** Addresses that are remembered; the one that was quiet for longest is forgotten first. */
const MOST_ADDRESSES = 10_000

/** Lets each address ask so often and no more. */
export class RateLimit {
  readonly #rule: BucketRule
  readonly #buckets = new LRUCache<string, Bucket>({ max: MOST_ADDRESSES })

  constructor(rule: BucketRule) {
    this.#rule = rule
  }

  /** @returns milliseconds to wait: 0 if the request may pass, which it is then counted for */
  ask(address: string, nowMs: number): number {
    const bucket = this.#buckets.get(address) ?? FULL_BUCKET
    const waitMs = tokenAt(this.#rule, bucket, nowMs) - nowMs
    if (waitMs > 0) return waitMs
    this.#buckets.set(address, takeToken(this.#rule, bucket, nowMs))
    return 0
  }
}
