import { TimeSlice } from '../concurrency/index.ts'
import type { ArticleId } from '../domain/index.ts'
import type { SearchEngine } from '../search/index.ts'
import type { Alert, Archive, Arrival } from '../store/index.ts'

/** New articles that are read at a time. */
const BATCH = 100
/** Articles that one message lists; of more, only their number is told. */
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
 * Finds the alerts that match an article which came since they looked last. An article must hold all of a query as it
 * is written: spelling corrections and partial matches do not count. The time grows with the number of different
 * queries times new articles, not with the size of the archive.
 * @param upTo the latest arrival to look at
 * @returns the alerts that match something, in their order
 */
export async function findMatches(
  alerts: readonly Alert[],
  upTo: number,
  { archive, search }: { readonly archive: Archive; readonly search: Pick<SearchEngine, 'test'> },
): Promise<readonly Found[]> {
  const newest = new Map<Alert, NewestArticles>()
  const byQuery = groupByQuery(alerts)
  const tests = new Map<string, ReturnType<SearchEngine['test']>>()
  const slice = new TimeSlice()
  let after = alerts.reduce((least, { arrival }) => Math.min(least, arrival), upTo)
  while (after < upTo) {
    const read = await archive.arrivalsSince(after, BATCH)
    const arrivals = read.filter(({ arrival }) => arrival <= upTo)
    for (const [query, same] of byQuery) {
      const test = tests.get(query) ?? search.test(query)
      tests.set(query, test)
      for (const it of arrivals) {
        if (slice.isOver()) await slice.yield()
        if (!same.some(({ arrival }) => arrival < it.arrival) || !test(it.article)) continue
        for (const alert of same) if (alert.arrival < it.arrival) newestOf(newest, alert).add(it)
      }
    }
    if (arrivals.length < BATCH) break
    after = arrivals.at(-1)?.arrival ?? upTo
  }
  return alerts.flatMap((alert) => {
    const found = newest.get(alert)
    return found ? [{ alert, ...found.listed() }] : []
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

type NewestArticles = ReturnType<typeof createNewestArticles>

function newestOf(all: Map<Alert, NewestArticles>, alert: Alert): NewestArticles {
  const newest = all.get(alert) ?? createNewestArticles()
  all.set(alert, newest)
  return newest
}

/** Keeps the newest of many articles, by issue date: a whole archive may come at once. */
function createNewestArticles() {
  let kept: { readonly id: ArticleId; readonly date: string }[] = []
  let total = 0
  // Those of a day stay in the order in which they came.
  const cut = () => {
    kept = kept.toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1)).slice(0, MOST_LISTED)
  }
  return {
    add: ({ article: { id, issueDate = '' } }: Arrival) => {
      total++
      kept.push({ id, date: issueDate })
      if (kept.length >= 2 * MOST_LISTED) cut()
    },
    listed: (): Pick<Found, 'ids' | 'total'> => {
      cut()
      return { ids: kept.map(({ id }) => id), total }
    },
  }
}
