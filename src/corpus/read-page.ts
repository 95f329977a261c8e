import { toArticle } from './article-from-draft.ts'
import { type ArticleText, readDraft } from './article-text.ts'
import { type Assembly, assemble } from './assemble.ts'
import { toBlocks } from './block.ts'
import { dateFromPath, type Folio, paperOfBylines, readFolio } from './folio.ts'
import { toGroups } from './group.ts'
import { inferDate } from './infer-date.ts'
import { toLines } from './line.ts'
import type { Leftover, Page } from './page.ts'
import { cutSheets } from './sheet.ts'
import { standsSideBySide } from './side-by-side.ts'

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
  const parts = cutSheets(toLines(text, linesBefore)).map((sheet) => assemble(toBlocks(toGroups(sheet))))
  const assembly = {
    drafts: parts.flatMap((it) => it.drafts),
    leftovers: parts.flatMap((it) => it.leftovers),
  }
  const furniture = assembly.leftovers.filter((block) => block.kind === 'furniture')
  const folio = readFolio(furniture.flatMap((block) => block.lines))
  const texts = assembly.drafts.map(readDraft)
  const paper = folio.paper ?? paperOfBylines(texts.flatMap(({ agency }) => agency ?? []))
  const { warnings, ...dated } = datePage(file, folio, texts)
  const facts = { file, ...folio, ...(paper === undefined ? {} : { paper }), ...dated }
  return {
    ...facts,
    articles: texts.map((it) => toArticle(it, facts)),
    leftovers: leftoversOf(assembly),
    warnings: [...warnings, ...(standsSideBySide(text) ? [SIDE_BY_SIDE] : [])],
  }
}

const SIDE_BY_SIDE =
  'columns stand side by side, so articles run together; extract the text again in reading order'

type Dated = Pick<Page, 'date' | 'datePrecision' | 'warnings'>

/** The date of the folio, else of the path, else of what the text says. */
function datePage(file: string, folio: Folio, articles: readonly ArticleText[]): Dated {
  if (folio.date !== undefined) return { date: folio.date, datePrecision: 'printed', warnings: [] }
  const fromPath = dateFromPath(file)
  if (fromPath !== undefined) return { date: fromPath, datePrecision: 'file', warnings: [] }
  const inferred = inferDate(
    articles.flatMap(({ dateline = '', paragraphs }) => [dateline, ...paragraphs]).join('\n'),
  )
  if (!inferred) return { warnings: ['no date: neither folio nor path nor text tells it'] }
  const { date, earliest, latest } = inferred
  return {
    date,
    datePrecision: 'inferred',
    warnings: [`date inferred: ${date}, from ${earliest} to ${latest}`],
  }
}

const leftoversOf = ({ leftovers }: Assembly): readonly Leftover[] =>
  leftovers.map(({ kind, lines }) => ({
    kind: kind === 'furniture' ? 'furniture' : 'stray',
    lines: lines.map((line) => line.number),
    text: lines.map((line) => line.text).join(' '),
  }))
