import type { Article } from '../../../src/domain/index.ts'
import { addToMonth, type MonthSums } from '../../../src/search/index.ts'

/** Number and checksum of articles by month, as they should be on the server. */
export function monthsOf(
  articles: readonly Article[],
  hashOf: (id: string, place: number) => string,
): MonthSums {
  const sums: MonthSums = new Map()
  for (const [i, { id, issueDate }] of articles.entries())
    addToMonth(sums, id, hashOf(id, i), Number(issueDate?.replaceAll('-', '') ?? 0))
  return sums
}
