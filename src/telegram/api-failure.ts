import { TelegramError } from 'telegraf'

/** Why a call of the Bot API failed, as plain data. */
export interface ApiFailure {
  /** One line for the log: `409 Conflict: terminated by other getUpdates request`. */
  readonly description: string
  /** `error_code` of the Bot API, else the HTTP status; `undefined` where there was no answer of that form. */
  readonly code: number | undefined
  /** How long Telegram wants to be left alone, in milliseconds. */
  readonly retryAfterMs: number | undefined
}

const TOKEN = /\d{5,}:[\w-]{20,}/g

/** To ask once an hour does no harm, whatever Telegram says. */
const LONGEST_WAIT_MS = 3_600_000

/** Reads what Telegraf's client throws. */
export function apiFailureOf(error: unknown): ApiFailure {
  if (!(error instanceof TelegramError)) {
    return { description: reasonOf(error), code: undefined, retryAfterMs: undefined }
  }
  // Whatever stands before Telegram may answer in a form of its own.
  const { code, description, parameters } = error as Partial<TelegramError>
  const seconds = Number(parameters?.retry_after ?? /retry after (\d+)/i.exec(description ?? '')?.[1])
  return {
    description:
      [code, description].filter((it) => it !== undefined).join(' ') || 'an error without a reason',
    code,
    retryAfterMs: seconds >= 0 ? Math.min(seconds * 1000, LONGEST_WAIT_MS) : undefined,
  }
}

/** An error that did not come from the Bot API, in one line, without the token: addresses hold it. */
export function reasonOf(error: unknown): string {
  // If several addresses of a host were tried in vain, the reasons stand in `errors`, and the message is empty.
  const reasons: readonly unknown[] = error instanceof AggregateError ? error.errors : [error]
  const lines = reasons.map((it) => (it instanceof Error ? it.message : String(it)))
  return [...new Set(lines)].join('; ').replace(TOKEN, '[token]')
}
