import type { Candidate } from './candidate-source.ts'

/** Fewer articles than this tell nothing of seasons. */
const LEAST_ARTICLES = 12
/** How much the days of the year must agree: the length of their mean direction, 0 to 1. */
const LEAST_AGREEMENT = 0.55
/** Days to either side of the mean day of the year that are its season. */
const SEASON = 75
/** What a year must have in season, as a share of the fullest one, to be counted. */
const LEAST_OF_FULLEST = 0.25
/** What the newest article counts more than one long before it. */
const MOST = 0.4
/** The same if the newest was asked for. */
const MOST_ASKED = 0.8
/** Days in which that falls to a third: those of one season stay close together, last year's lose nearly all. */
const DECAY_DAYS = 180

const YEAR_DAYS = 365.25
const DAY_MS = 86_400_000

/**
 * A mild prior for what comes again year after year (a festival, an examination, typhoons): of such a topic the latest
 * occasion is wanted. Which topics do is read from the days of the articles themselves: most of them fall into one season,
 * in two years or more. Names, titles and all else have no such days, and no prior.
 * @param candidates of one query
 * @param wantsNewest whether the query asks for the newest (台风最新消息): then newer ones of any topic count for more
 * @returns the factor for the score of a candidate; 1 for all if the topic does not recur and the newest was not asked for
 */
export function recencyOf(
  candidates: readonly Pick<Candidate, 'date' | 'complete'>[],
  wantsNewest = false,
): (candidate: Pick<Candidate, 'date'>) => number {
  const days = candidates.flatMap(({ date, complete }) => (complete && date > 0 ? [dayNumberOf(date)] : []))
  if (days.length === 0 || (!wantsNewest && !isSeasonal(days))) return () => 1
  const newest = Math.max(...days)
  const most = wantsNewest ? MOST_ASKED : MOST
  return ({ date }) =>
    date === 0 ? 1 : 1 + most * Math.exp(Math.min(0, dayNumberOf(date) - newest) / DECAY_DAYS)
}

/** Whether most days fall into one season, in two years or more. Directions on a circle: Mardia and Jupp 2000. */
function isSeasonal(days: readonly number[]): boolean {
  if (days.length < LEAST_ARTICLES) return false
  let [x, y] = [0, 0]
  for (const day of days) {
    const angle = (2 * Math.PI * day) / YEAR_DAYS
    x += Math.cos(angle)
    y += Math.sin(angle)
  }
  if (Math.hypot(x, y) < LEAST_AGREEMENT * days.length) return false
  const middle = (Math.atan2(y, x) * YEAR_DAYS) / (2 * Math.PI)
  const seasons = new Map<number, number>()
  for (const day of days) {
    const season = Math.round((day - middle) / YEAR_DAYS)
    if (Math.abs(day - middle - season * YEAR_DAYS) <= SEASON)
      seasons.set(season, (seasons.get(season) ?? 0) + 1)
  }
  const fullest = Math.max(0, ...seasons.values())
  return [...seasons.values()].filter((count) => count >= LEAST_OF_FULLEST * fullest).length >= 2
}

/** @param date 20240608 */
const dayNumberOf = (date: number): number =>
  Date.UTC(Math.floor(date / 10_000), Math.floor((date % 10_000) / 100) - 1, date % 100) / DAY_MS
