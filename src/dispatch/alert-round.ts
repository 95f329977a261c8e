import type { News } from '../chat/index.ts'
import type { SearchEngine } from '../search/index.ts'
import type { Alert, AlertMatch, AlertStore, Archive, Letter } from '../store/index.ts'
import { type Found, findMatches, MOST_LISTED } from './find-matches.ts'
import { placeKey } from './place.ts'
import { PRIORITY } from './priority.ts'
import { createRest } from './rest.ts'

/** Alerts that are noted in one transaction. */
const BATCH = 1000

export interface AlertRoundParts {
  readonly archive: Archive
  readonly alerts: AlertStore
  readonly search: Pick<SearchEngine, 'test'>
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/**
 * Looks through what is new for every alert, and puts one notice into the outbox for each chat, or topic, that there
 * is something for. It may be ended at any point and made again: nobody is told twice, nothing is passed over.
 * @returns how many notices there are
 */
export async function makeAlertRound(
  { archive, alerts, search, now }: AlertRoundParts,
  signal?: AbortSignal,
): Promise<number> {
  const latest = await archive.latestArrival()
  const behind = await alerts.behind(latest)
  const found = await findMatches(behind, latest, { archive, search })
  const withNews = new Set(found.map(({ alert }) => alert.id))
  const without = behind.flatMap(({ id }) => (withNews.has(id) ? [] : [id]))
  const rest = createRest()
  for (let from = 0; from < without.length; from += BATCH) {
    if (signal?.aborted) break
    await alerts.passOver(without.slice(from, from + BATCH), latest)
    await rest.take()
  }
  const places = groupByPlace(found)
  for (const place of places) {
    if (signal?.aborted) break
    const matches = place.found.map(({ alert, ids }) => ({ alertId: alert.id, articleIds: ids }))
    await alerts.tell(latest, matches, (fresh) => letterOf(place, fresh, now()))
    if (rest.isDue()) await rest.take()
  }
  return places.length
}

/** What is found for a chat, or a topic of it. */
interface PlaceNews extends Pick<Alert, 'chatId' | 'threadId'> {
  readonly found: readonly Found[]
}

function groupByPlace(found: readonly Found[]): readonly PlaceNews[] {
  const places = new Map<string, PlaceNews & { readonly found: Found[] }>()
  for (const it of found) {
    const { chatId, threadId } = it.alert
    const key = placeKey(it.alert)
    const place = places.get(key) ?? { chatId, ...(threadId !== undefined && { threadId }), found: [] }
    place.found.push(it)
    places.set(key, place)
  }
  return [...places.values()]
}

function letterOf(
  { chatId, threadId, found }: PlaceNews,
  fresh: readonly AlertMatch[],
  nowMs: number,
): Letter {
  const most = Math.ceil(MOST_LISTED / fresh.length)
  const matches = fresh.flatMap(({ alertId, articleIds }) => {
    const query = found.find(({ alert }) => alert.id === alertId)?.alert.query
    return query === undefined ? [] : [{ alertId, query, ids: articleIds.slice(0, most) }]
  })
  // Several alerts may leave the same articles out; which, nobody has counted.
  const unlisted = fresh.map(({ alertId, articleIds }) => {
    const { ids = [], total = 0 } = found.find(({ alert }) => alert.id === alertId) ?? {}
    return total - ids.length + articleIds.length - Math.min(most, articleIds.length)
  })
  const news: News = {
    kind: 'alerts',
    ...(threadId !== undefined && { threadId }),
    matches,
    unlisted: Math.max(...unlisted),
  }
  return { chatId, payload: news, priority: PRIORITY.alert, notBeforeMs: nowMs }
}
