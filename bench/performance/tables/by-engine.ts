import type { Bench } from '../bench.ts'
import { type EngineName, MOST_ARTICLES, TITLES } from '../engines/engines.ts'
import type { Figures, MeasureName } from '../task.ts'
import { markdownTable, thousands } from './markdown.ts'

/** What one engine gave, and what the engine gave that all are compared with. */
export type Cells = (figures: Figures, base: Figures) => readonly string[]

const BASE: EngineName = 'minisearch'

/** A table for each size: a row an engine, compared with stock MiniSearch. */
export async function tablesByEngine(
  bench: Bench,
  measure: MeasureName,
  engines: readonly EngineName[],
  head: readonly string[],
  cells: Cells,
): Promise<string> {
  const tables: string[] = []
  for (const articles of bench.sizes) {
    const measured = engines.filter(
      (it) => bench.engines.includes(it) && articles <= (MOST_ARTICLES[it] ?? articles),
    )
    const figures = await bench.medians(measured.map((engine) => ({ measure, engine, articles })))
    const base = figures[measured.indexOf(BASE)] ?? {}
    const rows = measured.map((engine, i) => [TITLES[engine], cells(figures[i] ?? {}, base)] as const)
    tables.push(markdownTable([`${thousands(articles)} articles`, head], rows))
  }
  return tables.join('\n\n')
}
