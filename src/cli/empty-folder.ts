import type { Config } from '../config/index.ts'
import { FILE_KINDS } from '../corpus/index.ts'
import type { Output } from './command.ts'

/** What to do where no page was found: `folder` is named as it was given. */
export const noPagesIn = (folder: string): string =>
  `no pages in ${folder}: put page texts (*.txt), PDFs or other files there that can be read (${FILE_KINDS.join(', ')}), or name another folder`

/** Says so of the corpus folder, if the archive has no article. */
export function tellIfEmpty(
  articles: number,
  { CORPUS_DIR }: Pick<Config, 'CORPUS_DIR'>,
  output: Output,
): void {
  if (articles === 0) output.err(`paperboy: ${noPagesIn(CORPUS_DIR)} by CORPUS_DIR\n`)
}
