import type { Place } from '../chat/index.ts'
import type { ChatPlace } from '../domain/index.ts'

/** Where delivery sends a message for a chat, or a topic of it; only people have ids above zero (Bot API). */
export const placeOf = ({ chatId, threadId }: ChatPlace): Place => ({
  id: chatId,
  kind: chatId > 0 ? 'private' : 'group',
  ...(threadId !== undefined && { threadId }),
})

/** Names a chat, or a topic of it, for a map. */
export const placeKey = ({ chatId, threadId = 0 }: ChatPlace): string => `${chatId} ${threadId}`
