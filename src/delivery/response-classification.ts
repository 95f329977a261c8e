import type { ApiResponse } from './api.ts'

/** Why a chat can be sent nothing. */
export type GoneReason =
  /** Blocked, kicked, left, deactivated, deleted, or never known. */
  | 'gone'
  /** The bot is there, and may not write. */
  | 'silenced'

/** What a response means for the call, and what is to be done about it. */
export type ResponseClassification =
  | { readonly kind: 'done'; readonly result: unknown }
  /** Not done; to be made again no earlier than in `seconds`. */
  | { readonly kind: 'wait'; readonly seconds: number }
  /** Not done, for a reason that may pass. */
  | { readonly kind: 'again'; readonly description: string }
  /** Done or not: nobody can tell. */
  | { readonly kind: 'unclear'; readonly description: string }
  /** Not done: the chat has another id now. */
  | { readonly kind: 'moved'; readonly to: number }
  | { readonly kind: 'chatGone'; readonly reason: GoneReason; readonly description: string }
  /** Not done: the HTML is none to Telegram. */
  | { readonly kind: 'badMarkup'; readonly description: string }
  /** Not done: message, topic or query are no more. */
  | { readonly kind: 'targetGone'; readonly description: string }
  /** Not done, and would not be if it were tried again. */
  | { readonly kind: 'refused'; readonly description: string }

/**
 * 500, 502 and 503 come from in front of what does the work, or from a server that is being restarted: nothing was
 * done. After any other 5xx (504 above all) the work may have been done.
 */
const NOT_DONE: ReadonlySet<number> = new Set([500, 502, 503])

/** The bot is refused, and not the message: the next one that has the right token may send it. */
const TOKEN_UNKNOWN: ReadonlySet<number> = new Set([401, 404])

/** The words are Telegram's; they are documented nowhere but in the source of tdlib/telegram-bot-api. */
const WORDS: readonly (readonly [RegExp, (description: string) => ResponseClassification])[] = [
  [/message is not modified/i, () => ({ kind: 'done', result: undefined })],
  [/can't parse entities/i, (description) => ({ kind: 'badMarkup', description })],
  [
    /message to edit not found|message can't be edited|MESSAGE_ID_INVALID|message thread not found|TOPIC_(CLOSED|DELETED)|query is too old|QUERY_ID_INVALID/i,
    (description) => ({ kind: 'targetGone', description }),
  ],
  [
    /chat not found|PEER_ID_INVALID|chat was deleted|chat was deactivated|user is deactivated/i,
    (description) => ({ kind: 'chatGone', reason: 'gone', description }),
  ],
  [
    /rights to send text|need administrator rights in the channel|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|CHAT_SEND_PLAIN_FORBIDDEN/i,
    (description) => ({ kind: 'chatGone', reason: 'silenced', description }),
  ],
  // Texts may still be taken there: https://core.telegram.org/bots/api#chatpermissions.
  [/rights to send|CHAT_SEND_\w+_FORBIDDEN/i, (description) => ({ kind: 'refused', description })],
]

/** Reads a response. Knows nothing of what the call was: see {@link isHarmlessTwice}. */
export function classifyResponse(response: ApiResponse): ResponseClassification {
  if (response.kind === 'ok') return { kind: 'done', result: response.result }
  if (response.kind === 'timeout') return { kind: 'unclear', description: 'no answer in time' }
  if (response.kind === 'network')
    return { kind: response.written ? 'unclear' : 'again', description: response.reason }
  const { code, description } = response
  if (response.migrateToChatId !== undefined) return { kind: 'moved', to: response.migrateToChatId }
  if (code === 429) {
    const seconds = response.retryAfterSeconds ?? Number(/retry after (\d+)/i.exec(description)?.[1])
    return Number.isFinite(seconds) ? { kind: 'wait', seconds } : { kind: 'again', description }
  }
  if (code >= 500) return { kind: NOT_DONE.has(code) ? 'again' : 'unclear', description }
  if (TOKEN_UNKNOWN.has(code)) return { kind: 'again', description }
  const [, classify] = WORDS.find(([words]) => words.test(description)) ?? []
  if (classify) return classify(description)
  return code === 403 ? { kind: 'chatGone', reason: 'gone', description } : { kind: 'refused', description }
}

/** Whether a call may be made again though it may have been done: all but those that post another message. */
export const isHarmlessTwice = (method: string): boolean => !/^(send|forward|copy)/.test(method)
