import { join } from 'node:path'
import { type ArticleSource, UnreadablePageError } from '../../domain/index.ts'
import { kindOfFile } from './corpus-file.ts'
import { decodeStream } from './decode-stream.ts'
import { LONGEST_LINE, LONGEST_RECORD } from './limits.ts'
import { openFile } from './read-bytes.ts'
import { PAGE_LINE_END, RECORD_END, splitLines } from './split-lines.ts'

/**
 * The printed lines that an article was cut from, as they stand in its file. Reads no further than the last of them,
 * in bounded memory.
 * @returns a line for each of `lines`, `''` for one that is not there; `undefined` if the file is gone, cannot be
 * read any more, or is of a form without printed lines
 */
export async function readLines(
  folder: string,
  { file, lines }: ArticleSource,
): Promise<readonly string[] | undefined> {
  const kind = kindOfFile(file)
  // What a source has cut was never printed in lines.
  if (kind !== 'page' && kind !== 'ready') return undefined
  const wanted = new Map(lines.map((number) => [number, '']))
  const last = Math.max(0, ...lines)
  try {
    const source = await openFile(join(folder, file), file)
    try {
      const texts = decodeStream(source.chunks(), { file, strict: false, onWarning: () => {} })
      const split =
        kind === 'ready'
          ? splitLines(texts, RECORD_END, LONGEST_RECORD)
          : splitLines(texts, PAGE_LINE_END, LONGEST_LINE)
      for await (const some of split) {
        for (const { number, text = '' } of some) if (wanted.has(number)) wanted.set(number, text)
        if ((some.at(-1)?.number ?? 0) >= last) break
      }
    } finally {
      await source.close()
    }
    return lines.map((number) => wanted.get(number) ?? '')
  } catch (error) {
    if (error instanceof UnreadablePageError || (error instanceof Error && 'code' in error)) return undefined
    throw error
  }
}
