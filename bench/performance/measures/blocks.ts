import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { buildApp } from '../../../src/app/index.ts'
import { readConfig } from '../../../src/config/index.ts'
import { createLogger, systemClock } from '../../../src/ops/index.ts'
import { readAllArticles, readQueries } from '../corpus/read-made.ts'
import type { Measure } from '../task.ts'
import { settingsFor } from './data-folder.ts'

/** Articles of a day's paper. */
const DAY = 27

/**
 * The longest time for which nothing else could be done, in ms: while the parts are built and the first query is
 * answered, while a day's paper is taken in, and while the snapshot is written. The modules have been loaded before.
 */
export const measureBlocks: Measure = async ({ corpus }) => {
  const settings = await settingsFor(corpus)
  const own = mkdtempSync(join(tmpdir(), 'paperboy-blocks-'))
  for (const [name, folder] of Object.entries(settings)) {
    cpSync(folder, join(own, name), { recursive: true, preserveTimestamps: true })
    settings[name] = join(own, name)
  }
  const query = readQueries(corpus.queries, 'words')[0]?.text ?? ''

  const { value: app, blockMs: startMs } = await longestBlock(async () => {
    // The archive was made from the folder that this one is a copy of.
    const given = readConfig(settings)
    const built = await buildApp(given, systemClock, createLogger('error'), { moveCorpus: true })
    await built.search.search(query)
    return built
  })
  const some = (await readAllArticles(corpus.corpus)).slice(0, DAY)
  const lines = some.map(({ headline, paragraphs, section }) =>
    JSON.stringify({
      headline: `又讯：${headline}`,
      body: paragraphs.join('\n'),
      date: '2026-01-02',
      section,
    }),
  )
  writeFileSync(join(settings['CORPUS_DIR'] ?? own, '2026-01-02.jsonl'), lines.join('\n'))
  const { blockMs: importMs } = await longestBlock(() => app.takeIn())
  const { blockMs: snapshotMs } = await longestBlock(() => app.saveIndex())
  await app.close()
  rmSync(own, { recursive: true })
  return { startMs, importMs, snapshotMs }
}

async function longestBlock<T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly blockMs: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  // The first beat is only what the others are counted from.
  await setTimeout(5)
  const value = await work()
  // The last block is noted by the timer behind it.
  await setTimeout(5)
  delay.disable()
  return { value, blockMs: delay.max / 1e6 }
}
