/** The words of the trade. No I/O, no package; every part may use them. */
export type { ArchiveState } from './archive-state.ts'
export type {
  Article,
  ArticleId,
  ArticleSource,
  Confidence,
  DatePrecision,
  Region,
  Subhead,
} from './article.ts'
export { type ArticleIdentity, createArticleId, isArticleId } from './article-id.ts'
export { certaintyOf, DOUBTFUL, isDoubtful } from './confidence.ts'
export { decodePart } from './decode-part.ts'
export { CorpusFolderError, PaperboyError, UnreadablePageError } from './errors.ts'
export { readHanNumber } from './han-number.ts'
export { HASH_BASIS, HASH_PRIME, hashUnits } from './hash-units.ts'
export { addDays, toIsoDate, weekdayOf } from './iso-date.ts'
export { isJsonObject } from './json-object.ts'
export { LARGEST_DAY } from './largest-day.ts'
export { pageNumber } from './page-number.ts'
export type { Place } from './place.ts'
export { systemCodeOf, systemReasonOf } from './system-reason.ts'
