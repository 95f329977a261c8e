import type { Bench } from '../bench.ts'
import { type EngineName, TITLES } from '../engines/engines.ts'
import type { Figures } from '../task.ts'
import { markdownTable } from './markdown.ts'

const ENGINES: readonly EngineName[] = ['paperboy', 'minisearch', 'flexsearch', 'orama', 'fts5-memory']
const HEAD = ['words', 'pieces', 'headlines', 'words, the very one', 'pieces, the very one']
const NAMES = ['words', 'clause', 'full', 'words strict', 'clause strict']

/** On the real news, whatever the sizes. */
export async function relevanceTable(bench: Bench): Promise<string> {
  const engines = ENGINES.filter((it) => bench.engines.includes(it))
  const [articles = 0] = bench.sizes
  const figures = await bench.medians(engines.map((engine) => ({ measure: 'relevance', engine, articles })))
  const cellsOf = (it: Figures = {}) => NAMES.map((name) => it[name]?.toFixed(3) ?? '–')
  const rows = engines.map((it, i) => [TITLES[it], cellsOf(figures[i])] as const)
  return markdownTable(['news', HEAD], rows)
}
