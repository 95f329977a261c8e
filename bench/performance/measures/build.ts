import { readAllArticles } from '../corpus/read-made.ts'
import { costOf } from '../cost.ts'
import { kindOf, NO_TEXTS, warmTokeniser } from '../engines/open-engine.ts'
import type { Measure } from '../task.ts'

/** Articles to index, words and all; then the engine saves itself for the measurements that follow. */
export const measureBuild: Measure = async (task) => {
  const articles = await readAllArticles(task.corpus.corpus)
  const kind = await kindOf(task)
  const engine = await kind.create({ tokeniser: await warmTokeniser(), archive: NO_TEXTS })
  const { cpuMs, wallMs } = await costOf(() => engine.add(articles))
  const saved = engine.save && (await costOf(async () => engine.save?.(task.corpus.folder)))
  return {
    perCpuSecond: (1000 * articles.length) / cpuMs,
    wallS: wallMs / 1000,
    ...(saved && { saveMs: saved.wallMs }),
  }
}
