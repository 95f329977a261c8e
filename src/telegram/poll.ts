import { type Telegram, TelegramError } from 'telegraf'
import type { Update } from 'telegraf/types'
import type { Clock, Logger } from '../ops/index.ts'

/** Seconds that Telegram may hold a request open when there is nothing to say. */
const HOLD_SECONDS = 50

/** Wait after a failure that may pass, where Telegram does not say how long. */
const RETRY_MS = 3_000

/** What the bot wants to be told of. */
export const UPDATE_KINDS = ['message', 'callback_query', 'inline_query', 'my_chat_member'] as const

type TelegrafSignal = NonNullable<NonNullable<Parameters<Telegram['callApi']>[2]>['signal']>

export interface PollOptions {
  readonly telegram: Telegram
  /** Takes a batch over; must be quick, and must not throw. */
  readonly take: (updates: readonly Update[]) => void
  readonly signal: AbortSignal
  readonly clock: Clock
  readonly log: Logger
}

/**
 * Asks for updates until the signal is aborted. A batch is confirmed by the next request, so what was taken over
 * when the process dies comes again. Telegraf's own loop would wait for the slowest answer of each batch, and end
 * with the first handler that throws.
 * @throws what Telegram says to a wrong token (401) or to a second instance (409)
 */
export async function pollUpdates({ telegram, take, signal, clock, log }: PollOptions): Promise<void> {
  let offset = 0
  const ask = (timeout: number) =>
    telegram.callApi(
      'getUpdates',
      { offset, timeout, allowed_updates: UPDATE_KINDS },
      {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Telegraf names the type of a shim for old Node
        signal: signal as unknown as TelegrafSignal,
      },
    )
  while (!signal.aborted) {
    try {
      const updates = await ask(HOLD_SECONDS)
      take(updates)
      offset = (updates.at(-1)?.update_id ?? offset - 1) + 1
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
