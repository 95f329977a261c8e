import type { ArticleId } from '../domain/index.ts'

/** The articles that a reader keeps. */
export interface BookmarkStore {
  /** @returns false if it was kept already */
  add(ownerId: number, articleId: ArticleId): Promise<boolean>
  /** @returns false if it was not kept */
  remove(ownerId: number, articleId: ArticleId): Promise<boolean>
  has(ownerId: number, articleId: ArticleId): Promise<boolean>
  /** Latest first. The articles themselves may have left the archive meanwhile. */
  list(
    ownerId: number,
    page: { readonly offset: number; readonly limit: number },
  ): Promise<{ readonly total: number; readonly articleIds: readonly ArticleId[] }>
}
