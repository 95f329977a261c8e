import { type Bucket, type BucketRule, FULL_BUCKET, takeToken, tokenAt } from '../concurrency/index.ts'
import type { Priority } from './send-job.ts'
import { noteCall, roomAt, type SlidingWindow, type WindowRule } from './sliding-window.ts'

/*
 * Source of the figures: “My bot is hitting limits, how do I avoid this?”, https://core.telegram.org/bots/faq: “avoid
 * sending more than one message per second” in a chat (“we may allow short bursts”), “not … more than 20 messages per
 * minute” in a group, “about 30 messages per second” overall. Telegram publishes nothing more exact.
 */
const OVERALL: WindowRule = { limit: 30, spanMs: 1000 }
const CHAT: BucketRule = { burst: 5, intervalMs: 1000 }
const GROUP: WindowRule = { limit: 20, spanMs: 60_000 }
/** 25 a second, evenly: whoever is waiting for a reply finds room among ten thousand digests. */
const NOTICES: BucketRule = { burst: 1, intervalMs: 40 }

/** How much may be sent, and when. */
export interface Budget<What> {
  /** The first time from `nowMs` on at which it may be sent. */
  roomAt(what: What, nowMs: number): number
  /** Notes that it is sent at `nowMs`. */
  spend(what: What, nowMs: number): void
}

/** What one chat is sent. */
export interface ChatBudget extends Budget<void> {
  /** When all that was spent will have been forgotten. */
  freshAt(): number
}

/**
 * The budget of one chat: a token bucket, and for groups also a sliding window over the last minute. Times
 * are in milliseconds of the monotonic clock.
 */
export function createChatBudget(isGroup: boolean): ChatBudget {
  let bucket: Bucket = FULL_BUCKET
  let window: SlidingWindow = []
  return {
    roomAt: (_what, nowMs) =>
      Math.max(tokenAt(CHAT, bucket, nowMs), isGroup ? roomAt(GROUP, window, nowMs) : nowMs),
    spend: (_what, nowMs) => {
      bucket = takeToken(CHAT, bucket, nowMs)
      if (isGroup) window = noteCall(GROUP, window, nowMs)
    },
    freshAt: () => Math.max(bucket, (window.at(-1) ?? FULL_BUCKET) + GROUP.spanMs),
  }
}

/** What all chats together are sent. */
export function createOverallBudget(): Budget<Priority> {
  let bucket: Bucket = FULL_BUCKET
  let window: SlidingWindow = []
  return {
    roomAt: (priority, nowMs) =>
      Math.max(
        roomAt(OVERALL, window, nowMs),
        priority === 'notice' ? tokenAt(NOTICES, bucket, nowMs) : nowMs,
      ),
    spend: (priority, nowMs) => {
      window = noteCall(OVERALL, window, nowMs)
      if (priority === 'notice') bucket = takeToken(NOTICES, bucket, nowMs)
    },
  }
}
