import type { Article, ArticleId } from '../domain/index.ts'

/** Which articles to leaf through, and which of them to give. */
export interface BrowseRequest {
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
  close(): Promise<void>
}
