/** Articles → index; query → hits with excerpts. */

export { createSearch } from './create-search.ts'
export { parseQuery, QUERY_LENGTH } from './parse-query.ts'
export type { Phrase, QueryField, QueryProblem, SearchFilter, UnderstoodQuery } from './query.ts'
export { renderQuery } from './render-query.ts'
export type {
  ArchiveState,
  ArticleArchive,
  Excerpt,
  Hit,
  Match,
  RelatedArticle,
  Relaxation,
  SearchEngine,
  SearchOptions,
  SearchResult,
} from './search-engine.ts'
export { UnusableSnapshot } from './snapshot-file.ts'
