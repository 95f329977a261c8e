import type { Article } from '../../src/domain/index.ts'
import { normalise } from '../../src/language/index.ts'
import type { SearchEngine } from '../../src/search/index.ts'
import { otherNamesOf } from '../../src/search/names/other-names.ts'

/** Articles that must hold each name of a pair. */
const LEAST = 10
const MOST_PAIRS = 150

/** Names of the same thing that both stand in the archive by themselves: how many pairs share a hit in the first ten. */
export async function askNamePairs(
  search: SearchEngine,
  articles: readonly Article[],
  names: Iterable<string>,
) {
  const texts = articles.map((it) => normalise([it.headline, ...it.paragraphs].join('\n')))
  const counted = new Map<string, number>()
  const countOf = (name: string) => {
    const count = counted.get(name) ?? texts.filter((it) => it.includes(name)).length
    counted.set(name, count)
    return count
  }
  let [pairs, common] = [0, 0]
  for (const name of names) {
    if (pairs >= MOST_PAIRS || countOf(name) < LEAST) continue
    const other = otherNamesOf(name).find(
      (it) => it > name && !it.includes(name) && !name.includes(it) && countOf(it) >= LEAST,
    )
    if (other === undefined) continue
    pairs++
    const hitsOf = async (query: string) =>
      (await search.search(query, { limit: 10 })).hits.map((it) => it.article.id)
    const mine = new Set(await hitsOf(name))
    if ((await hitsOf(other)).some((id) => mine.has(id))) common++
  }
  return { pairs, common }
}
