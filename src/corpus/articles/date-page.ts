import type { Article } from '../../domain/index.ts'
import { inferDate } from '../wording/infer-date.ts'
import { dateFromPath } from './folio.ts'
import type { Page } from './page.ts'

/** The day of a page, and what is to be said of it. */
export type Dated = Pick<Page, 'date' | 'datePrecision' | 'monthDay' | 'warnings'>

type Reports = Pick<Article, 'dateline' | 'paragraphs'>

/** What articles say of their day: their text, a paragraph a line. */
export const textOfReports = (articles: readonly Reports[]): string =>
  articles.flatMap(({ dateline = '', paragraphs }) => [dateline, ...paragraphs]).join('\n')

/** The date of the folio, else of the path, else of what the text says. */
export function datePage(
  file: string,
  folio: { readonly date?: string },
  articles: readonly Reports[],
): Dated {
  if (folio.date !== undefined) return { date: folio.date, datePrecision: 'printed', warnings: [] }
  const fromPath = dateFromPath(file)
  if (fromPath !== undefined) return { date: fromPath, datePrecision: 'file', warnings: [] }
  const inferred = inferDate(textOfReports(articles))
  if (!inferred) return { warnings: ['no date: neither folio nor path nor text tells it'] }
  const { date, monthDay } = inferred
  if (date === undefined)
    return { monthDay, warnings: [`no date: the text tells of ${monthDay}, but of no year for it`] }
  return { date, datePrecision: 'inferred', warnings: [`date inferred: ${date}`] }
}
