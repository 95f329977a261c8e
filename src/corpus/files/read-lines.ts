import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ArticleSource, UnreadablePageError } from '../../domain/index.ts'
import { decodePage } from './decode.ts'

/**
 * The printed lines that an article was cut from, as they stand in its page file; `undefined` where the file is gone
 * or cannot be read any more.
 */
export async function readLines(
  folder: string,
  { file, lines }: ArticleSource,
): Promise<readonly string[] | undefined> {
  try {
    const all = decodePage(await readFile(join(folder, file)), file).split(/\r\n|\r|\n/)
    return lines.map((number) => all[number - 1] ?? '')
  } catch (error) {
    if (error instanceof UnreadablePageError || (error instanceof Error && 'code' in error)) return undefined
    throw error
  }
}
