import type { ArticleId } from '../domain/index.ts'
import type { SearchEngine } from '../search/index.ts'
import type { Alert, Archive, Arrival } from '../store/index.ts'
import { createRest } from './rest.ts'

/** New articles that are in memory at once. */
const SLICE = 100
/** Articles that one notice lists; of more, only their number is told. */
export const MOST_LISTED = 500

/** New articles for an alert. */
export interface Found {
  readonly alert: Alert
  /** Newest issue first, {@link MOST_LISTED} at most. */
  readonly ids: readonly ArticleId[]
  /** All of them, listed or not. */
  readonly total: number
}

/**
 * Which alerts the articles match that came since each of them looked last. An article must hold all of a query as it is
 * written: what search would mend or loosen is not told of. Each alert is told by itself, so that the time grows with
 * different queries times new articles, and with nothing that the archive holds already.
 * @param upTo the latest arrival to look at
 * @returns those alerts that something was found for, in their order
 */
export async function findMatches(
  alerts: readonly Alert[],
  upTo: number,
  { archive, search }: { readonly archive: Archive; readonly search: Pick<SearchEngine, 'test'> },
): Promise<readonly Found[]> {
  const heaps = new Map<Alert, Heap>()
  const byQuery = groupByQuery(alerts)
  const tests = new Map<string, ReturnType<SearchEngine['test']>>()
  const rest = createRest()
  let after = alerts.reduce((least, { arrival }) => Math.min(least, arrival), upTo)
  while (after < upTo) {
    const read = await archive.arrivalsSince(after, SLICE)
    const arrivals = read.filter(({ arrival }) => arrival <= upTo)
    for (const [query, same] of byQuery) {
      const test = tests.get(query) ?? search.test(query)
      tests.set(query, test)
      for (const it of arrivals) {
        if (rest.isDue()) await rest.take()
        if (!same.some(({ arrival }) => arrival < it.arrival) || !test(it.article)) continue
        for (const alert of same) if (alert.arrival < it.arrival) heapOf(heaps, alert).add(it)
      }
    }
    if (arrivals.length < SLICE) break
    after = arrivals.at(-1)?.arrival ?? upTo
  }
  return alerts.flatMap((alert) => {
    const heap = heaps.get(alert)
    return heap ? [{ alert, ...heap.sorted() }] : []
  })
}

function groupByQuery(alerts: readonly Alert[]): ReadonlyMap<string, readonly Alert[]> {
  const groups = new Map<string, Alert[]>()
  for (const alert of alerts) {
    const group = groups.get(alert.query)
    if (group) group.push(alert)
    else groups.set(alert.query, [alert])
  }
  return groups
}

type Heap = ReturnType<typeof createHeap>

function heapOf(heaps: Map<Alert, Heap>, alert: Alert): Heap {
  const heap = heaps.get(alert) ?? createHeap()
  heaps.set(alert, heap)
  return heap
}

/** The newest of many: a whole archive may come at once. */
function createHeap() {
  let kept: { readonly id: ArticleId; readonly date: string; readonly arrival: number }[] = []
  let total = 0
  const sort = () => {
    kept = kept
      .toSorted((a, b) => (a.date === b.date ? a.arrival - b.arrival : a.date < b.date ? 1 : -1))
      .slice(0, MOST_LISTED)
  }
  return {
    add: ({ arrival, article: { id, issueDate = '' } }: Arrival) => {
      total++
      kept.push({ id, date: issueDate, arrival })
      if (kept.length >= 2 * MOST_LISTED) sort()
    },
    sorted: (): Pick<Found, 'ids' | 'total'> => {
      sort()
      return { ids: kept.map(({ id }) => id), total }
    },
  }
}
