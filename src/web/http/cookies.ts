/** The cookies of a request; a name that comes twice has its first value. */
export function readCookies(header: string | undefined): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>()
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    const name = part.slice(0, at).trim()
    if (at > 0 && !cookies.has(name)) cookies.set(name, part.slice(at + 1).trim())
  }
  return cookies
}

/** How a cookie is kept. */
export interface CookieOptions {
  readonly maxAgeSeconds: number
  /** The site is reached by https alone. */
  readonly isSecure: boolean
  /** It is to be sent in a frame of another site too: Telegram for the browser shows Mini Apps in one. */
  readonly isFramed?: boolean
}

/** A `Set-Cookie` header. Scripts cannot read it. */
export function writeCookie(
  name: string,
  value: string,
  { maxAgeSeconds, isSecure, isFramed = false }: CookieOptions,
): string {
  const site = isFramed && isSecure ? 'SameSite=None; Partitioned' : 'SameSite=Lax'
  return `${name}=${value}; Path=/; Max-Age=${Math.max(0, Math.floor(maxAgeSeconds))}; HttpOnly; ${site}${isSecure ? '; Secure' : ''}`
}
