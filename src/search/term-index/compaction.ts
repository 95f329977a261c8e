/** So many changes make it worth to write postings anew: a share of all documents, but within these bounds. */
export interface Threshold {
  readonly share: number
  readonly least: number
  readonly most: number
}

/** When documents added are merged into the packed segment, and removed ones taken out of it. */
export interface CompactionPolicy {
  readonly merge: Threshold
  readonly vacuum: Threshold
}

/** A vacuum writes every posting anew; to pass over removed documents costs next to nothing. */
const VACUUM: Threshold = { share: 0.1, least: 200, most: 10_000 }

/** While single articles come and go. */
export const COMPACTION: CompactionPolicy = {
  merge: { share: 0.05, least: 200, most: 1000 },
  vacuum: VACUUM,
}

/** While many come at once: each posting is copied a few times, and what waits takes 5 KB a document. */
export const BULK_COMPACTION: CompactionPolicy = {
  merge: { share: 0.5, least: 1000, most: 10_000 },
  vacuum: VACUUM,
}
