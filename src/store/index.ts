/** All that outlives a reply: the articles, and the lists that people are leafing through. */
export type { Archive, BrowseRequest, BrowseResult } from './archive.ts'
export type { ListStore, SavedList } from './lists.ts'
export { createMemoryArchive } from './memory-archive.ts'
export { createMemoryLists } from './memory-lists.ts'
