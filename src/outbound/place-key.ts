import type { Place } from '../domain/index.ts'

/** Names a chat, or a topic of it, for a map. */
export const placeKey = ({ chatId, threadId = 0 }: Place): string => `${chatId} ${threadId}`
