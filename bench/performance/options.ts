import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ENGINE_NAMES, type EngineName } from './engines/engines.ts'
import { TABLE_NAMES, type TableName } from './tables/tables.ts'

export interface Options {
  readonly news: string
  readonly sizes: readonly number[]
  readonly tables: readonly TableName[]
  readonly engines: readonly EngineName[]
  readonly runs: number
  readonly seed: number
  readonly stretch: number
  /** The document to write the tables into; undefined to print them only. */
  readonly document: string | undefined
}

export const USAGE = `npm run bench:performance -- FOLDER [options]

FOLDER holds, one JSON object a line:
  articles-2022-2024.jsonl.gz  {id, date, headline, body, paper}
  queries-dev.jsonl            {kind: full | clause | words, query, id}
  summaries-dev.jsonl          {id, body, summary}

--sizes N,N      archives of so many articles (1000,10000,100000)
--only T,T       these tables (${TABLE_NAMES.join(', ')})
--engines E,E    these engines (${ENGINE_NAMES.join(', ')})
--runs N         processes a measurement, of which the median counts (3)
--seed N         of the articles and questions (1)
--stretch N      bodies so many times as long; 3 for 1,000 characters (1)
--print          print the tables, and leave docs/performance.md as it is`

/** @returns undefined where the arguments make no sense */
export function readOptions(args: readonly string[], document: string): Options | undefined {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      sizes: { type: 'string', default: '1000,10000,100000' },
      only: { type: 'string' },
      engines: { type: 'string' },
      runs: { type: 'string', default: '3' },
      seed: { type: 'string', default: '1' },
      stretch: { type: 'string', default: '1' },
      print: { type: 'boolean', default: false },
    },
  })
  const news = positionals[0] ?? process.env['BENCH_DATA']
  const tables = chosen(values.only, TABLE_NAMES)
  const engines = chosen(values.engines, ENGINE_NAMES)
  const sizes = values.sizes.split(',').map(Number)
  const [runs, seed, stretch] = [values.runs, values.seed, values.stretch].map(Number)
  if (news === undefined || !existsSync(news) || !tables || !engines) return undefined
  if (!runs || !stretch || seed === undefined || ![...sizes, runs, seed].every(Number.isInteger))
    return undefined
  return {
    news,
    sizes: sizes.toSorted((a, b) => a - b),
    tables,
    engines,
    runs,
    seed,
    stretch,
    document: values.print ? undefined : document,
  }
}

/** Those that are named, in their own order; all where none is; undefined where one is not known. */
function chosen<Name extends string>(
  text: string | undefined,
  all: readonly Name[],
): readonly Name[] | undefined {
  if (text === undefined) return all
  const named = text.split(',')
  return named.every((it) => (all as readonly string[]).includes(it))
    ? all.filter((it) => named.includes(it))
    : undefined
}
