import type { ArticleId } from '../domain/index.ts'
import type { BookmarkStore } from './bookmarks.ts'
import type { ChatSettings, ChatStore } from './chats.ts'

export function createMemoryBookmarks(): BookmarkStore {
  const byUser = new Map<number, ArticleId[]>()
  const of = (userId: number) => byUser.get(userId) ?? []
  return {
    save: async (userId, id) => void byUser.set(userId, [id, ...of(userId).filter((it) => it !== id)]),
    remove: async (userId, id) =>
      void byUser.set(
        userId,
        of(userId).filter((it) => it !== id),
      ),
    has: async (userId, id) => of(userId).includes(id),
    list: async (userId, offset, limit) => ({
      total: of(userId).length,
      ids: of(userId).slice(offset, offset + limit),
    }),
  }
}

export function createMemoryChats(): ChatStore {
  const byChat = new Map<number, ChatSettings>()
  return {
    settings: async (chatId) => byChat.get(chatId) ?? {},
    change: async (chatId, settings) => void byChat.set(chatId, { ...byChat.get(chatId), ...settings }),
  }
}
