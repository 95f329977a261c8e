import type { SearchResult } from '../../../src/search/index.ts'
import { queriesOfAllKinds } from '../../search/kinds-of-query.ts'
import { askAgain, type Setting, tokeniser } from '../setting.ts'

const PER_KIND = 20
/** Kinds that ask for one article known beforehand. */
const KNOWN_ITEM = new Set([
  'headline',
  'clause of the headline',
  'four words',
  'question',
  'a long text',
  'misspelled',
])

/** Whether a server answers as the index in memory does: queries of 21 kinds, seeded. */
export async function measureRanking({
  articles,
  memory,
  fill,
  server,
}: Setting): Promise<readonly string[]> {
  await fill()
  const queries = await queriesOfAllKinds(articles, tokeniser, PER_KIND, 18)
  const sums = { sameTotal: 0, overlap: 0, sameFirst: 0, withHits: 0, known: 0, memory: 0, server: 0 }
  const unlike: string[] = []
  const refused: string[] = []
  const rank = ({ hits }: SearchResult, id: string) => {
    const place = hits.findIndex(({ article }) => article.id === id)
    return place < 0 ? 0 : 1 / (place + 1)
  }
  for (const { kind, query, options, from } of queries) {
    const [a, b] = [await memory.search(query, options), await askAgain(() => server.search(query, options))]
    if (b === undefined) {
      refused.push(`${kind}: ${query.slice(0, 30)}`)
      continue
    }
    // Of many matches one in a hundred may be missed; of few, none.
    const isSame = a.total <= 100 ? a.total === b.total : Math.abs(a.total - b.total) <= a.total / 100
    if (isSame) sums.sameTotal++
    else unlike.push(`${kind}: ${query.slice(0, 30)}: ${a.total} / ${b.total}`)
    if (KNOWN_ITEM.has(kind)) {
      sums.known++
      sums.memory += rank(a, from.id)
      sums.server += rank(b, from.id)
    }
    if (a.hits.length === 0) continue
    sums.withHits++
    const ids = new Set(a.hits.map(({ article }) => article.id))
    sums.overlap += b.hits.filter(({ article }) => ids.has(article.id)).length / ids.size
    if (a.hits[0]?.article.id === b.hits[0]?.article.id) sums.sameFirst++
  }
  const small = await matchSets({ memory, server }, queries)
  return [
    `totals equal (beyond 100: within 1 %) | ${sums.sameTotal} / ${queries.length - refused.length}`,
    `match sets equal, of queries with at most 100 matches | ${small.same} / ${small.asked}`,
    `MRR@10 of ${sums.known} known items, memory / server | ${(sums.memory / sums.known).toFixed(4)} / ${(sums.server / sums.known).toFixed(4)}`,
    `first ten the same | ${(sums.overlap / sums.withHits).toFixed(3)}`,
    `same first hit | ${(sums.sameFirst / sums.withHits).toFixed(3)}`,
    ...refused.map((it) => `refused five times, and not counted | ${it}`),
    ...unlike.map((it) => `unlike | ${it}`),
  ]
}

async function matchSets(
  { memory, server }: Pick<Setting, 'memory' | 'server'>,
  queries: Awaited<ReturnType<typeof queriesOfAllKinds>>,
) {
  let [asked, same] = [0, 0]
  for (const { query, options } of queries) {
    const all = { ...options, offset: 0, limit: 100 }
    const a = await memory.search(query, all)
    if (a.total > 100 || a.total === 0) continue
    asked++
    const ids = (result: SearchResult) =>
      result.hits
        .map(({ article }) => article.id)
        .toSorted()
        .join()
    const b = await askAgain(() => server.search(query, all))
    if (b === undefined) asked--
    else if (ids(a) === ids(b)) same++
  }
  return { asked, same }
}
