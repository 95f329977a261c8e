/** Articles → index; query → hits with excerpts. */

export { createSearch } from './create-search.ts'
export type { Excerpt } from './excerpts/excerpts.ts'
export { WordGroups } from './names/word-groups.ts'
export { parseQuery, QUERY_LENGTH } from './query/parse-query.ts'
export type { ParsedQuery, Phrase, QueryField, QueryProblem, SearchFilter } from './query/query.ts'
export type { QuestionKind, QuestionReading } from './query/question.ts'
export type { Relaxation } from './query/relaxation.ts'
export { renderQuery } from './query/render-query.ts'
export type { ArticleArchive } from './ranking/article-archive.ts'
export type { RelatedArticle } from './ranking/related.ts'
export type { Hit, Match, OtherNames, SearchEngine, SearchOptions, SearchResult } from './search-engine.ts'
export { UnusableSnapshot } from './snapshot/snapshot-file.ts'
