/** All that outlives a reply: the articles, and the lists that people are leafing through. */
export type { Archive, ArticleFilter, BrowseRequest, BrowseResult, Issue, Neighbours } from './archive.ts'
export type { BookmarkStore } from './bookmarks.ts'
export type { ChatSettings, ChatStore } from './chats.ts'
export type { ListSpec, ListStore, SavedList } from './lists.ts'
export { createMemoryArchive } from './memory-archive.ts'
export { createMemoryBookmarks, createMemoryChats } from './memory-chats.ts'
export { createMemoryLists } from './memory-lists.ts'
