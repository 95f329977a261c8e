import { repeat } from '../concurrency/index.ts'
import type { Delivery } from '../delivery/index.ts'
import type { Clock, Logger } from '../ops/index.ts'
import type { DeletionStore } from '../store/index.ts'

const EVERY_MS = 15_000
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
export function deleteAnswers(parts: DeleteAnswersParts, signal: AbortSignal): Promise<void> {
  const { clock, log } = parts
  return repeat(() => deleteDue(parts, signal), {
    timing: clock,
    everyMs: EVERY_MS,
    signal,
    onFailure: (err) =>
      log.error(
        { err, retryMs: EVERY_MS },
        'answers that are to be deleted cannot be read or noted; retrying',
      ),
  })
}

async function deleteDue(
  { deletions, delivery, clock }: DeleteAnswersParts,
  signal: AbortSignal,
): Promise<void> {
  for (const { chatId, messageId, dueMs } of await deletions.due(clock.now(), SLICE)) {
    if (signal.aborted) return
    const form = { chat_id: chatId, message_id: messageId }
    const result = await delivery.call('deleteMessage', form, CALL_WITHIN_MS)
    const mayWorkLater =
      result.kind === 'failed' && ['unreachable', 'tooLate', 'closed'].includes(result.reason)
    // Else it is gone, or the bot is: nothing is left to do.
    if (!mayWorkLater || clock.now() - dueMs > TOO_OLD_MS) await deletions.remove(chatId, messageId)
  }
}
