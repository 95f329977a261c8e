/** Articles → index; query → hits with excerpts. */

export type { RemoteSource } from './create-search.ts'
export { createSearch } from './create-search.ts'
export type { Excerpt } from './excerpts/excerpts.ts'
export type { AllFound, FoundArticle } from './find-all.ts'
export { WordGroups } from './names/word-groups.ts'
export { addToMonth, type MonthSums } from './opensearch/month-sums.ts'
export { type OpenSearch, openOpenSearch, type Rebuild } from './opensearch/open-opensearch.ts'
export type { ServerEvents } from './opensearch/search-server.ts'
export { SearchServerError, unlessAway } from './opensearch/server-error.ts'
export { isShortVerb } from './query/filler-words.ts'
export { numberOf, otherNumberForm } from './query/number-forms.ts'
export { readPageName } from './query/page-name.ts'
export { parseQuery, QUERY_LENGTH } from './query/parse-query.ts'
export type {
  ParsedQuery,
  Phrase,
  QueryField,
  QueryProblem,
  QuestionKind,
  SearchFilter,
} from './query/query.ts'
export type { QuestionReading } from './query/question.ts'
export type { Relaxation } from './query/relaxation.ts'
export { renderQuery } from './query/render-query.ts'
export type { ArticleArchive } from './ranking/article-archive.ts'
export type { OtherNames } from './ranking/names-in-plan.ts'
export type { RelatedArticle } from './ranking/related.ts'
export type { TermCounts } from './ranking/term-counts.ts'
export type { Hit, Match, SearchEngine, SearchOptions, SearchResult } from './search-engine.ts'
export { readIndexRules } from './snapshot/index-rules.ts'
export { UnusableSnapshot } from './snapshot/snapshot-file.ts'
