import type { Bench, TermClause } from '../bench.ts'
import { type EngineName, PEERS, TITLES } from '../engines/engines.ts'
import { figure, markdownTable, type Row, thousands } from './markdown.ts'

const ENGINES: readonly EngineName[] = ['paperboy', ...PEERS]

/** All that counts, in one table, at the largest size: load, memory, p95, relevance. */
export async function summaryTable(bench: Bench): Promise<string> {
  const articles = bench.sizes.at(-1) ?? 0
  const [smallest = 0] = bench.sizes
  const rows: Row[] = []
  for (const engine of ENGINES.filter((it) => bench.engines.includes(it))) {
    const of = async (wanted: TermClause) => (await bench.medians([wanted]))[0] ?? {}
    // Peers give ids only; so does our index alone.
    const query = await of({
      measure: 'query',
      engine: engine === 'paperboy' ? 'paperboy-index' : engine,
      articles,
    })
    const load = await of({ measure: 'load', engine, articles })
    const memory = await of({ measure: 'memory', engine, articles })
    const relevance = await of({
      measure: 'relevance',
      engine: engine === 'fts5-disk' ? 'fts5-memory' : engine,
      articles: smallest,
    })
    rows.push([
      TITLES[engine],
      [
        figure(load['cpuMs']),
        figure(memory['heapMb']),
        figure(query['words p50']),
        figure(query['words p95']),
        relevance['words']?.toFixed(3) ?? '–',
        relevance['clause']?.toFixed(3) ?? '–',
      ],
    ])
  }
  const head = [
    'load, CPU ms',
    'memory, MB',
    'words p50, ms',
    'words p95, ms',
    'MRR of words',
    'MRR of pieces',
  ]
  return markdownTable([`${thousands(articles)} articles`, head], rows)
}
