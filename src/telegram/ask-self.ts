import { type Telegram, TelegramError } from 'telegraf'
import { jitteredBackoffMs } from '../concurrency/index.ts'
import type { Clock, Logger } from '../ops/index.ts'
import { apiFailureOf } from './api-failure.ts'
import { nameFailure, UnreachableError } from './bot-error.ts'
import { callWithin } from './call-within.ts'
import type { Self } from './request-of.ts'

/** For how long a start tries to reach Telegram: a network that comes up with the machine needs a moment. */
const PATIENCE_MS = 10_000
/** Longest wait for one answer. */
const LIMIT_MS = 10_000

interface AskSelfOptions {
  readonly telegram: Telegram
  readonly clock: Clock
  readonly chance: () => number
  readonly log: Logger
  readonly signal: AbortSignal
}

/**
 * Asks Telegram who the bot is, which also shows whether it accepts the token. A failure that may pass is tried again
 * for ten seconds; after that it is better to end with a sentence than to seem to run.
 * @throws {WrongTokenError | UnreachableError}
 */
export async function askSelf(options: AskSelfOptions): Promise<Self> {
  const { telegram, clock, chance, log, signal } = options
  const { apiRoot } = telegram.options
  const endMs = clock.monotonicNow() + PATIENCE_MS
  for (let failures = 1; ; failures++) {
    try {
      return readSelf(await callWithin(telegram, options, LIMIT_MS, 'getMe'))
    } catch (error) {
      const named = nameFailure(error, apiRoot)
      const { description, retryAfterMs } = apiFailureOf(error)
      const waitMs = retryAfterMs ?? jitteredBackoffMs(failures, chance())
      const mayPass = !(error instanceof TelegramError) || error.code === 429 || error.code >= 500
      if (signal.aborted || !mayPass || clock.monotonicNow() + waitMs > endMs) throw named
      log.warn({ description, waitMs, apiRoot }, 'Telegram cannot be reached yet; trying again')
      await clock.sleep(waitMs, signal)
    }
  }
}

function readSelf(result: unknown): Self {
  if (
    typeof result === 'object' &&
    result !== null &&
    'id' in result &&
    Number.isSafeInteger(result.id) &&
    'username' in result &&
    typeof result.username === 'string'
  )
    return { id: Number(result.id), username: result.username }
  throw new UnreachableError(
    'getMe returned an invalid payload: does TELEGRAM_API_ROOT lead to a Bot API server?',
  )
}
