import type { Clock, Logger } from '../ops/index.ts'
import type { PersonalDataStore } from '../store/index.ts'

const DAY_MS = 86_400_000
const EVERY_MS = 6 * 3_600_000
/** Long enough for other work to have its turn. */
const YIELD_MS = 1

/** What is kept of chats, and for how long after they have gone. */
export interface ForgetGoneParts {
  readonly personalData: PersonalDataStore
  /** A chat that blocked or removed the bot is forgotten after so many days; 0: never. */
  readonly forgetAfterDays: number
  readonly clock: Clock
  readonly log: Logger
}

/** Forgets chats that have been gone for long, a few times a day, until the signal is aborted. Never rejects. */
export async function forgetGone(
  { personalData, forgetAfterDays, clock, log }: ForgetGoneParts,
  signal: AbortSignal,
): Promise<void> {
  if (forgetAfterDays === 0) return
  while (!signal.aborted) {
    try {
      for (const chatId of await personalData.goneSince(clock.now() - forgetAfterDays * DAY_MS)) {
        if (signal.aborted) return
        await personalData.forget(chatId)
        // The log is no place for who was forgotten.
        log.info({ days: forgetAfterDays }, 'a chat that has been gone for long is forgotten')
        await clock.sleep(YIELD_MS)
      }
    } catch (err) {
      log.error({ err, retryMs: EVERY_MS }, 'chats that have gone could not be forgotten; retrying')
    }
    await clock.sleep(EVERY_MS, signal).catch(() => {})
  }
}
