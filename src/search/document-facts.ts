import type { Article } from '../domain/index.ts'
import { normalise } from '../language/index.ts'
import type { SearchFilter } from './query.ts'

/** What filters and orders need of each document, by its number; its text is not among it. */
export interface DocumentFacts {
  set(document: number, article: Article): void
  /** Day of the issue as a number (20240608); 0 where there is none. */
  dateOf(document: number): number
  /** A test of documents, made once for each query. */
  matcher(filter: SearchFilter): (document: number) => boolean
}

export function createDocumentFacts(): DocumentFacts {
  const dates: number[] = []
  const sections = createNames()
  const papers = createNames()
  const pages = createNames()
  return {
    set: (document, article) => {
      dates[document] = dayNumber(article.issueDate ?? '')
      sections.set(document, normalise(article.section ?? ''))
      papers.set(document, normalise(article.paper ?? ''))
      pages.set(document, barePage(article.page ?? ''))
    },
    dateOf: (document) => dates[document] ?? 0,
    matcher: ({ section, paper, page, from, to }) => {
      const tests: ((document: number) => boolean)[] = []
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
      return (document) => tests.every((test) => test(document))
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
  const column: number[] = []
  return {
    set: (document: number, name: string) => {
      const number = numbers.get(name) ?? numbers.size
      numbers.set(name, number)
      column[document] = number
    },
    matcher: (wanted: (name: string) => boolean) => {
      const good = new Set([...numbers].filter(([name]) => wanted(name)).map(([, number]) => number))
      return (document: number) => good.has(column[document] ?? -1)
    },
  }
}
