import type { Article } from '../domain/index.ts'
import {
  type AllFound,
  type Excerpt,
  type FoundArticle,
  renderQuery,
  type SearchEngine,
  type SearchFilter,
} from '../search/index.ts'
import type { Archive } from '../store/index.ts'
import { countByPeriod, placeOf } from './count-by-period.ts'
import { byDay, mostTelling } from './dated-articles.ts'
import { findPeaks } from './find-peaks.ts'
import { nameOfTopic } from './name-of-topic.ts'
import { fittingLength, periodsOf } from './period.ts'

/** An article that marks how something went, with the sentence that shows it. */
export interface TimelineEvent {
  readonly kind: 'first' | 'turn' | 'latest'
  readonly article: Article
  /** Word for word. */
  readonly excerpt: Excerpt
}

/** How something went, as far as the archive tells. */
export interface Timeline extends Pick<AllFound, 'isByWords' | 'otherNames' | 'problems' | 'partial'> {
  /** What was asked about, in the query language, without its days. */
  readonly query: string
  /** The days that were asked about, if any. */
  readonly days: Pick<SearchFilter, 'from' | 'to'>
  /** Dated articles that hold it; without a date: `undated`. */
  readonly total: number
  readonly undated: number
  /** By day, the oldest first. Empty if no dated article holds the query. */
  readonly events: readonly TimelineEvent[]
}

/** Turning points at most. Of fewer articles than this each is one. */
const MOST_TURNS = 5
/** A sentence longer than this is taken only if no shorter one shows the topic, in UTF-16 units. */
const SHORT = 160
const LONGEST = 2000

/**
 * Tells a topic by its first mention, its turning points and the latest mention. Turning points are the peaks of its trend: the
 * periods in which the papers spoke of it much more than before and after. Each is told by its article that says most of the
 * topic (BM25).
 * @param today `YYYY-MM-DD`
 */
export async function tellTimeline(
  asked: string,
  { today }: { readonly today: string },
  {
    search,
    archive,
  }: { readonly search: Pick<SearchEngine, 'findAll' | 'show'>; readonly archive: Pick<Archive, 'getMany'> },
): Promise<Timeline> {
  const found = await search.findAll(asked, { today })
  const days = Array.from(byDay(found))
  const total = days.reduce((sum, [, those]) => sum + those.length, 0)
  const places = [0, ...turnsOf(days), days.length - 1]
  const chosen = [...new Set(places)].flatMap((at) => {
    const [, those] = days[at] ?? []
    return those ? [{ at, id: mostTelling(those).id }] : []
  })
  const articles = await archive.getMany(chosen.map(({ id }) => id))
  const query = renderQuery(found.asked)
  return {
    query: nameOfTopic(found.topic, asked),
    days: found.topic.filter,
    total,
    undated: found.articles.length - total,
    isByWords: found.isByWords,
    otherNames: found.otherNames,
    problems: found.problems,
    ...(found.partial && { partial: true as const }),
    events: chosen.flatMap(({ at }, i): TimelineEvent[] => {
      const article = articles[i]
      const kind = at === 0 ? 'first' : at === days.length - 1 ? 'latest' : 'turn'
      return article ? [{ kind, article, excerpt: sentenceOf(query, article, search) }] : []
    }),
  }
}

/** The places of the days between the first and the last that are turning points, ascending. */
function turnsOf(
  days: readonly (readonly [day: string, articles: readonly FoundArticle[]])[],
): readonly number[] {
  const between = days.slice(1, -1)
  if (between.length <= MOST_TURNS) return between.map((_, i) => i + 1)
  const span = { from: days[0]?.[0] ?? '', to: days.at(-1)?.[0] ?? '' }
  const periods = periodsOf(span, fittingLength(span))
  const counts = countByPeriod(
    days.map(([day, those]) => [day, those.length] as const),
    periods,
  )
  return findPeaks(counts, MOST_TURNS)
    .flatMap((peak) => {
      const inside = between.flatMap(([day, those], i) =>
        placeOf(day, periods) === peak ? [{ place: i + 1, score: mostTelling(those).score }] : [],
      )
      return inside.length === 0 ? [] : [inside.reduce((a, b) => (b.score > a.score ? b : a)).place]
    })
    .toSorted((a, b) => a - b)
}

function sentenceOf(query: string, article: Article, search: Pick<SearchEngine, 'show'>): Excerpt {
  const show = (excerptLength: number) =>
    search.show(query, article, { excerptLength, excerptCount: 1 }).excerpts[0]
  const short = show(SHORT)
  // A sentence that was cut is not word for word.
  const isWhole = short !== undefined && !/^…|…$/u.test(short.text)
  return (isWhole ? short : show(LONGEST)) ?? { text: article.headline, highlights: [] }
}
