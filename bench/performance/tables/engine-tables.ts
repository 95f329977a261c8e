import type { Bench } from '../bench.ts'
import { QUERY_KINDS } from '../corpus/query.ts'
import { ENGINE_NAMES } from '../engines/engines.ts'
import { tablesByEngine } from './by-engine.ts'
import { figure, ratio } from './markdown.ts'

const without = (...names: readonly string[]) => ENGINE_NAMES.filter((it) => !names.includes(it))

export const buildTable = (bench: Bench): Promise<string> =>
  tablesByEngine(
    bench,
    'build',
    without('paperboy-index', 'fts5-disk'),
    ['articles a CPU second', '× MiniSearch', 'seconds on the clock', 'ms to save'],
    ({ perCpuSecond, wallS, saveMs }, base) => [
      figure(perCpuSecond),
      ratio(perCpuSecond, base['perCpuSecond']),
      figure(wallS),
      figure(saveMs),
    ],
  )

export const loadTable = (bench: Bench): Promise<string> =>
  tablesByEngine(
    bench,
    'load',
    without('paperboy-index', 'paperboy-words', 'minisearch-grams'),
    ['CPU ms', '× MiniSearch', 'ms on the clock', 'ms to the first answer then'],
    ({ cpuMs, wallMs, firstMs }, base) => [
      figure(cpuMs),
      ratio(cpuMs, base['cpuMs']),
      figure(wallMs),
      figure(firstMs),
    ],
  )

const KIND_TITLES = [
  'words',
  'of some days',
  'of a section',
  'piece',
  'phrase',
  'common word',
  'common character',
  'common pair',
]

export const queryTable = (bench: Bench): Promise<string> =>
  tablesByEngine(
    bench,
    'query',
    without('paperboy-words'),
    [...KIND_TITLES, 'p95 of words × MiniSearch'],
    (figures, base) => [
      ...QUERY_KINDS.map((it) =>
        figures[`${it} p50`] === undefined
          ? '–'
          : `${figure(figures[`${it} p50`])} / ${figure(figures[`${it} p95`])}`,
      ),
      ratio(figures['words p95'], base['words p95']),
    ],
  )

export const changeTable = (bench: Bench): Promise<string> =>
  tablesByEngine(
    bench,
    'change',
    without('paperboy-index', 'paperboy-words', 'minisearch-grams'),
    ['add: median µs', 'mean', 'remove: median µs', 'mean'],
    ({ addP50, addMean, removeP50, removeMean }) => [addP50, addMean, removeP50, removeMean].map(figure),
  )

export const memoryTable = (bench: Bench): Promise<string> =>
  tablesByEngine(
    bench,
    'memory',
    without('paperboy-index', 'paperboy-words'),
    ['MB in use', '× MiniSearch', 'after a query in vain', 'MB of the process'],
    ({ heapMb, missedMb, rssMb }, base) => [
      figure(heapMb),
      ratio(heapMb, base['heapMb']),
      figure(missedMb),
      figure(rssMb),
    ],
  )
