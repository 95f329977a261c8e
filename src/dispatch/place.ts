import type { Place } from '../chat/index.ts'
import type { SubscriptionPlace } from '../store/index.ts'

/** Where something is sent that was planned for a chat, or a topic of it; only people have ids above zero (Bot API). */
export const placeOf = ({ chatId, threadId }: SubscriptionPlace): Place => ({
  id: chatId,
  kind: chatId > 0 ? 'private' : 'group',
  ...(threadId !== undefined && { threadId }),
})

/** Names a chat, or a topic of it, for a map. */
export const placeKey = ({ chatId, threadId = 0 }: SubscriptionPlace): string => `${chatId} ${threadId}`
