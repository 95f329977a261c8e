import type { Article, ArticleId } from '../../domain/index.ts'

/** Where search gets the text of its candidates from. */
export interface ArticleArchive {
  /** The articles in the order of `ids`; undefined for those that are not there (any more). */
  getMany(ids: readonly ArticleId[]): Promise<readonly (Article | undefined)[]>
}
