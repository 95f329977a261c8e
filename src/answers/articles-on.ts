import type { Article } from '../domain/index.ts'
import type { SearchEngine, SearchOptions, SearchResult } from '../search/index.ts'
import { daysOf, withoutTimes } from './asked-time.ts'
import type { Topic } from './topic.ts'

/**
 * The articles that may answer a question: those that hold its words, then those that say the same in the words of news; those
 * of the days that may tell of the time that is asked about come forward. Each once.
 * @param result of the question as it was typed @param wanted how many of the others
 */
export async function articlesOn(
  { hits, relaxed }: Pick<SearchResult, 'hits' | 'relaxed'>,
  phrases: readonly string[],
  topic: Topic,
  wanted: SearchOptions,
  { search }: Pick<SearchEngine, 'search'>,
): Promise<readonly Article[]> {
  const days = topic.times.flatMap((it) => daysOf(it) ?? [])[0]
  // Of few days, or where little was found and nothing holds it all, whatever holds one of the words is worth reading.
  const isLoose = days !== undefined || (hits.length < FEW && relaxed.length > 0)
  const query = (isLoose ? anyWordOf(topic) : undefined) ?? queryInOtherWords(topic)
  if (days === undefined && query === undefined) return hits.map((it) => it.article)
  const more = await search(query ?? phrases.map(withoutTimes).join(' '), {
    ...wanted,
    filter: { ...wanted.filter, ...days },
  })
  const found = [...hits, ...more.hits].map(({ article }) => article)
  const all = [...new Map(found.map((it) => [it.id, it])).values()]
  if (days === undefined) return all
  // What is of the days that are asked about is nearly as good as what holds the words best.
  const places = new Map(more.hits.map(({ article }, i) => [article.id, BEHIND + i]))
  const placeOf = (it: Article, i: number) => Math.min(i, places.get(it.id) ?? i)
  return all
    .map((article, i) => ({ article, place: placeOf(article, i) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ article }) => article)
}

/** Articles that are fewer than this may not hold the answer. */
const FEW = 20

/** So many places the first article of the days stands behind the first one of all. */
const BEHIND = 5

function anyWordOf({ words }: Topic): string | undefined {
  const wanted = words.filter((it) => it.isWord)
  const said = wanted.flatMap(({ forms, related }) => [forms[0]?.text ?? '', ...related])
  return wanted.length === 0 ? undefined : [...new Set(said)].join(' OR ')
}

/** Readers ask who died, news says who was killed. */
function queryInOtherWords({ words }: Topic): string | undefined {
  const wanted = words.filter((it) => it.isWord)
  if (wanted.every(({ related }) => related.length === 0)) return undefined
  return wanted.map(({ forms, related }) => [forms[0]?.text ?? '', ...related].join(' OR ')).join(' ')
}
