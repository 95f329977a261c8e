import type { AllFound, FoundArticle } from '../search/index.ts'

/** Articles by the day of their issue, `YYYY-MM-DD`, the oldest first; without those that have none. */
export function byDay({
  articles,
}: Pick<AllFound, 'articles'>): ReadonlyMap<string, readonly FoundArticle[]> {
  const days = new Map<number, FoundArticle[]>()
  for (const it of articles) {
    if (it.date === 0) continue
    const those = days.get(it.date)
    if (those) those.push(it)
    else days.set(it.date, [it])
  }
  return new Map(Array.from(days, ([date, those]) => [dayOf(date), those] as const))
}

/** 20240608 → `2024-06-08`. */
const dayOf = (date: number) => String(date).replace(/^(\d{4})(\d\d)/, '$1-$2-')

/** The article that says most of the query; of equals the earliest. `articles` must not be empty. */
export const mostTelling = (articles: readonly FoundArticle[]): FoundArticle =>
  articles.reduce((a, b) => (b.score > a.score ? b : a))
