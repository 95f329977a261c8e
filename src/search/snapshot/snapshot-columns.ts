import { DOCUMENT_VALUE_COLUMNS } from '../term-index/document-values.ts'
import { TERM_INDEX_COLUMNS } from '../term-index/term-index-columns.ts'

/** Everything that an engine knows, as columns: what a snapshot holds, in this order. */
export const SNAPSHOT_COLUMNS = {
  ...TERM_INDEX_COLUMNS,
  /** Of each document: its headline as printed. */
  headlines: Uint16Array,
  /** Of each document: what its headline means, as a vector. */
  headlineVectors: Int8Array,
  ...DOCUMENT_VALUE_COLUMNS,
} as const

type Kinds = typeof SNAPSHOT_COLUMNS

/** Texts are UTF-16 units, each with a zero behind it. */
export type SnapshotColumns = { readonly [Name in keyof Kinds]: InstanceType<Kinds[Name]> }
