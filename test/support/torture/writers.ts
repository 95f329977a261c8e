import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { joinPieces } from '../../../src/intake/index.ts'
import { openStore, type Store } from '../../../src/store/index.ts'
import { bundleScript } from '../script-bundle.ts'
import { randomFrom } from './random.ts'

/** Articles that one transaction writes. */
export const ARTICLES_A_FILE = 10
/** Longest time from the first commit of a writer to its end. */
const MOST_MS = 60
const WRITERS = ['a', 'b'] as const

/** What became of a database whose writers were killed. */
export interface KilledWriters {
  readonly kills: number
  readonly transactions: number
  /** Transactions that a writer had told of, and that are not there. */
  readonly lost: number
  /** Transactions of which only a part is there. */
  readonly torn: number
  /** How often the database could not be written to after a kill. */
  readonly locked: number
  /** Sentences of SQLite about a damaged file. */
  readonly damaged: readonly string[]
}

/**
 * Two processes write to one database at the same time, one transaction after another; each is ended by SIGKILL at a
 * random moment. After each kill the database is opened, written to and checked.
 */
export async function killWriters(kills: number, seed: number): Promise<KilledWriters> {
  const random = randomFrom(seed)
  const script = await bundleScript('writer-process.ts')
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-writers-'))
  const told = new Set<string>()
  const next = new Map<string, number>(WRITERS.map((name) => [name, 0]))
  const figures = { kills: 0, transactions: 0, lost: 0, torn: 0, locked: 0, damaged: [] as string[] }
  while (figures.kills < kills) {
    const writers = WRITERS.map((name) => startWriter(script, folder, name, next.get(name) ?? 0))
    await Promise.all(writers.map(({ begun }) => begun))
    for (const { name, child, closed, said } of writers) {
      await sleep(random() * MOST_MS)
      child.kill('SIGKILL')
      await closed
      figures.kills++
      for (const n of said()) told.add(`${name}-${n}`)
      // The one after the last that was told of may be there too: its writer may have had no time to say so.
      next.set(name, Math.max(...said()) + 2)
    }
    const store = await openStore({ folder, join: joinPieces, now: () => 0 })
    await store.updates.claim([figures.kills]).catch(() => void figures.locked++)
    figures.damaged.push(...(await store.check()))
    await store.close()
  }
  const store = await openStore({ folder, join: joinPieces, now: () => 0 })
  const articles = await articlesByFile(store)
  await store.close()
  rmSync(folder, { recursive: true })
  figures.transactions = told.size
  figures.lost = [...told].filter((file) => !articles.has(file)).length
  figures.torn = [...articles.values()].filter((count) => count !== ARTICLES_A_FILE).length
  return figures
}

function startWriter(script: string, folder: string, name: string, first: number) {
  const child: ChildProcess = spawn(process.execPath, [script, folder, name, `${first}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let out = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  const closed = once(child, 'close')
  const begun = Promise.race([
    child.stdout ? once(child.stdout, 'data') : undefined,
    closed.then(() => {
      throw new Error(`the writer ${name} ended by itself`)
    }),
  ])
  // A line without its end was not said.
  const said = () => out.split('\n').slice(0, -1).map(Number)
  return { name, child, closed, begun, said }
}

async function articlesByFile({ archive }: Store): Promise<ReadonlyMap<string, number>> {
  const files = new Map<string, number>()
  const LIMIT = 1000
  for (let offset = 0, total = 1; offset < total; offset += LIMIT) {
    const page = await archive.browse({ offset, limit: LIMIT })
    total = page.total
    for (const { source } of page.articles) files.set(source.file, (files.get(source.file) ?? 0) + 1)
  }
  return files
}
