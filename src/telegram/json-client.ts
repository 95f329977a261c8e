import type { Agent } from 'node:http'
import { Telegram, TelegramError } from 'telegraf'
import type { Telegram as Methods, Opts } from 'telegraf/types'
import { encodePayload } from './encode-payload.ts'
import { type JsonResponse, postJson } from './post-json.ts'

interface Answer {
  readonly ok: boolean
  readonly result?: unknown
}

/**
 * Telegraf's client over `node:http` instead of node-fetch 2, which waits for ever for the rest of a response that breaks
 * off, keeps what it has read of one that fails for 500 s, and takes several times the processor time. A file is uploaded
 * as an `Upload` in the payload.
 */
export class JsonClient extends Telegram {
  readonly #agent: Agent

  /** @param apiRoot `https://api.telegram.org` */
  constructor(token: string, apiRoot: string, agent: Agent) {
    super(token, { apiRoot, webhookReply: false })
    this.#agent = agent
  }

  /** @throws `TelegramError` if the Bot API refuses; else what {@link postJson} throws, or an error if there is no JSON */
  override async callApi<M extends keyof Methods>(
    method: M,
    payload: Opts<M>,
    { signal }: Parameters<Telegram['callApi']>[2] = {},
  ): Promise<ReturnType<Methods[M]>> {
    const url = new URL(`./bot${this.token}/${method}`, this.options.apiRoot.replace(/\/*$/, '/'))
    const body = await encodePayload(payload)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Telegraf names the type of a shim; all signals here are Node's own
    const response = await postJson(url, body, this.#agent, signal as unknown as AbortSignal | undefined)
    if (response.status >= 500)
      throw new TelegramError({ error_code: response.status, description: response.statusText })
    const answer = readAnswer(response)
    if (!answer.ok)
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border: readers of errors check each field
      throw new TelegramError(answer as unknown as ConstructorParameters<typeof TelegramError>[0], {
        method,
        payload,
      })
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border: Telegraf names the result of each method
    return answer.result as ReturnType<Methods[M]>
  }
}

function readAnswer({ status, text }: JsonResponse): Answer {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Error(`the response is not JSON (HTTP ${status})`)
  }
  if (typeof value !== 'object' || value === null || !('ok' in value))
    throw new Error(`the response is not an answer of the Bot API (HTTP ${status})`)
  return { ...value, ok: value.ok === true }
}
