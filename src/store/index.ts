/** All that outlives the process: the articles, what of the corpus folder is in them, and what readers leave. */
export type {
  Archive,
  ArchiveSize,
  Arrival,
  ArticleChange,
  ArticleFilter,
  BrowseRequest,
  BrowseResult,
  Issue,
  Neighbours,
  Section,
} from './archive.ts'
export type { BookmarkStore } from './bookmarks.ts'
export type { ChatSettings, ChatStore } from './chats.ts'
export type { ListSpec, ListStore, SavedList } from './lists.ts'
export type { FilePiece, JoinPieces, Manifest, TakenFile } from './manifest.ts'
export { createMemoryBookmarks, createMemoryChats } from './memory-chats.ts'
export { createMemoryLists } from './memory-lists.ts'
export { type DriverName, loadDriver } from './sqlite/load-driver.ts'
export { openStore, type Store, type StoreOptions } from './store.ts'
export { StoreError, type StoreProblem } from './store-error.ts'
