import type { Article, ArticleId } from '../../domain/index.ts'
import type { SearchFilter } from '../query/query.ts'
import type { DatedHeadline } from '../term-index/headlines.ts'
import type { WeightedTerm } from '../term-index/weighted-term.ts'
import type { Clause, QueryPlan } from './query-plan.ts'

/** By relevance, or by day; articles without a date come last in the latter. */
export type SortOrder = 'relevance' | 'newest' | 'oldest'

/** In which form a text holds a part of the query, if it does: as it was typed, or in another form only. */
export type Held = 'typed' | 'other' | undefined

/** An article that may become a hit, as its source knows it: without its text. */
export interface Candidate {
  readonly id: ArticleId
  /** Day of the issue as a number (20240608); 0 if there is none. */
  readonly date: number
  /** Grows with every article that is taken in or changed: of two articles of a day the higher one is newer. */
  readonly number: number
  /** BM25 over the terms of the plan, 0 or more. */
  readonly score: number
  /** Whether it holds every clause, as far as the source can tell. */
  readonly complete: boolean
  /** What bounds its worth before its text is read. */
  readonly bound: {
    /** In normal form. */
    readonly headline: string
    /** For each part of the plan, in order: at least what the text holds. */
    readonly partsHeld: readonly Held[]
  }
}

/** Which candidates are wanted, and in which order. */
export interface FindOptions {
  /** Narrows what the plan itself says. */
  readonly filter: SearchFilter
  readonly order: SortOrder
  /** Places in that order, from 0; `to` is not among them. */
  readonly window: { readonly from: number; readonly to: number }
}

/** What a source found. */
export interface FoundCandidates {
  /** Those of the window, in order: by relevance the complete ones first, then by score, then the newest. */
  readonly candidates: readonly Candidate[]
  /** Of all candidates, and of the complete ones among them. */
  readonly total: number
  readonly completeCount: number
  /** The clauses that count, and for each how many articles hold it. */
  readonly clauses: readonly CountedClause[]
  /** There if part of the archive did not answer: there may be more, and better ones. */
  readonly partial?: true
  /** There if the source did not take so many terms: those that weigh most were used. */
  readonly cut?: { readonly kept: number; readonly of: number }
}

/** A clause, and how many articles hold it. */
export interface CountedClause {
  readonly clause: Clause
  readonly count: number
}

/** A candidate, and how much its headline means the same as a query. */
export interface AlikeCandidate extends Pick<Candidate, 'id' | 'date' | 'number'> {
  /** In normal form. */
  readonly headline: string
  /** Between what its headline and what the query mean. */
  readonly cosine: number
}

/** An article that came, changed, or went (then without `article`), as the archive tells it. */
export interface ArticleChange {
  readonly id: ArticleId
  /** Grows with every change of the archive. */
  readonly revision: number
  readonly article?: Article
  /** A hash of the article as it is now. */
  readonly hash?: string
}

/** How far a source is. */
export interface SourceState {
  /** Articles that can be found. */
  readonly documents: number
  /** The latest change of the archive that it has; 0 if it has none. */
  readonly revision: number
}

/**
 * Where candidates come from. What a query means is decided above it, and so is the order in which hits are shown: a
 * source answers plans, and reads no query. It takes whole changes in, and asks texts of the archive only where its
 * index leaves a doubt.
 */
export interface CandidateSource {
  /** The candidates of a plan; see {@link FoundCandidates}. */
  find(plan: QueryPlan, options: FindOptions, signal?: AbortSignal): Promise<FoundCandidates>
  /** The articles that score highest by some terms, best first, without one of them; none if that one is unknown. */
  nearest(
    terms: readonly WeightedTerm[],
    without: ArticleId,
    limit: number,
  ): Promise<readonly { readonly id: ArticleId; readonly score: number }[]>
  /**
   * The articles that a plan does not find and that pass its filter and another one, whose headlines mean most like what was
   * asked for, the likest first; and after them `others`, however unlike. Left out by a source that cannot tell.
   * @param meaning a vector of length 1
   */
  alike?(
    meaning: Float32Array,
    wanted: {
      readonly plan: QueryPlan
      readonly filter: SearchFilter
      /** A cosine. */
      readonly least: number
      readonly limit: number
      readonly others: readonly ArticleId[]
    },
  ): Promise<readonly AlikeCandidate[]>
  /** The newest headlines, at most so many, that hold all of some texts in normal form; newest first. */
  headlines(texts: readonly string[], newest: number): Promise<readonly DatedHeadline[]>
  /**
   * Takes changes in, in their order. The same ones again change nothing.
   * @param upTo the revision of the archive that it has with them
   * @param more whether others follow at once: tidying up then waits until it is worth it for many
   */
  apply(changes: readonly ArticleChange[], upTo: number, more?: boolean): Promise<void>
  state(): Promise<SourceState>
}
