import type { SearchEngine } from '../search/index.ts'
import type { Archive, ListStore } from '../store/index.ts'

/** What a conversation is about and what it leans on. */
export interface Parts {
  readonly archive: Archive
  readonly search: SearchEngine
  readonly lists: ListStore
  /** The day that it is where the readers live, `YYYY-MM-DD`: what 昨天 is counted from. */
  readonly today: () => string
}
