import type { Sheet, View } from '../view/frame.ts'
import { renderSearchSheet } from '../view/search-sheet.ts'
import type { SiteParts } from './site-parts.ts'

const HITS = 20
/** Nobody leafs further, and each page costs as much as all before it. */
const MOST_PAGES = 25

/** What a query finds; the form alone without one. @param number of the page, from 1 */
export async function searchPage(
  { search, today }: SiteParts,
  view: View,
  query: string,
  number: number,
): Promise<Sheet> {
  const page = Math.min(number, MOST_PAGES)
  if (query === '') return renderSearchSheet(view, { query, result: undefined, page: 1, pages: 0 })
  const result = await search.search(query, { today: today(), offset: (page - 1) * HITS, limit: HITS })
  const pages = Math.min(MOST_PAGES, Math.ceil(result.total / HITS))
  return renderSearchSheet(view, { query, result, page, pages })
}
