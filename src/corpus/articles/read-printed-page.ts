import type { Article } from '../../domain/index.ts'
import type { IssueFacts, PrintedPage } from '../../sources/index.ts'
import type { PrintedArticle } from '../geometry/printed-article.ts'
import { readPrintedPage } from '../geometry/read-printed-page.ts'
import { isPrintedOn } from '../wording/infer-date.ts'
import { articleFromPrint } from './article-from-print.ts'
import { articleFromSource, withFacts } from './article-from-source.ts'
import { type Dated, datePage, textOfReports } from './date-page.ts'
import { paperOfBylines, readFolio } from './folio.ts'
import type { Page } from './page.ts'

/** A printed page, and what is known of it from elsewhere. */
export interface PrintedPageInFile {
  /** Path below the corpus folder, with forward slashes. */
  readonly file: string
  readonly page: PrintedPage
  /** What its path and the pages before it in the file say, where its own folio says nothing. */
  readonly known: IssueFacts
  /** Articles of the file that stand on the pages before it. */
  readonly articlesBefore: number
}

/** Reads a printed page into its articles, by place and type. Pure, and never throws on any page. */
export function readPageInFile({ file, page, known, articlesBefore }: PrintedPageInFile): Page {
  const content = readPrintedPage(page)
  const sources = content.articles.map((it, at) => ({
    ...articleFromPrint(it, {}),
    position: articlesBefore + at + 1,
  }))
  const undated = sources.flatMap((it) => articleFromSource(it, file, page.number) ?? [])
  const folio = readFolio(content.furniture, (day) => isPrintedOn(day, textOfReports(undated)))
  const paper = folio.paper ?? known.paper ?? paperOfBylines(undated.flatMap(({ agency }) => agency ?? []))
  const printed = folio.date ?? known.date
  const { warnings, ...dated } = datePage(file, printed === undefined ? {} : { date: printed }, undated)
  const number = folio.page ?? known.page
  const section = folio.section ?? known.section
  const facts = {
    ...(paper === undefined ? {} : { paper }),
    ...(number === undefined ? {} : { page: number }),
    ...(section === undefined ? {} : { section }),
  }
  const onPaper = {
    ...facts,
    ...(dated.datePrecision === 'printed' && dated.date ? { date: dated.date } : {}),
  }
  return {
    file,
    ...facts,
    ...dated,
    articles: undated.map((it) => withDay(withFacts(it, onPaper), dated)),
    leftovers: leftoversOf(content),
    warnings: [...page.warnings, ...(content.articles.length > 0 ? warnings : [])],
  }
}

function withDay(article: Article, { date, datePrecision, monthDay }: Omit<Dated, 'warnings'>): Article {
  if (monthDay !== undefined) return { ...article, issueMonthDay: monthDay }
  return date && datePrecision ? { ...article, issueDate: date, datePrecision } : article
}

function leftoversOf({ furniture, strays }: ReturnType<typeof readPrintedPage>): Page['leftovers'] {
  const toLeftover = (kind: 'furniture' | 'stray') => (line: PrintedArticle['title'][number]) => ({
    kind,
    lines: [line.number + 1],
    text: line.text,
  })
  return [...furniture.map(toLeftover('furniture')), ...strays.map(toLeftover('stray'))]
}
