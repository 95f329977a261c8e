import type { Delivery } from '../delivery/index.ts'
import type { Clock } from '../ops/index.ts'
import type { Incoming } from './request-of.ts'

/** For how long an answer of Telegram's is taken for granted. */
const KEPT_MS = 60_000
/** Whoever asks to change a setting waits no longer. */
const WITHIN_MS = 10_000

/** Tells who may change the settings of a group; asks Telegram when it matters, and remembers for a minute. */
export function createAdministrators(delivery: Delivery, clock: Clock) {
  const known = new Map<string, { readonly isOne: boolean; readonly atMs: number }>()
  return {
    /** In a private chat everybody is. Rejects when Telegram cannot be asked. */
    isOne: async ({ chat, user, isAnonymousAdministrator }: Incoming): Promise<boolean> => {
      if (chat.kind === 'private' || isAnonymousAdministrator) return true
      const key = `${chat.chatId} ${user.id}`
      const now = clock.monotonicNow()
      for (const [old, { atMs }] of known) if (now - atMs > KEPT_MS) known.delete(old)
      const remembered = known.get(key)
      if (remembered) return remembered.isOne
      const asked = await delivery.call(
        'getChatMember',
        { chat_id: chat.chatId, user_id: user.id },
        WITHIN_MS,
      )
      if (asked.kind === 'failed') throw new Error(`cannot ask who is administrator: ${asked.description}`)
      const isOne = isAdministrator(asked.result)
      known.set(key, { isOne, atMs: now })
      return isOne
    },
  }
}

const isAdministrator = (member: unknown): boolean =>
  typeof member === 'object' &&
  member !== null &&
  'status' in member &&
  (member.status === 'creator' || member.status === 'administrator')
