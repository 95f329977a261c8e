import { percentile } from '../../statistics.ts'
import { readAllArticles } from '../corpus/read-made.ts'
import { leastMs } from '../cost.ts'
import { kindOf, NO_TEXTS, openEngine, warmTokeniser } from '../engines/open-engine.ts'
import type { Measure } from '../task.ts'

/** So many that what an engine puts off until many have come and gone is paid here. */
const CHANGES = 300
/** Added and removed before it counts, until the machine code has settled. */
const WARM_UP = 100

/** One article more in a full index, and one less: in µs, the middle one and the mean. */
export const measureChanges: Measure = async (task) => {
  const kind = await kindOf(task)
  const articles = await readAllArticles(task.corpus.corpus)
  const tokeniser = await warmTokeniser()
  const engine = await openEngine(kind, task, { tokeniser, archive: NO_TEXTS, articles })
  const strangers = articles.slice(0, CHANGES).map((it) => Object.assign({}, it, { id: `new ${it.id}` }))
  const timeEach = async (change: (article: (typeof strangers)[number]) => Promise<void>) => {
    const tookUs: number[] = []
    for (const article of strangers) tookUs.push(1000 * (await leastMs(() => change(article))))
    return { p50: percentile(tookUs, 0.5), mean: tookUs.reduce((sum, it) => sum + it, 0) / tookUs.length }
  }
  for (const article of strangers.slice(0, WARM_UP)) await engine.add([article])
  for (const article of strangers.slice(0, WARM_UP)) await engine.remove(article)
  const added = await timeEach((article) => engine.add([article]))
  const removed = await timeEach((article) => engine.remove(article))
  return { addP50: added.p50, addMean: added.mean, removeP50: removed.p50, removeMean: removed.mean }
}
