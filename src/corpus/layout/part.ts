import type { Line } from './line.ts'

/** Lines of a group that belong together. */
export interface Part {
  readonly kind: 'text' | 'title' | 'byline'
  readonly lines: readonly Line[]
  /** Of the column that they stand in. */
  readonly width: number
}
