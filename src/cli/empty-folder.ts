import { FILE_KINDS } from '../corpus/index.ts'

/** What to do where no page was found: `folder` is named as it was given. */
export const noPagesIn = (folder: string): string =>
  `no pages in ${folder}: put page texts (*.txt), PDFs or other files there that can be read (${FILE_KINDS.join(', ')}), or name another folder`
