import type { Article } from '../domain/index.ts'

/** Where an article stands in its issue. */
export interface IssuePosition {
  /** Which page of its paper, from 0; 0 for articles without a page. */
  readonly page: number
  /** Which article of its page, from 0, as the page was cut; 0 if no page was printed. */
  readonly position: number
}

/** Where each article stands, counted among the articles given, in their order. */
export function positionsOf(articles: readonly Article[]): readonly IssuePosition[] {
  const pagesOfPaper = new Map<string, Set<string>>()
  const articlesOfPage = new Map<string, Set<number>>()
  for (const it of articles) {
    if (it.page !== undefined) setAt(pagesOfPaper, it.paper ?? '').add(pageKey(it.page))
    setAt(articlesOfPage, sheetOf(it)).add(firstLine(it))
  }
  const pages = new Map([...pagesOfPaper].map(([paper, set]) => [paper, [...set].toSorted()]))
  const articleLines = new Map(
    [...articlesOfPage].map(([sheet, set]) => [sheet, [...set].toSorted((a, b) => a - b)]),
  )
  return articles.map((it) => ({
    page: it.page === undefined ? 0 : (pages.get(it.paper ?? '')?.indexOf(pageKey(it.page)) ?? 0),
    position: hasPlace(it) ? (articleLines.get(sheetOf(it))?.indexOf(firstLine(it)) ?? 0) : 0,
  }))
}

/** The same for `1`, `01` and `A01`, in the order of pages: `A02` before `A10` before `B01`. */
const pageKey = (page: string) => page.replaceAll(/\d+/g, (number) => number.padStart(4, '0'))

const sheetOf = ({ source, paper = '', page = '' }: Article) => `${source.file}\n${paper}\n${page}`
/** The order of lines in a file of articles that are already cut (JSON Lines) says nothing of where they were printed. */
const hasPlace = ({ page, source }: Article) =>
  page !== undefined && !/\.(?:jsonl|ndjson)$/i.test(source.file)
const firstLine = ({ source }: Article) => source.lines[0] ?? 0

function setAt<T>(sets: Map<string, Set<T>>, key: string): Set<T> {
  const known = sets.get(key) ?? new Set<T>()
  sets.set(key, known)
  return known
}
