import type { Telegram } from 'telegraf'
import type { Clock } from '../ops/index.ts'
import type { Incoming } from './request-of.ts'

/** For how long an answer of Telegram's is taken for granted. */
const KEPT_MS = 60_000

/** Tells who may change the settings of a group; asks Telegram when it matters, and remembers for a minute. */
export function createAdministrators(telegram: Telegram, clock: Clock) {
  const known = new Map<string, { readonly isOne: boolean; readonly atMs: number }>()
  return {
    /** In a private chat everybody is. Rejects when Telegram cannot be asked. */
    isOne: async ({ chat, user, isAnonymousAdministrator }: Incoming): Promise<boolean> => {
      if (chat.kind === 'private' || isAnonymousAdministrator) return true
      const key = `${chat.id} ${user.id}`
      const now = clock.now()
      for (const [old, { atMs }] of known) if (now - atMs > KEPT_MS) known.delete(old)
      const remembered = known.get(key)
      if (remembered) return remembered.isOne
      const { status } = await telegram.getChatMember(chat.id, user.id)
      const isOne = status === 'creator' || status === 'administrator'
      known.set(key, { isOne, atMs: now })
      return isOne
    },
  }
}
