import { percentile } from '../../statistics.ts'
import { QUERY_KINDS, type Query } from '../corpus/query.ts'
import { readQueries } from '../corpus/read-made.ts'
import { leastMs } from '../cost.ts'
import type { Engine } from '../engines/engine.ts'
import { kindOf, openEngine, warmTokeniser } from '../engines/open-engine.ts'
import type { Measure } from '../task.ts'
import { openArchive } from './data-folder.ts'

const LIMIT = 10
/** Times that each question is asked. */
const ROUNDS = 3
/** A slow engine is asked each question once at least, and no more after this; nor is it warmed up longer. */
const ENOUGH_MS = 6000

/** Time of one query: `<kind> p50` and `<kind> p95` in ms, over every time that it was asked. */
export const measureQueries: Measure = async (task) => {
  const kind = await kindOf(task)
  const tokeniser = await warmTokeniser()
  const { archive, close } = await openArchive(task.corpus)
  const engine = await openEngine(kind, task, { tokeniser, archive })
  const queries = readQueries(task.corpus.queries).filter((it) => kind.kinds.includes(it.kind))
  await warmUp(engine, queries)
  const figures: Record<string, number> = {}
  for (const it of kind.kinds) {
    const tookMs = await time(
      engine,
      queries.filter((query) => query.kind === it),
    )
    figures[`${it} p50`] = percentile(tookMs, 0.5)
    figures[`${it} p95`] = percentile(tookMs, 0.95)
  }
  await close()
  return figures
}

/** All kinds in turn, until the machine code has settled for all of them. */
async function warmUp(engine: Engine, queries: readonly Query[]): Promise<void> {
  const start = performance.now()
  const kinds = QUERY_KINDS.map((kind) => queries.filter((it) => it.kind === kind))
  for (let round = 0; round < ROUNDS; round++)
    for (let i = 0; kinds.some((it) => i < it.length); i++)
      for (const query of kinds.flatMap((it) => it[i] ?? [])) {
        if (performance.now() - start > ENOUGH_MS) return
        await engine.find(query, LIMIT)
      }
}

async function time(engine: Engine, queries: readonly Query[]): Promise<readonly number[]> {
  globalThis.gc?.()
  const tookMs: number[] = []
  const start = performance.now()
  for (let round = 0; round < ROUNDS; round++) {
    for (const query of queries) tookMs.push(await leastMs(() => engine.find(query, LIMIT)))
    if (performance.now() - start > ENOUGH_MS) break
  }
  return tookMs
}
