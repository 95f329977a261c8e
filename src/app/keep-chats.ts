import type { ChatEvents } from '../delivery/index.ts'
import type { ChatStore } from '../store/index.ts'

/** What becomes of chats is kept with them. */
export const keepChats = (chats: ChatStore): ChatEvents => ({
  onGone: (chatId, reason) => chats.pause(chatId, reason === 'silenced' ? 'forbidden' : 'blocked'),
  onBack: async (chatId) => {
    const chat = await chats.get(chatId)
    if (chat?.paused) await chats.heard(chat)
  },
  onMoved: (from, to) => chats.migrate(from, to),
})
