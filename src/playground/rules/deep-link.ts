/** Bot API, “Deep linking”: `A-Z`, `a-z`, `0-9`, `_` and `-`, up to 64 characters. */
const PAYLOAD = /^[\w-]{1,64}$/

/** True of what may stand behind `?start=`. */
export const isStartPayload = (text: string): boolean => PAYLOAD.test(text)

/** What a link to a bot asks for. */
export interface BotLink {
  readonly username: string
  readonly kind: 'open' | 'start' | 'startgroup'
  readonly payload: string
}

/** Reads `https://t.me/name?start=…` and `tg://resolve?domain=name&start=…`; `undefined` for any other address. */
export function readBotLink(address: string): BotLink | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url === undefined) return undefined
  const isWeb = /^https?:$/.test(url.protocol) && ['t.me', 'telegram.me'].includes(url.hostname)
  const username = isWeb
    ? /^\/(\w{3,32})\/?$/.exec(url.pathname)?.[1]
    : url.protocol === 'tg:' && url.hostname === 'resolve' && url.searchParams.get('domain')
  if (!username) return undefined
  const kind = (['start', 'startgroup'] as const).find((name) => url.searchParams.has(name))
  return { username, kind: kind ?? 'open', payload: url.searchParams.get(kind ?? '') ?? '' }
}
