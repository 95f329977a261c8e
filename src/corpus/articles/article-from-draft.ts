import { type Article, createArticleId } from '../../domain/index.ts'
import type { ArticleText } from './article-text.ts'
import type { Folio } from './folio.ts'

/** What the page tells of all its articles. */
export interface PageFacts extends Folio {
  readonly file: string
  readonly datePrecision?: Article['datePrecision']
  /** The day, `MM-DD`, if the year is not known. */
  readonly monthDay?: string
}

/** Makes an article of its text and of what its page tells. */
export function toArticle({ lines, ...text }: ArticleText, page: PageFacts): Article {
  const { paper, date, page: number, section, file, datePrecision, monthDay } = page
  const printedDate = datePrecision === 'printed' ? date : undefined
  const { headline, paragraphs } = text
  return {
    id: createArticleId({ paper, printedDate, headline, body: paragraphs.join('') }),
    ...text,
    ...(paper === undefined ? {} : { paper }),
    ...(date === undefined || datePrecision === undefined ? {} : { issueDate: date, datePrecision }),
    ...(monthDay === undefined ? {} : { issueMonthDay: monthDay }),
    ...(number === undefined ? {} : { page: number }),
    ...(section === undefined ? {} : { section }),
    source: { file, lines },
  }
}
