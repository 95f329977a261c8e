import { UnreadablePageError } from '../../domain/index.ts'
import type { CorpusFile } from './corpus-file.ts'
import { type Correction, marksOf } from './correction.ts'
import { readCorrections } from './corrections-file.ts'
import { PAGE_LINE_END } from './split-lines.ts'

/** The corrections beside a file, given out page by page. */
interface PagedCorrections {
  /** Those of the page that is a text of the file, with so many lines before it. */
  readonly within: (linesBefore: number, text: string) => readonly Correction[]
  /** Lines that are named and that no page had. */
  readonly beyond: () => readonly number[]
  /** Why they cannot be read, in English; then there are none. */
  readonly problem?: string
}

/** Reads the corrections beside a file. */
export async function correctionsOf({ path, file, corrections }: CorpusFile): Promise<PagedCorrections> {
  let open: readonly Correction[] = []
  let problem: string | undefined
  try {
    open = corrections ?? (await readCorrections(path, file))
  } catch (error) {
    if (!(error instanceof UnreadablePageError)) throw error
    problem = error.message
  }
  const lineOf = (it: Correction) => marksOf(it)[0]?.line ?? 0
  return {
    within: (linesBefore, text) => {
      if (open.length === 0) return []
      const last = linesBefore + countLines(text)
      const own = open.filter((it) => lineOf(it) > linesBefore && lineOf(it) <= last)
      open = open.filter((it) => !own.includes(it))
      return own
    },
    beyond: () => open.map(lineOf),
    ...(problem !== undefined && { problem }),
  }
}

function countLines(text: string): number {
  const lines = text.split(PAGE_LINE_END)
  return lines.at(-1) === '' ? lines.length - 1 : lines.length
}
