import type { SavedList } from './lists.ts'

/** What is kept of people and chats beyond what the other stores show, and how it is forgotten. */
export interface PersonalDataStore {
  /** The lists that a person asked for in any chat, and those of the chat, oldest first. */
  listsOf(chatId: number): Promise<readonly SavedList[]>
  /**
   * Deletes every row about a chat: its settings, subscriptions, alerts, lists, what it was shown, and its messages. A
   * private chat has the id of its person, so that their bookmarks, the lists that they asked for in groups, and the
   * channels that they set up go too; an alert that they made for a group stays with the group, without their id. When it settles, SQLite holds none of it any
   * more, neither in free space nor in its log; PostgreSQL overwrites it as its vacuum gets to it.
   */
  forget(chatId: number): Promise<void>
  /** Chats that blocked or removed the bot at that time (milliseconds since 1970) or before. */
  goneSince(untilMs: number): Promise<readonly number[]>
}
