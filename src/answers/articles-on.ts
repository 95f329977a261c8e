import type { Article } from '../domain/index.ts'
import type { Hit, SearchEngine, SearchOptions } from '../search/index.ts'
import type { Topic } from './topic.ts'

/**
 * The articles that may answer a question: those that hold its words, those of the years that it names, and those that say
 * the same in the words of news. Each once, in that order.
 * @param hits of the question as it was typed @param wanted how many of each
 */
export async function articlesOn(
  hits: readonly Hit[],
  phrases: readonly string[],
  topic: Topic,
  wanted: SearchOptions,
  { search }: Pick<SearchEngine, 'search'>,
): Promise<readonly Article[]> {
  const ofYears = queryOfYears(phrases, topic)
  const inOtherWords = queryInOtherWords(topic)
  const more: Hit[] = []
  if (ofYears)
    more.push(
      ...(await search(ofYears.query, { ...wanted, filter: { ...wanted.filter, ...ofYears.days } })).hits,
    )
  if (inOtherWords !== undefined) more.push(...(await search(inOtherWords, wanted)).hits)
  return [...new Map([...hits, ...more].map((it) => [it.article.id, it.article])).values()]
}

/** A year that a question names is that of the issue as often as it is a word of the text: this year is seldom said. */
function queryOfYears(phrases: readonly string[], { years }: Topic) {
  const [first] = years
  const last = years.at(-1)
  if (first === undefined || last === undefined) return undefined
  return {
    query: phrases.map((it) => it.replaceAll(/(?:19|20)\d{2}年?/gu, ' ')).join(' '),
    // What a year has come to is told in the first months of the next.
    days: { from: `${first}-01-01`, to: `${Number(last) + 1}-03-31` },
  }
}

/** Readers ask who died, news says who was killed. */
function queryInOtherWords({ words }: Topic): string | undefined {
  const wanted = words.filter((it) => it.isWord)
  if (wanted.every(({ related }) => related.length === 0)) return undefined
  return wanted.map(({ forms, related }) => [forms[0]?.text ?? '', ...related].join(' OR ')).join(' ')
}
