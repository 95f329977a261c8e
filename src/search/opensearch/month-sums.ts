import { crc32 } from 'node:zlib'
import type { SearchServer } from './search-server.ts'
import { columnsOf, type ServerHit, withColumns } from './server-hit.ts'

/** Articles of a month: how many, and a sum of their ids and hashes that does not depend on their order. */
export interface MonthSum {
  readonly count: number
  /** Below 2 ** 32. */
  readonly sum: number
}

/** Sums by month (`2024-06`, or `undated`). */
export type MonthSums = Map<string, MonthSum>

/** Adds an article. @param date day of its issue as a number (20240608); 0 or nothing if there is none */
export function addToMonth(
  sums: MonthSums,
  id: string,
  hash: string | undefined,
  date: number | undefined,
): void {
  const month = date ? `${String(date).slice(0, 4)}-${String(date).slice(4, 6)}` : 'undated'
  const { count, sum } = sums.get(month) ?? { count: 0, sum: 0 }
  sums.set(month, { count: count + 1, sum: (sum + crc32(`${id} ${hash ?? ''}`)) >>> 0 })
}

const PAGE = 5000
const SLOW_MS = 30_000

/** Reads ids and hashes of a whole index, in the order of its articles' numbers. */
export async function sumMonths(server: SearchServer, index: string): Promise<MonthSums> {
  const sums: MonthSums = new Map()
  let after: readonly unknown[] | undefined
  for (;;) {
    const { body } = await server.ask({
      method: 'POST',
      path: `/${encodeURIComponent(index)}/_search`,
      query: { allow_partial_search_results: false },
      body: {
        size: PAGE,
        sort: [{ number: 'asc' }],
        ...withColumns('id', 'date', 'hash'),
        track_total_hits: false,
        ...(after && { search_after: after }),
      },
      deadlineMs: SLOW_MS,
      perTryMs: SLOW_MS / 2,
    })
    const hits: readonly ServerHit[] = body.hits.hits
    for (const hit of hits) {
      const { id, hash, date } = columnsOf(hit)
      addToMonth(sums, id, hash, date)
    }
    after = hits.at(-1)?.sort
    if (after === undefined) return sums
  }
}
