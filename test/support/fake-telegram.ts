import { type Telegram, TelegramError } from 'telegraf'

/** What a call comes to: a result, an error of the Bot API, or anything else that a client throws. */
export type FakeAnswer = (signal: AbortSignal | undefined) => Promise<unknown>

export const gives =
  (result: unknown): FakeAnswer =>
  async () =>
    result

export const refuses =
  (code: number, description = 'injected', parameters: object = {}): FakeAnswer =>
  () =>
    Promise.reject(new TelegramError({ error_code: code, description, parameters }))

export const breaks =
  (error: Error): FakeAnswer =>
  async () => {
    throw error
  }

/** Answers nothing until it is hung up. */
export const hangs: FakeAnswer = (signal) =>
  new Promise((_resolve, reject) => {
    const hangUp = () => reject(new Error('aborted'))
    signal?.addEventListener('abort', hangUp)
    if (signal?.aborted) hangUp()
  })

/** The border to Telegram for the calls of the bot itself: answers each call as the script says. */
export function createFakeTelegram(
  script: (method: string, payload: Readonly<Record<string, unknown>>) => FakeAnswer,
): Telegram {
  const callApi = (
    method: string,
    payload: Readonly<Record<string, unknown>>,
    { signal }: { signal?: AbortSignal },
  ) => script(method, payload)(signal)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no more of it is used
  return { callApi, options: { apiRoot: 'https://telegram.example' } } as unknown as Telegram
}
