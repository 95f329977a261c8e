import type { Article } from '../../domain/index.ts'
import { normalise } from '../../language/index.ts'
import type { SearchFilter } from '../query/query.ts'
import { columnOf, type Numbers, textsOf, type Units, withRoom } from './columns.ts'

/** What filters and orders need of each document, by its number; its text is not among it. */
export interface DocumentValues {
  set(document: number, article: Article): void
  /** Day of the issue as a number (20240608); 0 if there is none. */
  dateOf(document: number): number
  /** Whether there is an issue of one of these days, `YYYY-MM-DD`, both inclusive. */
  hasIssueIn(days: { readonly from: string; readonly to: string }): boolean
  /** The newest day of an issue, `YYYY-MM-DD`. */
  newestDay(): string | undefined
  /** A test of documents that passes those of all `filters`, made once for each query. */
  matcher(...filters: readonly SearchFilter[]): DocumentTest
  columns(): DocumentValueColumns
  load(columns: DocumentValueColumns): void
}

/** Whether the document of this number passes; called for many documents of each query. */
export type DocumentTest = (document: number) => boolean

/** What filters that ask nothing make. */
export const everything: DocumentTest = () => true

/** Documents' values as columns, in the order of a snapshot. */
export const DOCUMENT_VALUE_COLUMNS = {
  /** Of each document: the day of its issue (20240608), and the numbers of its section, paper and page by name. */
  dates: Uint32Array,
  sections: Uint32Array,
  papers: Uint32Array,
  pages: Uint32Array,
  sectionNames: Uint16Array,
  paperNames: Uint16Array,
  pageNames: Uint16Array,
} as const

type Kinds = typeof DOCUMENT_VALUE_COLUMNS

type DocumentValueColumns = { readonly [Name in keyof Kinds]: InstanceType<Kinds[Name]> }

/**
 * Keeps the values in columns. Names (sections, papers, pages) are stored once and tested once a query, not
 * once a document.
 */
export function createDocumentValues(): DocumentValues {
  let dates = new Uint32Array(0)
  let size = 0
  const sections = createNames()
  const papers = createNames()
  const pages = createNames()
  const testsOf = ({ section, paper, page, from, to }: SearchFilter) => {
    const tests: DocumentTest[] = []
    if (section !== undefined) tests.push(sections.matcher((it) => it.includes(normalise(section))))
    if (paper !== undefined) tests.push(papers.matcher((it) => it.includes(normalise(paper))))
    if (page !== undefined) tests.push(pages.matcher((it) => it === barePage(page)))
    if (from !== undefined || to !== undefined) {
      const first = from === undefined ? 1 : Math.max(1, dayNumber(from))
      const last = to === undefined ? Number.POSITIVE_INFINITY : dayNumber(to)
      tests.push((document) => {
        const date = dates[document] ?? 0
        return date >= first && date <= last
      })
    }
    return tests
  }
  return {
    set: (document, article) => {
      size = document + 1
      dates = withRoom(dates, size)
      dates[document] = dayNumber(article.issueDate ?? '')
      sections.set(document, normalise(article.section ?? ''))
      papers.set(document, normalise(article.paper ?? ''))
      pages.set(document, barePage(article.page ?? ''))
    },
    dateOf: (document) => dates[document] ?? 0,
    hasIssueIn: ({ from, to }) => {
      const [first, last] = [dayNumber(from), dayNumber(to)]
      for (let document = 0; document < size; document++) {
        const date = dates[document] ?? 0
        if (date >= first && date <= last && date > 0) return true
      }
      return false
    },
    newestDay: () => {
      let newest = 0
      for (let document = 0; document < size; document++) newest = Math.max(newest, dates[document] ?? 0)
      return newest === 0 ? undefined : String(newest).replace(/^(\d{4})(\d\d)/, '$1-$2-')
    },
    matcher: (...filters) => {
      const tests = filters.flatMap(testsOf)
      const [only = everything] = tests
      return tests.length > 1 ? (document) => tests.every((test) => test(document)) : only
    },
    columns: () => ({
      dates: dates.subarray(0, size),
      sections: sections.column(size),
      papers: papers.column(size),
      pages: pages.column(size),
      sectionNames: sections.names(),
      paperNames: papers.names(),
      pageNames: pages.names(),
    }),
    load: (columns) => {
      dates = columns.dates
      size = dates.length
      sections.load(columns.sections, columns.sectionNames)
      papers.load(columns.papers, columns.paperNames)
      pages.load(columns.pages, columns.pageNames)
    },
  }
}

/** `2024-06-08` → 20240608; 0 for anything that is no such day. */
export const dayNumber = (day: string): number =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) ? Number(day.replaceAll('-', '')) : 0

/** `03` and `3` are the same page. */
export const barePage = (page: string) => normalise(page).replace(/^([a-z]*)0+(?=\d)/u, '$1')

/** A column of few different names: each is kept once, documents hold its number. */
function createNames() {
  const numbers = new Map<string, number>()
  let column = new Uint32Array(0)
  return {
    set: (document: number, name: string) => {
      const number = numbers.get(name) ?? numbers.size
      numbers.set(name, number)
      column = withRoom(column, document + 1)
      column[document] = number
    },
    matcher: (wanted: (name: string) => boolean) => {
      const good = Uint8Array.from(numbers.keys(), (name) => (wanted(name) ? 1 : 0))
      return (document: number) => good[column[document] ?? 0] === 1
    },
    column: (size: number) => column.subarray(0, size),
    names: () => columnOf([...numbers.keys()]),
    load: (loaded: Numbers, names: Units) => {
      column = loaded
      for (const [number, name] of textsOf(names).entries()) numbers.set(name, number)
    },
  }
}
