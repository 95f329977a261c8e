import { startBot } from '../../../test/support/bot-process.ts'
import { measureReplies as measureReaders, READERS } from '../../replies/readers.ts'
import { percentile } from '../../statistics.ts'
import { readQueries } from '../corpus/read-made.ts'
import type { Measure } from '../task.ts'
import { settingsFor } from './data-folder.ts'

/** How long readers wait for the bot over the wire: `<readers> p50`, `p95` and `p99` in ms. */
export const measureReplies: Measure = async ({ corpus }) => {
  const settings = await settingsFor(corpus)
  const queries = readQueries(corpus.queries, 'words').map((it) => it.text)
  const bot = await startBot(settings)
  try {
    const figures: Record<string, number> = {}
    for (const readers of READERS) {
      const took = await measureReaders(bot.url, readers, queries)
      for (const share of [50, 95, 99]) figures[`${readers} p${share}`] = percentile(took, share / 100)
    }
    return figures
  } finally {
    await bot.stop()
  }
}
