import type { Telegram } from 'telegraf'
import type { Clock } from '../ops/index.ts'

/** Telegraf's `callApi`, for methods and payloads that it has no types for. */
type CallAny = (method: string, payload: object, options: object) => Promise<unknown>

/**
 * Calls a method once. The limit keeps the process alive: where half of an answer has come and the connection is gone,
 * nothing else would.
 * @throws what Telegraf's client throws, or an `Error` where there is no whole answer within `ms`
 */
export async function callWithin(
  telegram: Telegram,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
  ms: number,
  method: string,
  payload: object = {},
): Promise<unknown> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border: what comes back is checked by the caller
  const callAny = telegram.callApi.bind(telegram) as unknown as CallAny
  const hangUp = new AbortController()
  let isLate = false
  const stop = () => hangUp.abort()
  signal.addEventListener('abort', stop)
  if (signal.aborted) stop()
  const done = clock.schedule(ms, () => {
    isLate = true
    stop()
  })
  try {
    return await callAny(method, payload, { signal: hangUp.signal })
  } catch (error) {
    throw isLate ? new Error(`no answer within ${ms / 1000} s`, { cause: error }) : error
  } finally {
    done()
    signal.removeEventListener('abort', stop)
  }
}
