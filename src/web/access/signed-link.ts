import { isSigned, sign } from './signature.ts'

/** What a signature on a link says. */
export interface LinkGrant {
  /** The chat that the link was made for. */
  readonly chatId: number
  /** Until when it opens the page, in milliseconds since 1970; whole seconds. */
  readonly untilMs: number
}

/** Why a link opens nothing. */
export type LinkFault = 'forged' | 'expired'

/** The parameter of an address that holds the signature. */
export const SIGNATURE = 'k'

const FORM = /^(-?[0-9a-z]{1,12})\.([0-9a-z]{1,9})\.([\w-]{22})$/

/**
 * Signs a path for a chat: `<chat>.<until>.<signature>`, numbers to the base of 36.
 * @param path of the page, decoded: a link to one page opens no other
 */
export function signPath(key: Buffer, path: string, { chatId, untilMs }: LinkGrant): string {
  const until = Math.floor(untilMs / 1000)
  return [chatId.toString(36), until.toString(36), sign(key, ['link', path, chatId, until])].join('.')
}

/** Reads a signature, and says why it does not hold if it does not. */
export function readSignature(
  key: Buffer,
  path: string,
  signature: string,
  nowMs: number,
): LinkGrant | LinkFault {
  const [, chat = '', seconds = '', mac = ''] = FORM.exec(signature) ?? []
  const chatId = Number.parseInt(chat, 36)
  const until = Number.parseInt(seconds, 36)
  if (!isSigned(key, ['link', path, chatId, until], mac)) return 'forged'
  return until * 1000 > nowMs ? { chatId, untilMs: until * 1000 } : 'expired'
}
