/** Everything that an engine knows, as columns: what a snapshot holds, in this order. */
export const SNAPSHOT_COLUMNS = {
  /** UTF-16 units of all terms, one behind the other; where each ends; the hash table that finds them. */
  termUnits: Uint16Array,
  termEnds: Uint32Array,
  termSlots: Uint32Array,
  /** Where the postings of each term begin, and one more for the end; the postings (see `BlockWriter`). */
  postingStarts: Uint32Array,
  postings: Uint8Array,
  /** Of each document: its id, or nothing where it is gone. */
  ids: Uint16Array,
  /** Document by document and field by field: how many different terms stand there. */
  fieldLengths: Uint32Array,
  /** Of each field: the mean of those, over the documents that are there. */
  averageLengths: Float64Array,
  /** Of each document: its headline as printed. */
  headlines: Uint16Array,
  /** Of each document: the day of its issue (20240608), and the numbers of its section, paper and page by name. */
  dates: Uint32Array,
  sections: Uint32Array,
  papers: Uint32Array,
  pages: Uint32Array,
  sectionNames: Uint16Array,
  paperNames: Uint16Array,
  pageNames: Uint16Array,
} as const

type Kinds = typeof SNAPSHOT_COLUMNS

/** Texts are UTF-16 units, each with a zero behind it. */
export type SnapshotColumns = { readonly [Name in keyof Kinds]: InstanceType<Kinds[Name]> }
