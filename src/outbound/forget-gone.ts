import { repeat } from '../concurrency/index.ts'
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
export async function forgetGone(parts: ForgetGoneParts, signal: AbortSignal): Promise<void> {
  const { forgetAfterDays, clock, log } = parts
  if (forgetAfterDays === 0) return
  await repeat(() => forgetNow(parts, signal), {
    timing: clock,
    everyMs: EVERY_MS,
    signal,
    onFailure: (err) =>
      log.error({ err, retryMs: EVERY_MS }, 'chats that have gone could not be forgotten; retrying'),
  })
}

async function forgetNow(
  { personalData, forgetAfterDays, clock, log }: ForgetGoneParts,
  signal: AbortSignal,
): Promise<void> {
  for (const chatId of await personalData.goneSince(clock.now() - forgetAfterDays * DAY_MS)) {
    if (signal.aborted) return
    await personalData.forget(chatId)
    // The log is no place for who was forgotten.
    log.info({ days: forgetAfterDays }, 'a chat that has been gone for long is forgotten')
    await clock.sleep(YIELD_MS)
  }
}
