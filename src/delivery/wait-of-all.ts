import type { Logger } from '../ops/index.ts'
import type { SendJob } from './send-job.ts'
import type { SharedLimits } from './shared-limits.ts'

/** So often the budgets of all processes are asked for in vain before a call goes without them. */
const MOST_UNASKED = 3
const ASK_AGAIN_MS = 500

/**
 * Takes a call out of the budgets of all processes together.
 * @returns how many milliseconds they want it to wait; 0: it may be made
 */
export async function waitOfAll(
  shared: Pick<SharedLimits, 'take'>,
  job: SendJob,
  log: Logger,
): Promise<number> {
  const { chatId, isGroup, priority } = job
  try {
    const { waitMs, over } = await shared.take({ chatId, isGroup, isNotice: priority === 'notice' })
    job.over = over
    return Math.max(0, waitMs)
  } catch (err) {
    // While the database restarts each bot by itself would send as much as all of them may.
    job.unasked = (job.unasked ?? 0) + 1
    if (job.unasked < MOST_UNASKED) return ASK_AGAIN_MS
    log.warn({ err, chat: chatId }, 'the budgets of all bots cannot be asked: keeping to those of this one')
    return 0
  }
}
