import type { Delivery } from '../delivery/index.ts'
import type { Clock } from '../ops/index.ts'

/** Telegram gives a press up that is not answered soon; until then there is time for a second try. */
const ANSWER_AFTER_MS = 6_000

/** The answer that a press waits for, given once. */
export interface PressAnswer {
  /** @param toast fades over the chat, unless it stays */
  give(toast?: string, stays?: boolean): void
}

/**
 * Answers a press with nothing where nobody has answered it in time: its button must not spin on.
 * @param waiting aborted when the press is answered; abort it to leave the press alone
 */
export function createPressAnswer(
  delivery: Delivery,
  clock: Clock,
  pressId: string,
  waiting: AbortController,
): PressAnswer {
  const give = (toast?: string, stays = false) => {
    if (waiting.signal.aborted) return
    waiting.abort()
    void delivery.answerPress(pressId, toast, stays)
  }
  clock.sleep(ANSWER_AFTER_MS, waiting.signal).then(
    () => give(),
    () => {},
  )
  return { give }
}
