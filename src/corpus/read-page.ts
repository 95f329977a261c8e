import { toArticle } from './article-from-draft.ts'
import { assemble } from './assemble.ts'
import { toBlocks } from './block.ts'
import { dateFromPath, readFolio } from './folio.ts'
import { toGroups } from './group.ts'
import { toLines } from './line.ts'
import type { Page } from './page.ts'

/** The text of a page file, or of a piece of it. */
export interface PageText {
  /** Path below the corpus folder, with forward slashes. */
  readonly file: string
  readonly text: string
  /** Lines of the file that stand before the text; 0 unless it is a piece. */
  readonly linesBefore?: number
}

/** Reads the text layer of one page into the articles that were printed. Pure, and never throws on any text. */
export function readPage({ file, text, linesBefore = 0 }: PageText): Page {
  const blocks = toBlocks(toGroups(toLines(text, linesBefore)))
  const { drafts, leftovers } = assemble(blocks)
  const furniture = leftovers.filter((block) => block.kind === 'furniture')
  const folio = readFolio(furniture.flatMap((block) => block.lines))
  const fromPath = folio.date === undefined ? dateFromPath(file) : undefined
  const date = folio.date ?? fromPath
  const precision = folio.date === undefined ? 'file' : 'printed'
  const dated = date === undefined ? {} : ({ date, datePrecision: precision } as const)
  return {
    file,
    ...folio,
    ...dated,
    articles: drafts.map((draft) => toArticle(draft, { file, ...folio, ...dated })),
    leftovers: leftovers.map(({ kind, lines }) => ({
      kind: kind === 'furniture' ? 'furniture' : 'stray',
      lines: lines.map((line) => line.number),
      text: lines.map((line) => line.text).join(' '),
    })),
    warnings: [],
  }
}
