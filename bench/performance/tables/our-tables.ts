import { READERS } from '../../replies/readers.ts'
import type { Bench } from '../bench.ts'
import { tableBySize } from './by-size.ts'
import { figure } from './markdown.ts'

export const tokeniseTable = (bench: Bench): Promise<string> =>
  tableBySize(
    bench,
    'tokenise',
    [
      'normalise MB/s',
      'cut MB/s',
      'all terms MB/s',
      'articles a CPU second',
      'dictionary ms',
      'dictionary MB',
    ],
    ({ normalising, cutting, terms, articles, dictionaryMs, dictionaryMb }) =>
      [normalising, cutting, terms, articles, dictionaryMs, dictionaryMb].map(figure),
  )

export const startTable = (bench: Bench): Promise<string> =>
  tableBySize(
    bench,
    'start',
    ['`paperboy search`, s', 'the bot, s', 'the bot at rest, MB'],
    ({ cliMs = Number.NaN, botMs = Number.NaN, botRssMb }) => [
      figure(cliMs / 1000),
      figure(botMs / 1000),
      figure(botRssMb),
    ],
  )

export const repliesTable = (bench: Bench): Promise<string> =>
  tableBySize(
    bench,
    'replies',
    READERS.map((it) => `${it === 1 ? '1 reader' : `${it} readers`}: p50 / p95 / p99`),
    (figures) =>
      READERS.map((it) => [50, 95, 99].map((share) => figure(figures[`${it} p${share}`])).join(' / ')),
  )

export const blocksTable = (bench: Bench): Promise<string> =>
  tableBySize(
    bench,
    'blocks',
    ['start and first query', "a day's paper", 'snapshot'],
    ({ startMs, importMs, snapshotMs }) => [startMs, importMs, snapshotMs].map(figure),
  )
