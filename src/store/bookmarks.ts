import type { ArticleId } from '../domain/index.ts'

/** Which articles people saved for themselves, newest first. */
export interface BookmarkStore {
  /** Saving again what is saved changes nothing. */
  save(userId: number, id: ArticleId): Promise<void>
  remove(userId: number, id: ArticleId): Promise<void>
  has(userId: number, id: ArticleId): Promise<boolean>
  list(
    userId: number,
    offset: number,
    limit: number,
  ): Promise<{ readonly total: number; readonly ids: readonly ArticleId[] }>
}
