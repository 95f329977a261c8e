import { createHmac, hkdfSync } from 'node:crypto'

/** What the site signs and checks with. The token itself is not among them, and cannot be computed from them. */
export interface SiteKeys {
  /** Signs links and sessions. */
  readonly signing: Buffer
  /** Checks what a Mini App says about its reader: HMAC-SHA-256 of the token with the key `WebAppData`. */
  readonly miniApp: Buffer
}

/**
 * Derives the keys from the bot's token: with a new token all old links end. The key of Mini Apps is the one that
 * Telegram documents (https://core.telegram.org/bots/webapps, “Validating data received via the Mini App”).
 */
export const deriveKeys = (token: string): SiteKeys => ({
  signing: Buffer.from(hkdfSync('sha256', token, 'paperboy', 'links of the reading page', 32)),
  miniApp: createHmac('sha256', 'WebAppData').update(token).digest(),
})
