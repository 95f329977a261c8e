import type { Mark } from '../files/correction.ts'
import { decodePage } from '../files/decode.ts'
import { toLines } from '../layout/line.ts'

/** Characters of a line that are enough to tell whether it is still the same. */
const QUOTED = 12

/**
 * The lines of a page file that are not blank, by number, as corrections name them.
 * @throws {UnreadablePageError} if it is no text
 */
export const readMarks = (bytes: Uint8Array, file: string): ReadonlyMap<number, Mark> =>
  new Map(
    toLines(decodePage(bytes, file, () => {})).map(({ number, text }) => [
      number,
      { line: number, text: Array.from(text).slice(0, QUOTED).join('') },
    ]),
  )
