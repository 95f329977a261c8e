import type { ChatStore } from '../../store/index.ts'
import type { Session } from './session.ts'
import type { LinkFault } from './signed-link.ts'
import { readSignature } from './signed-link.ts'

/** Who may read: everybody, or those whom the bot sends here. */
export type WebAccess = 'public' | 'members'

/** What a request shows at the gate. */
export interface Ticket {
  /** Path of the page, decoded. */
  readonly path: string
  /** The signature of the link, if it has one. */
  readonly signature: string | undefined
  readonly session: Session | undefined
}

/** Whether a request may read, as whom, and what the browser is to remember. */
export type Admission =
  | { readonly kind: 'in'; readonly session: Session | undefined; readonly isNew: boolean }
  | { readonly kind: 'out'; readonly why: LinkFault | 'membersOnly' | 'otherChat' | 'left' }

interface GateOptions {
  readonly access: WebAccess
  readonly key: Buffer
  readonly chats: Pick<ChatStore, 'get'>
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/**
 * Decides who may read. A signed link opens its page and begins a session, so that one can read on; the session lasts as
 * long as the link. A chat that blocked or removed the bot has no readers any more.
 */
export function createGate({ access, key, chats, now }: GateOptions) {
  const isMember = async (chatId: number) => {
    const chat = await chats.get(chatId)
    return chat !== undefined && (chat.paused === undefined || chat.paused === 'forbidden')
  }
  return async ({ path, signature, session }: Ticket): Promise<Admission> => {
    if (access === 'public') return { kind: 'in', session, isNew: false }
    const link = signature === undefined ? undefined : readSignature(key, path, signature, now())
    if (link === 'forged') return { kind: 'out', why: 'forged' }
    if (link !== undefined && link !== 'expired') {
      if (isOfAnother(link.chatId, session)) return { kind: 'out', why: 'otherChat' }
      if (!(await isMember(link.chatId))) return { kind: 'out', why: 'left' }
      if (session?.isVerified) return { kind: 'in', session, isNew: false }
      return { kind: 'in', session: { ...link, isVerified: false }, isNew: true }
    }
    if (session === undefined) return { kind: 'out', why: link ?? 'membersOnly' }
    if (!(await isMember(session.chatId))) return { kind: 'out', why: 'left' }
    return { kind: 'in', session, isNew: false }
  }
}

/** Whether a link to one person's chat is opened by another person; a group's link is for all who see it. */
const isOfAnother = (chatId: number, session: Session | undefined): boolean =>
  chatId > 0 && session !== undefined && session.chatId > 0 && session.chatId !== chatId
