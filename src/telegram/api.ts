import { type Telegram, TelegramError } from 'telegraf'
import type { Api, ApiResponse } from '../delivery/index.ts'
import { reasonOf } from './api-failure.ts'

/** Telegraf's `callApi`, for methods and payloads that it has no types for. */
type CallAny = (
  method: string,
  payload: object,
  options: { readonly signal: AbortSignal },
) => Promise<unknown>

/** The Bot API through Telegraf's client, its errors as plain data. */
export function createApi(client: Telegram): Api {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border: `delivery` names methods as text
  const callAny = client.callApi.bind(client) as unknown as CallAny
  return {
    call: async (method, payload, signal) => {
      if (signal.aborted) return { kind: 'timeout' }
      try {
        return { kind: 'ok', result: await callAny(method, payload, { signal }) }
      } catch (error) {
        return signal.aborted ? { kind: 'timeout' } : answerOf(error)
      }
    },
  }
}

function answerOf(error: unknown): ApiResponse {
  if (error instanceof TelegramError) {
    const { code, description, parameters } = error
    return {
      kind: 'error',
      code,
      description,
      ...(parameters?.retry_after !== undefined && { retryAfterSeconds: parameters.retry_after }),
      ...(parameters?.migrate_to_chat_id !== undefined && { migrateToChatId: parameters.migrate_to_chat_id }),
    }
  }
  const reason = reasonOf(error)
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return { kind: 'network', written: !isUnconnected(code, reason), reason }
}

/** Failures from before there was a connection, so that nothing can have been written. */
const UNCONNECTED: ReadonlySet<unknown> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
])

const isUnconnected = (code: unknown, reason: string): boolean =>
  UNCONNECTED.has(code) || /^(?:connect|getaddrinfo) |before secure TLS connection/.test(reason)
