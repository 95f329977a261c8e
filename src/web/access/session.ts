import { isSigned, sign } from './signature.ts'

/** Who reads in this browser, as the cookie keeps it. */
export interface Session {
  /** The chat whose link was opened, or the reader's own. */
  readonly chatId: number
  /** Telegram vouches for the reader, whose id `chatId` then is. */
  readonly isVerified: boolean
  /** In milliseconds since 1970; whole seconds. */
  readonly untilMs: number
}

const FORM = /^(-?[0-9a-z]{1,12})\.([01])\.([0-9a-z]{1,9})\.([\w-]{22})$/

/** A session as the value of a cookie. */
export function sealSession(key: Buffer, { chatId, isVerified, untilMs }: Session): string {
  const until = Math.floor(untilMs / 1000)
  const verified = isVerified ? 1 : 0
  const mac = sign(key, ['session', chatId, verified, until])
  return [chatId.toString(36), verified, until.toString(36), mac].join('.')
}

/** The session of a cookie; undefined if it is over, or was not made here. */
export function openSession(key: Buffer, value: string, nowMs: number): Session | undefined {
  const [, chat = '', verified = '', seconds = '', mac = ''] = FORM.exec(value) ?? []
  const chatId = Number.parseInt(chat, 36)
  const until = Number.parseInt(seconds, 36)
  if (!isSigned(key, ['session', chatId, verified, until], mac) || until * 1000 <= nowMs) return undefined
  return { chatId, isVerified: verified === '1', untilMs: until * 1000 }
}
