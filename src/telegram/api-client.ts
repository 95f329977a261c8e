import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { Telegram } from 'telegraf'
import { JsonClient } from './json-client.ts'

/** How to reach the Bot API, and as which bot. */
export interface ApiOptions {
  readonly token: string
  /** Where the Bot API is served: `https://api.telegram.org`, or a server of one's own. */
  readonly apiRoot: string
  /** `http://`, `https://` or `socks5://`; every call goes through it. */
  readonly proxyUrl?: string | undefined
}

/**
 * An idle connection is closed by us after so long. One that somebody on the way has forgotten, or Telegram closes just
 * then, would swallow the next reply.
 */
const IDLE_MS = 15_000

/** Telegraf's client for the calls of the Bot API. It opens nothing before the first call. */
export async function createApiClient({ token, apiRoot, proxyUrl }: ApiOptions): Promise<Telegram> {
  return new JsonClient(token, apiRoot, await createAgent(apiRoot, proxyUrl))
}

async function createAgent(apiRoot: string, proxyUrl: string | undefined) {
  if (proxyUrl !== undefined) {
    const { ProxyAgent } = await import('proxy-agent') // slow to load, and most need none
    return new ProxyAgent({ getProxyForUrl: () => proxyUrl })
  }
  const options = { keepAlive: true, timeout: IDLE_MS } // ends no connection that is in use
  return apiRoot.startsWith('http://') ? new HttpAgent(options) : new HttpsAgent(options)
}
