import type { Article } from '../domain/index.ts'

/** Where a piece stands in its issue. */
export interface Place {
  /** Which page of its paper, from 0; 0 for pieces without a page. */
  readonly page: number
  /** Which piece of its page, from 0, as the page was cut. */
  readonly position: number
}

/** Where each article stands, counted among the articles given, in their order. */
export function placesOf(articles: readonly Article[]): readonly Place[] {
  const pagesOfPaper = new Map<string, Set<string>>()
  const piecesOfPage = new Map<string, Set<number>>()
  for (const it of articles) {
    if (it.page !== undefined) setAt(pagesOfPaper, it.paper ?? '').add(pageKey(it.page))
    setAt(piecesOfPage, sheetOf(it)).add(firstLine(it))
  }
  const pages = new Map([...pagesOfPaper].map(([paper, set]) => [paper, [...set].toSorted()]))
  const pieces = new Map([...piecesOfPage].map(([sheet, set]) => [sheet, [...set].toSorted((a, b) => a - b)]))
  return articles.map((it) => ({
    page: it.page === undefined ? 0 : (pages.get(it.paper ?? '')?.indexOf(pageKey(it.page)) ?? 0),
    position: pieces.get(sheetOf(it))?.indexOf(firstLine(it)) ?? 0,
  }))
}

/** The same for `1`, `01` and `A01`, in the order of pages: `A02` before `A10` before `B01`. */
const pageKey = (page: string) => page.replaceAll(/\d+/g, (number) => number.padStart(4, '0'))

const sheetOf = ({ source, paper = '', page = '' }: Article) => `${source.file}\n${paper}\n${page}`
const firstLine = ({ source }: Article) => source.lines[0] ?? 0

function setAt<T>(sets: Map<string, Set<T>>, key: string): Set<T> {
  const known = sets.get(key) ?? new Set<T>()
  sets.set(key, known)
  return known
}
