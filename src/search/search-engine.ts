import type { Article, ArticleId } from '../domain/index.ts'
import type { TextRange } from '../language/index.ts'
import type { QueryProblem, SearchFilter, UnderstoodQuery } from './query.ts'

/** Where search gets the text of its candidates from. */
export interface ArticleArchive {
  /** The articles in the order of `ids`; undefined for those that are not there (any more). */
  getMany(ids: readonly ArticleId[]): Promise<readonly (Article | undefined)[]>
}

export interface SearchOptions {
  /** Hits to leave out at the front; 0 unless told. */
  readonly offset?: number
  /** Hits to give at most; 10 unless told. */
  readonly limit?: number
  /** By relevance unless told; articles without a date come last in the other two. */
  readonly order?: 'relevance' | 'newest' | 'oldest'
  /** Narrows what the query itself says. */
  readonly filter?: SearchFilter
  /** `YYYY-MM-DD`, the day that 昨天, 上周 and 去年 are counted from; without it they are plain words. */
  readonly today?: string
  /** Length of one excerpt at most, in UTF-16 units; 120 unless told. */
  readonly excerptLength?: number
  /** Excerpts of one article at most; 2 unless told. */
  readonly excerptCount?: number
}

/** Whole sentences of an article around what was asked for. */
export interface Excerpt {
  /** As printed, from one paragraph; `…` where a sentence too long was cut, between words. */
  readonly text: string
  /** What matched, in UTF-16 units of `text`, ascending, not overlapping. */
  readonly highlights: readonly TextRange[]
}

export interface Hit {
  readonly article: Article
  /** Above 0. To be compared within one result only. */
  readonly score: number
  /** What matched in the headline. */
  readonly headlineHighlights: readonly TextRange[]
  /** Best first. Without highlights the opening of the article, where only its headline (or no word) matched. */
  readonly excerpts: readonly Excerpt[]
}

/** What search did on its own because the query as written found too little. */
export type Relaxation =
  /** Only `complete` hits, which come first, hold everything; the others hold some. `missing` occurs nowhere. */
  | { readonly kind: 'someWords'; readonly complete: number; readonly missing: readonly string[] }
  /** `from` was taken for a slip of `to`. */
  | { readonly kind: 'corrected'; readonly from: string; readonly to: string }
  /** `from` was read as pinyin, or as its initials; any of `to` will do, the likeliest first. */
  | { readonly kind: 'pinyin'; readonly from: string; readonly to: readonly string[] }
  /** The days that a word such as 去年 points to held nothing, and it was taken for a plain word. */
  | { readonly kind: 'dateAsWord'; readonly texts: readonly string[] }
  /** No article holds these phrases as written; their words were looked for instead. */
  | { readonly kind: 'phraseAsWords'; readonly texts: readonly string[] }

export interface SearchResult {
  /** How many hits there are to page through. */
  readonly total: number
  readonly hits: readonly Hit[]
  /** How the query was read, for one line of echo. */
  readonly understood: UnderstoodQuery
  /** Parts of the query that made no sense and were left out, in order. */
  readonly problems: readonly QueryProblem[]
  /** Empty where the query was answered as it was written. */
  readonly relaxed: readonly Relaxation[]
  /** Queries that would find more (你是不是要找), best first. */
  readonly suggestions: readonly string[]
}

/** Which archive an index is of, and up to which of its changes. */
export interface ArchiveState {
  readonly archive: string
  readonly revision: number
}

/** An article near another one. */
export interface RelatedArticle {
  readonly article: Article
  /** Above 0; higher is nearer. To be compared within one answer only. */
  readonly score: number
}

/** Full-text search over an archive. Every query gets an answer; methods reject only when the archive does. */
export interface SearchEngine {
  search(query: string, options?: SearchOptions): Promise<SearchResult>
  /**
   * Takes articles in; one with a known id replaces the older one. Yields to other work now and then.
   * @param more whether others follow at once: tidying up then waits until it is worth it for many
   */
  add(articles: readonly Article[], more?: boolean): Promise<void>
  /** Ids that are not there are no error. */
  remove(ids: readonly ArticleId[]): Promise<void>
  /** Completions of a query that is being typed, most likely first. */
  suggest(prefix: string, limit: number): Promise<readonly string[]>
  /** Articles on the same matter, nearest first, without the article itself; none where the id is unknown. */
  related(id: ArticleId, limit: number): Promise<readonly RelatedArticle[]>
  /**
   * Writes what the engine knows to a file, so that another one need not take in everything again. Changes wait
   * meanwhile; the file that was there stays until the new one is whole.
   */
  save(file: string, origin: ArchiveState): Promise<void>
  /**
   * Takes over what was saved. The engine must be empty, and stays so where it rejects.
   * @param now what the archive is now: a snapshot of another one, or of a later revision, is not for this archive
   * @returns the revision that it knows now; undefined where there is no such file
   * @throws {UnusableSnapshot}
   */
  load(file: string, now: ArchiveState): Promise<number | undefined>
  /** Number of articles that can be found. */
  readonly size: number
}
