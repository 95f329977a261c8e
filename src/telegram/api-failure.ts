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
    // node-fetch names the address, and the address holds the token.
    const description = (error instanceof Error ? error.message : String(error)).replace(TOKEN, '[token]')
    return { description, code: undefined, retryAfterMs: undefined }
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
