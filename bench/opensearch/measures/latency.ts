import { SearchServerError } from '../../../src/search/index.ts'
import { queriesOfAllKinds } from '../../search/kinds-of-query.ts'
import type { Cluster } from '../cluster.ts'
import { type Setting, tokeniser } from '../setting.ts'

/** How long readers wait, beside a plain `match` of the same terms, by turns. */
export async function measureLatency(
  cluster: Cluster,
  { articles, server }: Setting,
  index: string,
): Promise<readonly string[]> {
  const asked = await queriesOfAllKinds(articles, tokeniser, 12, 3)
  const plain = (query: string) => plainMatch(cluster.urls[0] ?? '', index, query)
  const times: readonly [number[], number[]] = [[], []]
  let refused = 0
  for (let round = 0; round < 2; round++)
    for (const { kind, query, options } of asked) {
      for (const [which, ask] of [() => plain(query), () => server.search(query, options)].entries()) {
        const start = performance.now()
        await ask().catch((error: unknown) => {
          if (!(error instanceof SearchServerError)) throw error
          refused++
        })
        const ms = performance.now() - start
        if (ms > 1000)
          console.error(
            `${which === 0 ? 'match' : 'ours'} ${ms.toFixed(0)} ms, ${kind}: ${query.slice(0, 40)}`,
          )
        if (round > 0) times[which]?.push(ms)
      }
    }
  const [theirs, ours] = times
  console.error(`${refused} of ${4 * asked.length} refused`)
  return [0.5, 0.95].map((share) => {
    const [a, b] = [percentile(theirs, share), percentile(ours, share)]
    return `${articles.length} articles, p${100 * share}: a plain match / ours with excerpts | ${a.toFixed(1)} / ${b.toFixed(1)} ms (${(b / a).toFixed(1)} ×)`
  })
}

/** The value below which a share of some values lies. */
export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * values.length)] ?? 0

/** Asks a server for the terms of a query as anybody would: the first ten that hold most of them. */
export async function plainMatch(url: string, index: string, query: string): Promise<void> {
  const terms = tokeniser.termsOf(query.slice(0, 400)).join(' ')
  const answer = await fetch(`${url}/${index}/_search`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: {
        multi_match: {
          query: terms,
          type: 'most_fields',
          fields: ['headline^4', 'deck^2', 'byline', 'body'],
        },
      },
      size: 10,
      track_total_hits: true,
      docvalue_fields: ['id', 'printed'],
    }),
  })
  await answer.text()
}
