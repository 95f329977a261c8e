import type { Sheet, View } from '../view/frame.ts'
import { renderTrendSheet } from '../view/trend-sheet.ts'
import type { SiteParts } from './site-parts.ts'

/** How often the archive speaks of what is asked; the form alone without a query. */
export async function trendPage(
  { search, archive, today }: SiteParts,
  view: View,
  query: string,
): Promise<Sheet> {
  if (query === '') return renderTrendSheet(view, query, undefined)
  const { countTrend } = await import('../../trends/index.ts')
  return renderTrendSheet(view, query, await countTrend(query, { today: today() }, { search, archive }))
}
