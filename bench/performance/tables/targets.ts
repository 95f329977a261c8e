import type { Bench } from '../bench.ts'
import type { EngineName } from '../engines/engines.ts'
import type { Figures, MeasureName } from '../task.ts'
import { figure, markdownTable, type Row, thousands } from './markdown.ts'

/** Something promised: a figure and its bound at 10,000 and at 100,000 articles. */
interface Target {
  readonly title: string
  readonly measure: MeasureName
  readonly engine: EngineName
  readonly of: (figures: Figures, articles: number) => number
  readonly bounds: readonly [at10k: number, at100k: number]
  /** Whether more is better; else less. */
  readonly atLeast?: true
}

const SIZES = [10_000, 100_000] as const
const missing = Number.NaN
const named =
  (...names: readonly string[]) =>
  (figures: Figures): number =>
    Math.max(...names.map((it) => figures[it] ?? missing))

const TARGETS: readonly Target[] = [
  {
    title: 'process start to first answer by command line, s',
    measure: 'start',
    engine: 'paperboy',
    of: (it) => (it['cliMs'] ?? missing) / 1000,
    bounds: [1.2, 1.6],
  },
  {
    title: 'index load, CPU ms',
    measure: 'load',
    engine: 'paperboy',
    of: named('cpuMs'),
    bounds: [100, 400],
  },
  {
    title: 'memory of the index, MB per 1,000 articles',
    measure: 'memory',
    engine: 'paperboy',
    of: (it, articles) => ((it['heapMb'] ?? missing) * 1000) / articles,
    bounds: [2.5, 1.5],
  },
  {
    title: 'words p95, ms',
    measure: 'query',
    engine: 'paperboy-index',
    of: named('words p95'),
    bounds: [0.5, 4],
  },
  {
    title: '… of some days, of a section',
    measure: 'query',
    engine: 'paperboy-index',
    of: named('date p95', 'section p95'),
    bounds: [0.5, 4],
  },
  {
    title: 'common character or pair p95, ms',
    measure: 'query',
    engine: 'paperboy-index',
    of: named('commonCharacter p95', 'commonPair p95'),
    bounds: [2, 15],
  },
  {
    title: 'build without pairs and characters, articles a CPU second',
    measure: 'build',
    engine: 'paperboy-words',
    of: named('perCpuSecond'),
    bounds: [4000, 4000],
    atLeast: true,
  },
  {
    title: '… with them',
    measure: 'build',
    engine: 'paperboy',
    of: named('perCpuSecond'),
    bounds: [2500, 2500],
    atLeast: true,
  },
  {
    title: 'add one, mean µs',
    measure: 'change',
    engine: 'paperboy',
    of: named('addMean'),
    bounds: [500, 500],
  },
  {
    title: 'really remove one, mean µs',
    measure: 'change',
    engine: 'paperboy',
    of: named('removeMean'),
    bounds: [500, 500],
  },
  {
    title: 'the bot at rest, MB',
    measure: 'start',
    engine: 'paperboy',
    of: named('botRssMb'),
    bounds: [400, 600],
  },
  {
    title: 'longest block at start, ms',
    measure: 'blocks',
    engine: 'paperboy',
    of: named('startMs'),
    bounds: [50, missing],
  },
  {
    title: "… while a day's paper comes in",
    measure: 'blocks',
    engine: 'paperboy',
    of: named('importMs'),
    bounds: [50, missing],
  },
  {
    title: '… while the snapshot is written',
    measure: 'blocks',
    engine: 'paperboy',
    of: named('snapshotMs'),
    bounds: [50, missing],
  },
]

/** What was promised beside what was measured; a figure that misses its bound is bold. */
export async function targetsTable(bench: Bench): Promise<string> {
  const sizes = SIZES.filter((it) => bench.sizes.includes(it))
  const rows: Row[] = []
  for (const { title, measure, engine, of, bounds, atLeast } of TARGETS) {
    const cells: string[] = []
    for (const [i, articles] of SIZES.entries()) {
      if (!sizes.includes(articles)) continue
      const bound = bounds[i] ?? missing
      const [figures = {}] = await bench.medians([{ measure, engine, articles }])
      const value = of(figures, articles)
      const misses = atLeast ? value < bound : value > bound
      const got = figure(value)
      cells.push(`${atLeast ? '≥' : '≤'} ${figure(bound)}`, misses ? `**${got}**` : got)
    }
    rows.push([title, cells])
  }
  return markdownTable(['figure', sizes.flatMap((it) => [thousands(it), 'measured'])], rows)
}
