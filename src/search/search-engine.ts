import type { ArchiveState, Article, ArticleId } from '../domain/index.ts'
import type { TextRange } from '../language/index.ts'
import type { Excerpt } from './excerpts/excerpts.ts'
import type { AllFound } from './find-all.ts'
import type { ParsedQuery, QueryProblem, SearchFilter } from './query/query.ts'
import type { QuestionReading } from './query/question.ts'
import type { Relaxation } from './query/relaxation.ts'
import type { SortOrder } from './ranking/candidate-source.ts'
import type { OtherNames } from './ranking/names-in-plan.ts'
import type { RelatedArticle } from './ranking/related.ts'

/** Which page of hits is wanted, in which order, and how much text of each. */
export interface SearchOptions {
  /** Hits to leave out at the front; 0 unless told. */
  readonly offset?: number
  /** Hits to give at most; 10 unless told. */
  readonly limit?: number
  /** By relevance unless told; articles without a date come last in the other two. */
  readonly order?: SortOrder
  /** Narrows what the query itself says. */
  readonly filter?: SearchFilter
  /** `YYYY-MM-DD`, the day that 昨天, 上周 and 去年 are counted from; without it they are plain words. */
  readonly today?: string
  /** Length of one excerpt at most, in UTF-16 units; 120 unless told. */
  readonly excerptLength?: number
  /** Excerpts of one article at most; 2 unless told. */
  readonly excerptCount?: number
  /** So many hits get excerpts and highlights, the first ones; all unless told. */
  readonly excerptedHits?: number
}

/** What of an article a query asks for. */
export interface Match {
  readonly article: Article
  /** What matched in the headline. */
  readonly headlineHighlights: readonly TextRange[]
  /** Best first. Without highlights the opening of the article, if only its headline (or no word) matched. */
  readonly excerpts: readonly Excerpt[]
}

/** An article that answers the query, with its excerpts and score. */
export interface Hit extends Match {
  /** Above 0. To be compared within one result only. */
  readonly score: number
}

/** One page of hits, and what a reader should know about how the query was read. */
export interface SearchResult {
  /** How many hits there are to page through. */
  readonly total: number
  readonly hits: readonly Hit[]
  /** How the query was read, without its fillers, for one line of echo. */
  readonly understood: ParsedQuery
  /** What of the query only asked, and for what. */
  readonly question: Pick<QuestionReading, 'fillers' | 'kind' | 'wantsNewest'>
  /** Names in the query that go by others too, which were looked for as well: those that stand in the archive. */
  readonly otherNames: readonly OtherNames[]
  /** Parts of the query that made no sense and were left out, in order. */
  readonly problems: readonly QueryProblem[]
  /** Empty if the query was answered as it was written. */
  readonly relaxed: readonly Relaxation[]
  /** There if part of a search server did not answer: there may be more hits, and better ones. */
  readonly partial?: true
  /** Queries that would find more (你是不是要找), best first. */
  readonly suggestions: readonly string[]
}

/** Full-text search over an archive. Every query gets an answer; methods reject only when the archive does. */
export interface SearchEngine {
  search(query: string, options?: SearchOptions): Promise<SearchResult>
  /** What a query asks, as `search` reads it, without searching for it. */
  questionOf(query: string, options?: Pick<SearchOptions, 'today'>): QuestionReading
  /** Every article that holds all of a query, for counting; see {@link AllFound}. */
  findAll(query: string, options?: Pick<SearchOptions, 'today' | 'filter'>): Promise<AllFound>
  /**
   * A query as a test of single articles, in the index or not: true of one that holds all that is asked for as it is
   * written. Nothing is corrected or relaxed, and days count only if they are written in full. For saved searches.
   */
  test(query: string): (article: Article) => boolean
  /** Shows in an article what a query asks for, whether the article holds all of it or not. */
  show(
    query: string,
    article: Article,
    options?: Pick<SearchOptions, 'excerptLength' | 'excerptCount'>,
  ): Match
  /**
   * Takes articles in; one with a known id replaces the older one. Yields to other work now and then.
   * @param more whether others follow at once: tidying up then waits until it is worth it for many
   */
  add(articles: readonly Article[], more?: boolean): Promise<void>
  /** Ids that are not there are no error. */
  remove(ids: readonly ArticleId[]): Promise<void>
  /** Completions of a query that is being typed, most likely first. */
  suggest(prefix: string, limit: number): Promise<readonly string[]>
  /** The words of a text as search cuts it, in order and in normal form. */
  wordsOf(text: string): readonly string[]
  /** How much a word says: its inverse document frequency, `ln(1 + N / (df + 0.5))`; highest of what stands nowhere. */
  rarityOf(text: string): number
  /** Articles on the same matter, nearest first, without the article itself; none if the id is unknown. */
  related(id: ArticleId, limit: number): Promise<readonly RelatedArticle[]>
  /**
   * Writes what the engine knows to a file, so that another one need not take in everything again. Changes wait
   * meanwhile; the file that was there stays until the new one is whole.
   */
  save(file: string, origin: ArchiveState): Promise<void>
  /**
   * Takes over what was saved. The engine must be empty, and stays so if it rejects.
   * @param now what the archive is now: a snapshot of another one, or of a later revision, is not for this archive
   * @returns the revision that it knows now; undefined if there is no such file
   * @throws {UnusableSnapshot}
   */
  load(file: string, now: ArchiveState): Promise<number | undefined>
  /** Number of articles that can be found. */
  readonly size: number
}
