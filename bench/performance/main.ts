import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readNewsRecords } from '../search/news.ts'
import { createBench } from './bench.ts'
import { poolOf } from './corpus/sentence-pool.ts'
import { type MadeCorpus, writeCorpus } from './corpus/write-corpus.ts'
import { warmTokeniser } from './engines/open-engine.ts'
import { measureFresh } from './fresh.ts'
import { installPeers } from './install-peers.ts'
import { describeMachine } from './machine.ts'
import { readOptions, USAGE } from './options.ts'
import { putBetween } from './tables/markdown.ts'
import { tables } from './tables/tables.ts'
import type { Task } from './task.ts'

const document = join(import.meta.dirname, '..', '..', 'docs', 'performance.md')
const options = readOptions(process.argv.slice(2), document)
if (options === undefined) {
  console.error(USAGE)
  process.exit(2)
}
const { news, sizes, engines, runs, seed, stretch } = options
const machine = describeMachine()
installPeers()

const folder = mkdtempSync(join(tmpdir(), 'paperboy-bench-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
const pool = poolOf(readNewsRecords(news))
const tokeniser = await warmTokeniser()
const made = new Map<number, MadeCorpus>()
const corpusOf = (articles: number): MadeCorpus => {
  const known =
    made.get(articles) ??
    writeCorpus(join(folder, `${articles}`), pool, { articles, seed, stretch }, tokeniser)
  made.set(articles, known)
  return known
}

const measure = async (task: Task) => {
  try {
    return await measureFresh(task)
  } catch (error) {
    process.exitCode = 1
    throw error
  }
}
const bench = createBench({ sizes, engines, runs, news, corpusOf }, measure, (text) => console.error(text))
const setting = `${machine}; ${runs} ${runs === 1 ? 'process' : 'processes'} a figure; seed ${seed}, stretch ${stretch}.`
for (const name of options.tables) {
  const text = `${await tables[name](bench)}\n\n${setting}`
  console.log(`\n${name}\n\n${text}`)
  // Each as soon as it is there: a run over large archives takes hours.
  if (options.document !== undefined)
    writeFileSync(options.document, putBetween(readFileSync(options.document, 'utf8'), name, text))
}
