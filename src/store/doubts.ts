import type { Article, ArticleId } from '../domain/index.ts'

/** An article that may be cut wrongly, and why it is thought so. */
export interface Doubt {
  readonly article: Article
  /** The chance that its borders and headline are right, from 0 to 1; undefined if it was read before that was told. */
  readonly certainty: number | undefined
  /** Readers who said that it is wrong. */
  readonly reports: number
}

/** How many articles are doubtful, and how many readers have reported. */
export interface DoubtCounts {
  readonly doubtful: number
  readonly reported: number
}

/** What readers and the page reader doubt. */
export interface DoubtStore {
  /** Those that readers have reported come first, most reports before fewer; then the doubtful, the least certain first. */
  list(limit: number): Promise<readonly Doubt[]>
  counts(): Promise<DoubtCounts>
  /**
   * Notes that a reader finds an article wrong.
   * @param most reports of one reader that are kept
   * @returns `known` if this reader has said so before, `full` if they have reported too many
   */
  report(articleId: ArticleId, ownerId: number, most: number): Promise<'noted' | 'known' | 'full'>
  /** Articles that a reader has reported, latest first. */
  reportedBy(
    ownerId: number,
  ): Promise<readonly { readonly articleId: ArticleId; readonly reportedMs: number }[]>
}
