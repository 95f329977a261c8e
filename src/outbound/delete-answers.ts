import type { Delivery } from '../delivery/index.ts'
import type { Clock, Logger } from '../ops/index.ts'
import type { DeletionStore } from '../store/index.ts'

/** Answers are kept for a minute at least: whoever looks a minute ahead misses none. */
const LOOK_AHEAD_MS = 60_000
/** After the store or the server could not be reached. */
const RETRY_MS = 15_000
const SLICE = 50
const CALL_WITHIN_MS = 10_000
/** Telegram deletes no message that is older (Bot API, deleteMessage: 48 hours). */
const TOO_OLD_MS = 48 * 3_600_000

/** Which answers are to be deleted, and what deletes them. */
export interface DeleteAnswersParts {
  readonly deletions: DeletionStore
  readonly delivery: Pick<Delivery, 'call'>
  readonly clock: Clock
  readonly log: Logger
}

/**
 * Deletes the bot's own answers in groups that want it, as their time comes, until the signal is aborted. What cannot be
 * deleted now because the server cannot be reached is tried again. Never rejects.
 */
export async function deleteAnswers(parts: DeleteAnswersParts, signal: AbortSignal): Promise<void> {
  const { clock, log } = parts
  while (!signal.aborted) {
    let waitMs = RETRY_MS
    try {
      waitMs = await deleteDue(parts, signal)
    } catch (err) {
      log.error(
        { err, retryMs: RETRY_MS },
        'answers that are to be deleted cannot be read or noted; retrying',
      )
    }
    await clock.sleep(waitMs, signal).catch(() => {})
  }
}

/** @returns how long there is nothing to do, in milliseconds */
async function deleteDue(
  { deletions, delivery, clock }: DeleteAnswersParts,
  signal: AbortSignal,
): Promise<number> {
  const found = await deletions.due(clock.now() + LOOK_AHEAD_MS, SLICE)
  /** How long those are left alone that could not be deleted now. */
  let pauseMs = 0
  for (const { chatId, messageId, dueMs } of found) {
    const waitMs = dueMs - clock.now()
    if (waitMs > 0 || signal.aborted) return Math.max(waitMs, pauseMs)
    const form = { chat_id: chatId, message_id: messageId }
    const result = await delivery.call('deleteMessage', form, CALL_WITHIN_MS)
    const mayWorkLater =
      result.kind === 'failed' && ['unreachable', 'tooLate', 'closed'].includes(result.reason)
    // Else it is gone, or the bot is: nothing is left to do.
    if (!mayWorkLater || clock.now() - dueMs > TOO_OLD_MS) await deletions.remove(chatId, messageId)
    else pauseMs = RETRY_MS
  }
  return pauseMs || (found.length < SLICE ? LOOK_AHEAD_MS : 0)
}
