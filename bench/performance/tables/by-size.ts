import type { Bench } from '../bench.ts'
import type { Figures, MeasureName } from '../task.ts'
import { markdownTable, thousands } from './markdown.ts'

/** A table of ours: a row a size. */
export async function tableBySize(
  bench: Bench,
  measure: MeasureName,
  head: readonly string[],
  cells: (figures: Figures) => readonly string[],
): Promise<string> {
  const figures = await bench.medians(
    bench.sizes.map((articles) => ({ measure, engine: 'paperboy', articles }) as const),
  )
  const rows = bench.sizes.map((articles, i) => [thousands(articles), cells(figures[i] ?? {})] as const)
  return markdownTable(['articles', head], rows)
}
