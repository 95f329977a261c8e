import type { SearchFilter } from '../../../src/search/index.ts'

/** In the order of the tables. */
export const QUERY_KINDS = [
  'words',
  'date',
  'section',
  'piece',
  'phrase',
  'commonWord',
  'commonCharacter',
  'commonPair',
] as const
export type QueryKind = (typeof QUERY_KINDS)[number]

/** One question to all engines; each is asked it in its own language. */
export interface Query {
  readonly kind: QueryKind
  /** Words parted by blanks, or one unspaced text. */
  readonly text: string
  readonly filter?: Pick<SearchFilter, 'from' | 'to' | 'section'>
}
