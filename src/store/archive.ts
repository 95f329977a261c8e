import type { Article, ArticleId } from '../domain/index.ts'

/** Which articles are meant; a fact that is left out admits all. */
export interface ArticleFilter {
  /** First and last issue, `YYYY-MM-DD`; articles without a date are left out where either is given. */
  readonly from?: string
  readonly to?: string
  readonly section?: string
}

/** Which articles to leaf through, and which of them to give. */
export interface BrowseRequest extends ArticleFilter {
  /** How many to pass over, from 0. */
  readonly offset: number
  /** At most how many to give. */
  readonly limit: number
}

export interface BrowseResult {
  /** How many there are in all. */
  readonly total: number
  readonly articles: readonly Article[]
}

/** All pages of one paper on one date. */
export interface Issue {
  readonly paper?: string
  /** Absent for all that has no date. */
  readonly issueDate?: string
  readonly articles: number
}

/** What one turns to from an article; absent at the ends. */
export interface Neighbours {
  /** In the same issue, page by page. */
  readonly previousInIssue?: ArticleId
  readonly nextInIssue?: ArticleId
}

/** Keeps the articles. Every method rejects when the storage is out of reach. */
export interface Archive {
  /** Adds articles; one whose id is there already takes the place of the older one. */
  put(articles: readonly Article[]): Promise<void>
  /** Takes articles out; ids that are not there are passed over. */
  remove(ids: readonly ArticleId[]): Promise<void>
  get(id: ArticleId): Promise<Article | undefined>
  /** In the order of `ids`, with `undefined` for each that is not there. */
  getMany(ids: readonly ArticleId[]): Promise<readonly (Article | undefined)[]>
  /** As one leafs through a paper: newest issue first, undated ones last; within an issue page by page. */
  browse(request: BrowseRequest): Promise<BrowseResult>
  /** Issues, newest first, undated last. */
  issues(page: { readonly offset: number; readonly limit: number }): Promise<readonly Issue[]>
  neighbours(id: ArticleId): Promise<Neighbours>
  close(): Promise<void>
}
