import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

/** The lines of a stream as they come, without their ends. */
export const linesOf = (input: Readable): AsyncIterable<string> =>
  createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
