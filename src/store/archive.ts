import type { ArchiveState, Article, ArticleId } from '../domain/index.ts'

/** Which articles are meant; a fact that is left out admits all. */
export interface ArticleFilter {
  /** First and last issue, `YYYY-MM-DD`; articles without a date are left out if either is given. */
  readonly from?: string
  readonly to?: string
  /** Only articles without a date. */
  readonly isUndated?: boolean
  readonly paper?: string
  /** As printed: `03`, `A06`. */
  readonly page?: string
  readonly section?: string
}

/** Which articles to leaf through, and which of them to give. */
export interface BrowseRequest extends ArticleFilter {
  /** How many to pass over, from 0. */
  readonly offset: number
  /** At most how many to give. */
  readonly limit: number
}

/** One page of articles, in the order that was asked for. */
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
  /** Pages as printed, in their order; articles without a page count for none. */
  readonly pages: readonly string[]
}

/** All issues of a day. */
export interface ArchiveDay {
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly articles: number
}

/** A section of the paper, as printed, with the number of its articles. */
export interface Section {
  readonly section: string
  readonly articles: number
}

/** What one turns to from an article; absent at the ends. */
export interface AdjacentArticles {
  /** On the same page, in the order in which the page was cut. */
  readonly previousOnPage?: ArticleId
  readonly nextOnPage?: ArticleId
  /** In the same issue, page by page; of an article without a date, on its page. */
  readonly previousInIssue?: ArticleId
  readonly nextInIssue?: ArticleId
}

/** An article was added, replaced or taken out. */
export interface ArticleChange {
  readonly id: ArticleId
  /** Grows with every change, and is never given twice. */
  readonly revision: number
  /** The article as it is now; absent if it is gone. */
  readonly article?: Article
  /** A hash of the article as it is now. */
  readonly hash?: string
}

/** An article with its place in the order in which articles came in. */
export interface Arrival {
  /** Grows with every article that is seen for the first time; an article that comes back keeps its own. */
  readonly arrival: number
  readonly article: Article
}

/** All that is of one day, of whatever paper. */
export interface DayIds {
  /** `YYYY-MM-DD`; absent for all that has no date. */
  readonly issueDate?: string
  readonly ids: readonly ArticleId[]
}

/** How much there is. */
export interface ArchiveSize {
  readonly files: number
  readonly pages: number
  readonly articles: number
}

/**
 * The articles, to be read. What is in them is written by the `Manifest`.
 * Every method rejects with a `StoreError` when the storage is out of reach.
 */
export interface Archive {
  get(id: ArticleId): Promise<Article | undefined>
  /** In the order of `ids`, with `undefined` for each that is not there. */
  getMany(ids: readonly ArticleId[]): Promise<readonly (Article | undefined)[]>
  /** As one leafs through a paper: newest issue first, undated ones last; within an issue page by page. */
  browse(request: BrowseRequest): Promise<BrowseResult>
  /** Newest first, undated articles last. */
  issues(page: { readonly offset: number; readonly limit: number }): Promise<readonly Issue[]>
  /** The days that have issues, newest first. */
  days(): Promise<readonly ArchiveDay[]>
  /** The sections of the articles that pass, most articles first. */
  sections(filter: ArticleFilter): Promise<readonly Section[]>
  /** The ids of every article, day by day, newest first; undated ones last. Reads no article. */
  idsByDay(): Promise<readonly DayIds[]>
  /** Empty if the id is unknown, or the article stands alone. */
  neighbours(id: ArticleId): Promise<AdjacentArticles>
  /** What changed after `revision`, in order; from 0 on, that is every article. An index follows the archive by it. */
  changesSince(revision: number, limit: number): Promise<readonly ArticleChange[]>
  /** Articles that came after `arrival` and are still there, in order. Alerts look for new articles by it. */
  arrivalsSince(arrival: number, limit: number): Promise<readonly Arrival[]>
  /** The latest arrival; 0 in an empty archive. */
  latestArrival(): Promise<number>
  size(): Promise<ArchiveSize>
  state(): Promise<ArchiveState>
}
