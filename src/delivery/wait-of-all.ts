import type { Clock, Logger } from '../ops/index.ts'
import type { SendJob } from './send-job.ts'
import type { SharedLimits } from './shared-limits.ts'
import { noteCall, roomAt, type SlidingWindow, type WindowRule } from './sliding-window.ts'

/** So often the budgets of all processes are asked for in vain before a call goes without them. */
const MOST_UNASKED = 3
const ASK_AGAIN_MS = 500
/**
 * What a process sends that cannot ask: readers can be told that something is wrong. The budgets of all leave that much (see
 * store/postgres/postgres-limits.ts), and fifteen processes that all cannot ask send no more than one may.
 */
const ALONE: WindowRule = { limit: 2, spanMs: 1000 }

/** Takes a call out of the budgets of all processes together: gives the milliseconds it has to wait; 0: it may be made. */
export type WaitOfAll = (job: SendJob) => Promise<number>

/** Asks the budgets of all processes; while they cannot be asked, calls go at a pace that does no harm. */
export function createWaitOfAll(
  shared: Pick<SharedLimits, 'take'>,
  { clock, log }: { readonly clock: Pick<Clock, 'monotonicNow'>; readonly log: Logger },
): WaitOfAll {
  let alone: SlidingWindow = []
  return async (job) => {
    const { chatId, isGroup, priority } = job
    try {
      const { waitMs, over } = await shared.take({ chatId, isGroup, isNotice: priority === 'notice' })
      job.over = over
      return Math.max(0, waitMs)
    } catch (err) {
      job.unasked = (job.unasked ?? 0) + 1
      if (job.unasked < MOST_UNASKED) return ASK_AGAIN_MS
      const now = clock.monotonicNow()
      const waitMs = roomAt(ALONE, alone, now) - now
      if (waitMs > 0) return waitMs
      alone = noteCall(ALONE, alone, now)
      log.warn({ err, chat: chatId }, 'the budgets of all bots cannot be asked: sending little')
      return 0
    }
  }
}
