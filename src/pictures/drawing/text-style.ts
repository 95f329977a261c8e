import type { Face } from '../fonts/font-files.ts'

/** How text looks. */
export interface TextStyle {
  readonly face: Face
  /** Height of a Chinese character in pixels. */
  readonly size: number
  /** 200 to 900. */
  readonly weight: number
  /** A CSS colour. */
  readonly colour: string
  /** From one base line to the next, in sizes. */
  readonly leading: number
}
