/**
 * `npm run bench:intake -- [FOLDER] [--pages 500,5000] [--threads 0,1]`: how fast pages are taken in by how many
 * reading threads, how long that holds up everything else, what memory it takes, and what it costs to look at a folder
 * that is unchanged. The pages are made of those in FOLDER (the seed pages unless told). Prints the table of
 * docs/intake.md.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makePages } from './intake/make-pages.ts'
import { measurePass } from './intake/pass.ts'
import { describeMachine } from './performance/machine.ts'
import { figure, markdownTable, type Row, thousands } from './performance/tables/markdown.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: 'string', default: '320' },
    threads: { type: 'string', default: '0,1' },
  },
})
const numbers = (list: string): number[] => list.split(',').map(Number)
const from = positionals[0] ?? join(import.meta.dirname, '..', 'seeds')
const machine = describeMachine()
const folder = mkdtempSync(join(tmpdir(), 'paperboy-bench-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

const rows: Row[] = []
for (const pages of numbers(values.pages)) {
  const corpus = join(folder, `${pages}`)
  makePages(corpus, pages, from)
  for (const threads of numbers(values.threads)) {
    const row = await measure(corpus, pages, threads)
    console.error(row.flat().join(' | '))
    rows.push(row)
  }
  rmSync(corpus, { recursive: true })
}
const head = [
  'MB',
  'threads',
  'pages a second',
  'MB a second',
  'CPU s',
  'articles',
  'event loop busy',
  'longest block, p99 ms',
  'peak MB',
  'unchanged ms',
]
console.log(`${markdownTable(['pages', head], rows)}\n\n${machine}.`)

async function measure(corpus: string, pages: number, threads: number): Promise<Row> {
  const data = join(folder, 'data')
  const first = await measurePass({ corpus, data, threads })
  const again = await measurePass({ corpus, data, threads })
  rmSync(data, { recursive: true })
  const { seconds, cpuSeconds, articles, busy, blockMs, p99Ms, peakMb } = first
  const megabytes = sizeOf(corpus) / 1e6
  return [
    thousands(pages),
    [
      figure(megabytes),
      `${threads}`,
      figure(pages / seconds),
      figure(megabytes / seconds),
      figure(cpuSeconds),
      thousands(articles),
      `${Math.round(busy * 100)} %`,
      `${figure(blockMs)}, ${figure(p99Ms)}`,
      figure(peakMb),
      figure(again.seconds * 1000),
    ],
  ]
}

function sizeOf(path: string): number {
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).reduce((sum, file) => {
    const facts = statSync(join(path, file))
    return sum + (facts.isFile() ? facts.size : 0)
  }, 0)
}
