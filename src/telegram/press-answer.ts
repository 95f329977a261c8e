import type { Delivery } from '../delivery/index.ts'
import type { Clock } from '../ops/index.ts'

/** Telegram gives a press up that is not answered soon; until then there is time for a second try. */
const ANSWER_AFTER_MS = 6_000

/** The answer that a press waits for, given once. */
export interface PressAnswer {
  /** @param toast fades over the chat, unless it stays @param url a link to the bot that is followed */
  give(toast?: string, stays?: boolean, url?: string): void
}

/**
 * Answers a press with nothing if nobody has answered it in time: its button must not spin on.
 * @param giveUps holds, until the press is answered, a function that leaves the press alone
 */
export function createPressAnswer(
  delivery: Delivery,
  clock: Clock,
  pressId: string,
  giveUps: Set<() => void>,
): PressAnswer {
  let isOver = false
  const end = () => {
    isOver = true
    cancel()
    giveUps.delete(end)
  }
  const give = (toast?: string, stays = false, url?: string) => {
    if (isOver) return
    end()
    void delivery.answerPress(pressId, toast, stays, url)
  }
  const cancel = clock.schedule(ANSWER_AFTER_MS, () => give())
  giveUps.add(end)
  return { give }
}
