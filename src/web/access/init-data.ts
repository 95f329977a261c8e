import { createHmac, timingSafeEqual } from 'node:crypto'
import { isJsonObject } from '../../domain/index.ts'

/** The reader of a Mini App, by Telegram's word. */
export interface MiniAppReader {
  readonly userId: number
}

/** Why what a Mini App sent is not believed. */
export type InitDataFault = 'forged' | 'expired'

/** How old it may be: Telegram makes it anew each time the app is opened. */
const LONGEST_MS = 3600_000
/** How far the clocks may be apart. */
const CLOCKS_APART_MS = 300_000

/**
 * Checks `initData` by the rule of https://core.telegram.org/bots/webapps: all fields but `hash`, sorted by name, as
 * lines `name=value`, signed by HMAC-SHA-256 with the key that is derived from the token.
 * @param key `SiteKeys.miniApp`
 */
export function readInitData(key: Buffer, initData: string, nowMs: number): MiniAppReader | InitDataFault {
  const fields = [...new URLSearchParams(initData)]
  const hash = fields.find(([name]) => name === 'hash')?.[1] ?? ''
  const names = new Set(fields.map(([name]) => name))
  if (names.size !== fields.length) return 'forged'
  const lines = fields.filter(([name]) => name !== 'hash').map(([name, value]) => `${name}=${value}`)
  const right = createHmac('sha256', key).update(lines.toSorted().join('\n')).digest()
  const given = Buffer.from(hash, 'hex')
  if (given.length !== right.length || !timingSafeEqual(given, right)) return 'forged'
  const madeMs = Number(fields.find(([name]) => name === 'auth_date')?.[1]) * 1000
  if (!(madeMs > nowMs - LONGEST_MS && madeMs < nowMs + CLOCKS_APART_MS)) return 'expired'
  const userId = userIdOf(fields.find(([name]) => name === 'user')?.[1] ?? '')
  return userId === undefined ? 'forged' : { userId }
}

function userIdOf(user: string): number | undefined {
  try {
    const parsed: unknown = JSON.parse(user)
    const id = isJsonObject(parsed) ? parsed['id'] : undefined
    return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : undefined
  } catch {
    return undefined
  }
}
