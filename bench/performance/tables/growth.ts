import { logLogSlope } from '../../statistics.ts'
import type { Bench } from '../bench.ts'
import { type EngineName, PEERS, TITLES } from '../engines/engines.ts'
import type { Figures } from '../task.ts'
import { figure, markdownTable, type Row, thousands } from './markdown.ts'

const ENGINES: readonly EngineName[] = ['paperboy-index', 'paperboy', ...PEERS]

/** How p95 and memory grow with the archive: a slope of 1 is as it grows, of 0 not at all. */
export async function growthTable(bench: Bench): Promise<string> {
  const engines = ENGINES.filter((it) => bench.engines.includes(it))
  const sizes = bench.sizes.map(thousands)
  const p95 = await growthOf(bench, engines, 'query', 'words p95')
  const heap = await growthOf(bench, engines, 'memory', 'heapMb')
  return [
    markdownTable(['p95 of words, ms', [...sizes, 'slope']], p95),
    markdownTable(['memory, MB', [...sizes, 'slope']], heap),
  ].join('\n\n')
}

async function growthOf(
  bench: Bench,
  engines: readonly EngineName[],
  measure: 'query' | 'memory',
  name: string,
): Promise<readonly Row[]> {
  const bySize: (readonly Figures[])[] = []
  for (const articles of bench.sizes)
    bySize.push(await bench.medians(engines.map((engine) => ({ measure, engine, articles }))))
  return engines.map((engine, i) => {
    const values = bySize.map((figures) => figures[i]?.[name] ?? Number.NaN)
    const slope = logLogSlope(
      bench.sizes.map((articles, at) => [articles, values[at] ?? Number.NaN] as const),
    )
    const cells = values.map(figure)
    cells.push(Number.isFinite(slope) ? slope.toFixed(2) : '–')
    return [TITLES[engine], cells]
  })
}
