import type { Article } from '../../../src/domain/index.ts'
import { openOpenSearch } from '../../../src/search/index.ts'
import { averagesOf, documentOf } from '../../../src/search/opensearch/index-shape.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { createMemoryIndex } from '../../../src/search/ranking/memory-index.ts'
import { planQuery } from '../../../src/search/ranking/query-plan.ts'
import { archiveOf } from '../../../test/support/seed-articles.ts'
import { queriesOfAllKinds } from '../../search/kinds-of-query.ts'
import type { Cluster } from '../cluster.ts'
import { changesOf, tokeniser } from '../setting.ts'
import { percentile, plainMatch } from './latency.ts'

const AT_ONCE = 5_000
const ASKED_KINDS = new Set(['headline', 'clause of the headline', 'one word', 'two words', 'four words'])

/**
 * How long candidates take to be found among ever more small documents: headlines alone, cut and weighed as articles are, the same
 * ones again and again under other ids. So as many hold a word, of each hundred, whatever the size.
 */
export async function measureSizes(
  cluster: Cluster,
  articles: readonly Article[],
  sizes: readonly number[],
): Promise<readonly string[]> {
  const headlines = articles.map((it): Article => ({ ...it, paragraphs: [] }))
  const asked = (await queriesOfAllKinds(articles, tokeniser, 20, 19)).filter(({ kind }) =>
    ASKED_KINDS.has(kind),
  )
  const changes = changesOf(headlines)
  const archive = {
    ...archiveOf([]),
    state: async () => ({ archive: 'sizes', revision: changes.length }),
    changesSince: async () => changes.slice(0, 1000),
  }
  const { counts } = createMemoryIndex(tokeniser, archive)
  const remote = openOpenSearch({
    urls: cluster.urls,
    index: 'sizes',
    shards: 1,
    tokeniser,
    archive,
    counts,
    events: { onDown: () => {}, onUp: () => {} },
    onRejected: () => {},
  })
  await remote.prepare()
  const averages = averagesOf(headlines.slice(0, 1000), tokeniser)
  const documents = changes.map((it) =>
    JSON.stringify({ ...documentOf(it, tokeniser, averages), id: undefined, number: undefined }).slice(1),
  )
  const url = cluster.urls[0] ?? ''
  const lines: string[] = []
  let written = 0
  try {
    for (const size of sizes) {
      const began = performance.now()
      const before = written
      for (; written < size; written += AT_ONCE) {
        const body = Array.from({ length: AT_ONCE }, (_, i) => {
          const number = written + i + 1
          return `{"index":{"_id":"s${number}"}}\n{"id":"s${number}","number":${number},${documents[number % documents.length]}\n`
        }).join('')
        await put(`${url}/sizes/_bulk`, body)
      }
      const perDocumentMs = (performance.now() - began) / (written - before)
      await put(`${url}/sizes/_refresh`, '')
      const times: readonly [number[], number[]] = [[], []]
      for (let round = 0; round < 2; round++)
        for (const { query } of asked) {
          const plan = planQuery(parseQuery(query).understood, tokeniser)
          const find = () =>
            remote.find(plan, { filter: {}, order: 'relevance', window: { from: 0, to: 100 } })
          for (const [which, ask] of [() => plainMatch(url, 'sizes', query), find].entries()) {
            const start = performance.now()
            await ask()
            if (round > 0) times[which]?.push(performance.now() - start)
          }
        }
      const at = (which: 0 | 1, share: number) => percentile(times[which], share).toFixed(0)
      const stats: {
        readonly _all: { readonly primaries: { readonly store: { readonly size_in_bytes: number } } }
      } = JSON.parse(await (await fetch(`${url}/sizes/_stats/store`)).text())
      lines.push(
        `${written} headlines (${perDocumentMs.toFixed(2)} ms each to write, ${(stats._all.primaries.store.size_in_bytes / 2 ** 20).toFixed(0)} MB): p50 / p95 of a plain match; of ours | ${at(0, 0.5)} / ${at(0, 0.95)}; ${at(1, 0.5)} / ${at(1, 0.95)} ms`,
      )
      console.error(lines.at(-1))
    }
  } finally {
    await remote.close()
  }
  return lines
}

async function put(url: string, body: string): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body,
  })
  const text = await answer.text()
  if (!answer.ok || text.includes('"errors":true')) throw new Error(text.slice(0, 300))
}
