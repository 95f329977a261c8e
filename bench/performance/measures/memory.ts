import { readQueries } from '../corpus/read-made.ts'
import { memoryInUse } from '../cost.ts'
import { kindOf, openEngine, warmTokeniser } from '../engines/open-engine.ts'
import type { Measure } from '../task.ts'
import { openArchive } from './data-folder.ts'

/** Asked first, so that what an engine makes for its first queries is there. */
const QUERIES = 20
const NONSENSE = '魃魈魑'

/** What an engine at rest holds, beyond dictionary and program. */
export const measureMemory: Measure = async (task) => {
  const kind = await kindOf(task)
  const tokeniser = await warmTokeniser()
  const { archive, close } = await openArchive(task.corpus)
  await archive.size()
  const before = memoryInUse()
  const engine = await openEngine(kind, task, { tokeniser, archive })
  for (const query of readQueries(task.corpus.queries, 'words').slice(0, QUERIES))
    await engine.find(query, 10)
  const found = memoryInUse()
  // Ours then makes a list of all words, to see what may have been meant.
  await engine.find({ kind: 'words', text: NONSENSE }, 10)
  const missed = memoryInUse()
  await close()
  return {
    heapMb: found.heapMb - before.heapMb,
    missedMb: missed.heapMb - before.heapMb,
    rssMb: found.rssMb - before.rssMb,
  }
}
