import { type Telegram, TelegramError } from 'telegraf'
import type { Update } from 'telegraf/types'
import type { Clock, Logger } from '../ops/index.ts'
import { isUpdate } from './is-update.ts'
import { toShimSignal } from './shim-signal.ts'

/** Seconds that Telegram may hold a request open when there is nothing to say. */
const HOLD_SECONDS = 50
/** A request that is held for longer has been forgotten on the way. */
const LIMIT_MS = (HOLD_SECONDS + 15) * 1000
/** Wait after a failure that may pass, where Telegram does not say how long. */
const RETRY_MS = 3_000

/** What the bot wants to be told of. */
export const UPDATE_KINDS = ['message', 'callback_query', 'inline_query', 'my_chat_member'] as const

export interface PollOptions {
  readonly telegram: Telegram
  /** Takes an update over, and settles when there is room for more; must not reject. */
  readonly take: (update: Update) => Promise<void>
  readonly signal: AbortSignal
  readonly clock: Clock
  readonly log: Logger
}

/**
 * Asks for updates until the signal is aborted. A batch is confirmed by the next request, so what was not taken over
 * when the process dies comes again. Telegraf's own loop would wait for the slowest answer of each batch, and end
 * with the first handler that throws.
 * @throws what Telegram says to a wrong token (401) or to a second instance (409)
 */
export async function pollUpdates({ telegram, take, signal, clock, log }: PollOptions): Promise<void> {
  let offset = 0
  while (!signal.aborted) {
    try {
      const given: unknown = await ask(telegram, offset, signal, clock)
      const updates = Array.isArray(given) ? given.filter(isUpdate) : []
      for (const update of updates) await take(update)
      offset = Math.max(offset, ...updates.map(({ update_id }) => update_id + 1))
      if (updates.length === 0 && !isEmptyList(given)) throw new Error('these are no updates')
    } catch (error) {
      if (signal.aborted) break
      if (error instanceof TelegramError && error.code < 500 && error.code !== 429) throw error
      const seconds = error instanceof TelegramError ? error.parameters?.retry_after : undefined
      const waitMs = seconds === undefined ? RETRY_MS : seconds * 1000
      log.warn({ err: error, waitMs }, 'cannot get updates, trying again')
      await clock.sleep(waitMs, signal).catch(() => {})
    }
  }
}

const isEmptyList = (given: unknown) => Array.isArray(given) && given.length === 0

async function ask(
  telegram: Telegram,
  offset: number,
  stopping: AbortSignal,
  clock: Clock,
): Promise<unknown> {
  const hangUp = new AbortController()
  const stop = () => hangUp.abort()
  stopping.addEventListener('abort', stop)
  if (stopping.aborted) stop()
  const done = new AbortController()
  clock.sleep(LIMIT_MS, done.signal).then(stop, () => {})
  try {
    return await telegram.callApi(
      'getUpdates',
      { offset, timeout: HOLD_SECONDS, allowed_updates: UPDATE_KINDS },
      { signal: toShimSignal(hangUp.signal) },
    )
  } finally {
    done.abort()
    stopping.removeEventListener('abort', stop)
  }
}
