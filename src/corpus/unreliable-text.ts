import type { Page } from './articles/page.ts'
import { standsSideBySide } from './layout/side-by-side.ts'
import { areLinesTorn } from './wording/torn-lines.ts'

const UNRELIABLE =
  'its columns ran together when the text was extracted, so its articles are unreliable: give the PDF itself, or extract the text in reading order (for example by pdftotext -raw)'

/** Of an article that is read from such a text; most are wrong, whatever its reader thinks of them. */
const MOST_CERTAIN = 0.05

/**
 * Marks the articles of a text whose columns ran together as doubtful, so that none is served as if it were right. Columns that
 * wide gaps still part were put below one another before.
 * @returns the page, and what to tell the operator, if it is such a text
 */
export function tellUnreliable(page: Page, text: string): { readonly page: Page; readonly told?: string } {
  if (page.articles.length === 0 || standsSideBySide(text) || !areLinesTorn(text)) return { page }
  const articles = page.articles.map(({ confidence = { borders: 1, headline: 1 }, ...article }) => ({
    ...article,
    confidence: { ...confidence, borders: Math.min(confidence.borders, MOST_CERTAIN) },
  }))
  return { page: { ...page, articles, warnings: [...page.warnings, UNRELIABLE] }, told: UNRELIABLE }
}
