import type { SearchEngine } from '../search/index.ts'
import type { Archive } from '../store/index.ts'

/** Headlines that are looked through for examples. */
const LOOKED_AT = 40

/**
 * Queries that find something in this very archive: short phrases of recent headlines that bring the article
 * itself first.
 */
export async function pickExamples(
  archive: Archive,
  search: SearchEngine,
  limit: number,
): Promise<readonly string[]> {
  const { articles } = await archive.browse({ offset: 0, limit: LOOKED_AT })
  const examples: string[] = []
  for (const { id, headline } of articles) {
    const phrase = phrasesOf(headline)[0]
    if (phrase === undefined || examples.length >= limit) continue
    const { hits } = await search.search(phrase, { limit: 1 })
    if (hits[0]?.article.id === id) examples.push(phrase)
  }
  return examples
}

/** Runs of 4 to 10 Han characters between marks, the shortest first: a thumb has to type them. */
const phrasesOf = (headline: string): readonly string[] =>
  (headline.match(/\p{Script=Han}+/gu) ?? [])
    .filter(({ length }) => length >= 4 && length <= 10)
    .toSorted((a, b) => a.length - b.length)
