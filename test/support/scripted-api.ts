import type { Api, ApiResponse } from '../../src/delivery/index.ts'
import type { Clock } from '../../src/ops/index.ts'

/** A call as it came in. */
export interface MadeCall {
  readonly method: string
  readonly chatId: number | undefined
  readonly text: string | undefined
  readonly payload: Readonly<Record<string, unknown>>
  readonly atMs: number
}

/** What is answered to a call, and after how long; `hang` is never answered. */
export type Scripted = { readonly afterMs?: number; readonly answer: ApiResponse } | 'hang'

/** The border to Telegram: answers as the script says, and keeps what was called. */
export function createScriptedApi(clock: Clock, script: (call: MadeCall, nth: number) => Scripted) {
  const calls: MadeCall[] = []
  const api: Api = {
    call: async (method, payload, signal) => {
      const given = payload as Readonly<Record<string, unknown>>
      const call = {
        method,
        chatId: given['chat_id'] as number | undefined,
        text: given['text'] as string | undefined,
        payload: given,
        atMs: clock.now(),
      }
      calls.push(call)
      const scripted = script(call, calls.length)
      if (scripted === 'hang') return untilAborted(signal)
      const { afterMs = 0, answer } = scripted
      if (afterMs > 0) await Promise.race([clock.sleep(afterMs), untilAborted(signal)])
      return signal.aborted ? { kind: 'timeout' } : answer
    },
  }
  return { api, calls }
}

const untilAborted = (signal: AbortSignal) =>
  new Promise<ApiResponse>((resolve) => {
    if (signal.aborted) resolve({ kind: 'timeout' })
    signal.addEventListener('abort', () => resolve({ kind: 'timeout' }))
  })

let messages = 0

/** Telegram's answer to a message that it took. */
export const posted = (): { readonly answer: ApiResponse } => ({
  answer: { kind: 'ok', result: { message_id: ++messages } },
})

/** Telegram's answer to a call that it does not do. */
export const refusal = (
  code: number,
  description: string,
  more: object = {},
): { readonly answer: ApiResponse } => ({
  answer: { kind: 'error', code, description, ...more },
})

export const tooMany = (seconds: number) =>
  refusal(429, `Too Many Requests: retry after ${seconds}`, { retryAfterSeconds: seconds })
