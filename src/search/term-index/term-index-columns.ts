/** What a term index knows, as columns. Texts are UTF-16 units, each with a zero behind it. */
export const TERM_INDEX_COLUMNS = {
  /** UTF-16 units of all terms, one behind the other; where each ends; the hash table that finds them. */
  termUnits: Uint16Array,
  termEnds: Uint32Array,
  termSlots: Uint32Array,
  /** Where the postings of each term begin, and one more for the end; the postings (see `BlockWriter`). */
  postingStarts: Uint32Array,
  postings: Uint8Array,
  /** Of each document: its id, or nothing if it is gone. */
  ids: Uint16Array,
  /** Document by document and field by field: how many different terms stand there. */
  fieldLengths: Uint32Array,
  /** Of each field: the mean of those, over the documents that are there. */
  averageLengths: Float64Array,
} as const

type Kinds = typeof TERM_INDEX_COLUMNS

/** The columns of {@link TERM_INDEX_COLUMNS} with their numbers, as a snapshot holds them. */
export type TermIndexColumns = { readonly [Name in keyof Kinds]: InstanceType<Kinds[Name]> }
