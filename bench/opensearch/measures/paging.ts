import type { SearchResult } from '../../../src/search/index.ts'
import type { Setting } from '../setting.ts'

/** Places that a server counts through at once are 10,000: these lie around that, and far behind it. */
const PAGES = [9_990, 10_000, 10_500]
const LIMIT = 20
/** A day that all articles lie before, so that all of them are found, in an order that no score decides. */
const ALL = '日期:1900-01-01..2100-01-01'

/** Pages beyond the 10,000th hit, beside those of the index in memory. */
export async function measurePaging({ articles, memory, fill, server }: Setting): Promise<readonly string[]> {
  await fill()
  if (articles.length < 11_000) return ['pages beyond 10,000 hits | not run: --articles 11000 or more']
  let [same, asked] = [0, 0]
  const times: number[] = []
  const idsOf = ({ hits }: SearchResult) => hits.map(({ article }) => article.id).join()
  for (const order of ['newest', 'oldest'] as const)
    for (const offset of PAGES) {
      const options = { order, offset, limit: LIMIT }
      const start = performance.now()
      const there = await server.search(ALL, options)
      times.push(performance.now() - start)
      const here = await memory.search(ALL, options)
      asked++
      if (there.hits.length === LIMIT && there.total === here.total && idsOf(there) === idsOf(here)) same++
    }
  return [
    `pages of ${LIMIT} at ${PAGES.join(', ')} of ${articles.length} hits (search_after in a point in time): the same as in memory | ${same} / ${asked}, longest ${Math.max(...times).toFixed(0)} ms`,
  ]
}
