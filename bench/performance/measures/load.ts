import { readQueries } from '../corpus/read-made.ts'
import { costOf } from '../cost.ts'
import type { Engine } from '../engines/engine.ts'
import { kindOf, warmTokeniser } from '../engines/open-engine.ts'
import type { Measure } from '../task.ts'
import { openArchive } from './data-folder.ts'

/** From what an engine saved to an engine that can be asked, and its first answer: some put work off until then. */
export const measureLoad: Measure = async (task) => {
  const kind = await kindOf(task)
  const [query] = readQueries(task.corpus.queries, 'words')
  if (kind.load === undefined || query === undefined) return {}
  const { archive, close } = await openArchive(task.corpus)
  const parts = { tokeniser: await warmTokeniser(), archive }
  let engine: Engine | undefined
  const loaded = await costOf(async () => {
    engine = await kind.load?.(task.corpus.folder, parts)
  })
  const first = await costOf(async () => engine?.find(query, 10))
  await close()
  return { cpuMs: loaded.cpuMs, wallMs: loaded.wallMs, firstMs: first.wallMs }
}
