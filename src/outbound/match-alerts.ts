import { TimeSlice } from '../concurrency/index.ts'
import type { Place } from '../domain/index.ts'
import type { SearchEngine } from '../search/index.ts'
import type { Alert, AlertMatch, AlertStore, Archive, ChatStore, NewOutboxMessage } from '../store/index.ts'
import { type Found, findMatches, MOST_LISTED } from './find-matches.ts'
import { alertMessage } from './kinds/alert.ts'
import { placeKey } from './place-key.ts'

/** Alerts that one transaction moves on. */
const BATCH = 1000

/** What new articles are matched with: the saved alerts, and the index to test them against. */
export interface AlertMatcherParts {
  readonly archive: Archive
  readonly alerts: AlertStore
  /** Those whose alerts come once a day are passed over: see `matchDailyAlerts`. */
  readonly chats: Pick<ChatStore, 'withDailyAlerts'>
  readonly search: Pick<SearchEngine, 'test'>
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/**
 * Looks through the new articles for every alert, and adds one message to the outbox for each place that something
 * matches for. It may be stopped at any point and run again: nobody is told twice, and nothing is missed.
 * @returns for how many places there was something
 */
export async function matchAlerts(parts: AlertMatcherParts, signal?: AbortSignal): Promise<number> {
  const latest = await parts.archive.latestArrival()
  const daily = new Set((await parts.chats.withDailyAlerts()).map(({ chatId }) => chatId))
  const behind = (await parts.alerts.behind(latest)).filter(({ chatId }) => !daily.has(chatId))
  return matchThese(behind, latest, parts, signal)
}

/**
 * The same for some alerts, wherever they stand.
 * @param latest the latest arrival to look at
 */
export async function matchThese(
  behind: readonly Alert[],
  latest: number,
  { archive, alerts, search, now }: Omit<AlertMatcherParts, 'chats'>,
  signal?: AbortSignal,
): Promise<number> {
  const found = await findMatches(behind, latest, { archive, search })
  const withNews = new Set(found.map(({ alert }) => alert.id))
  const without = behind.flatMap(({ id }) => (withNews.has(id) ? [] : [id]))
  const slice = new TimeSlice()
  for (let from = 0; from < without.length; from += BATCH) {
    if (signal?.aborted) break
    await alerts.passOver(without.slice(from, from + BATCH), latest)
    await slice.yield()
  }
  const places = groupByPlace(found)
  for (const place of places) {
    if (signal?.aborted) break
    const matches = place.found.map(({ alert, ids }) => ({ alertId: alert.id, articleIds: ids }))
    await alerts.tell(latest, matches, (fresh) => messageOf(place, fresh, now()))
    if (slice.isOver()) await slice.yield()
  }
  return places.length
}

/** What was found for a place. */
interface PlaceMatches extends Place {
  readonly found: readonly Found[]
}

function groupByPlace(found: readonly Found[]): readonly PlaceMatches[] {
  const places = new Map<string, PlaceMatches & { readonly found: Found[] }>()
  for (const it of found) {
    const { chatId, threadId } = it.alert
    const key = placeKey(it.alert)
    const place = places.get(key) ?? { chatId, ...(threadId !== undefined && { threadId }), found: [] }
    place.found.push(it)
    places.set(key, place)
  }
  return [...places.values()]
}

function messageOf(place: PlaceMatches, fresh: readonly AlertMatch[], nowMs: number): NewOutboxMessage {
  const { found } = place
  const most = Math.ceil(MOST_LISTED / fresh.length)
  const matches = fresh.flatMap(({ alertId, articleIds }) => {
    const query = found.find(({ alert }) => alert.id === alertId)?.alert.query
    return query === undefined ? [] : [{ alertId, query, ids: articleIds.slice(0, most) }]
  })
  // Several alerts may leave out the same articles, so the sum would be too high.
  const unlisted = fresh.map(({ alertId, articleIds }) => {
    const { ids = [], total = 0 } = found.find(({ alert }) => alert.id === alertId) ?? {}
    return total - ids.length + articleIds.length - Math.min(most, articleIds.length)
  })
  const news = { kind: 'alerts', matches, unlisted: Math.max(...unlisted) } as const
  return alertMessage(place, news, nowMs)
}
