import { Telegram } from 'telegraf'

export interface ApiOptions {
  readonly token: string
  /** Where the Bot API is served: `https://api.telegram.org`, or a server of one's own. */
  readonly apiRoot: string
  /** `http://`, `https://` or `socks5://`; every call goes through it. */
  readonly proxyUrl?: string | undefined
}

/** Telegraf's client for the calls of the Bot API. It opens nothing before the first call. */
export async function createApiClient({ token, apiRoot, proxyUrl }: ApiOptions): Promise<Telegram> {
  const telegram = new Telegram(token, { apiRoot, webhookReply: false })
  if (proxyUrl !== undefined) {
    const { ProxyAgent } = await import('proxy-agent') // slow to load, and most need none
    // Telegraf forgets an agent that it is given for an http:// server, so it is set afterwards.
    telegram.options.agent = new ProxyAgent({ getProxyForUrl: () => proxyUrl })
  }
  return telegram
}
