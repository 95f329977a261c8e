import type { PageChunk } from '../files/page-chunks.ts'
import { PAGE_LINE_END } from '../files/split-lines.ts'
import { isFurniture } from '../wording/furniture.ts'
import { readSourceTrace } from '../wording/source-trace.ts'

/**
 * Cuts a text in which lines name paper, day and page of the text beside them, so that each stretch is read as a page of its
 * own. Such a line stands below its text; if nothing stands above the first one, they stand above. Nothing is lost.
 */
export function cutAtTraces(chunk: PageChunk): readonly PageChunk[] {
  const lines = chunk.text.split(PAGE_LINE_END)
  const traces = lines.flatMap((line, at) => (readSourceTrace(line) === undefined ? [] : [at]))
  const [first] = traces
  if (first === undefined) return [chunk]
  const isHeading = !lines.slice(0, first).some((line) => line.trim() !== '' && !isFurniture(line.trim()))
  const cuts = isHeading ? traces.slice(1) : traces.map((at) => at + 1)
  const ends = endsOf(chunk.text)
  const stretches: PageChunk[] = []
  let from = 0
  for (const cut of [...cuts, lines.length]) {
    const text = chunk.text.slice(ends[from - 1] ?? 0, ends[cut - 1] ?? chunk.text.length)
    if (text.trim() !== '') stretches.push({ text, linesBefore: chunk.linesBefore + from })
    from = cut
  }
  return stretches
}

/** Where each line ends, behind its line end. */
const endsOf = (text: string): readonly number[] =>
  Array.from(text.matchAll(PAGE_LINE_END), ({ index, 0: end }) => index + end.length)
