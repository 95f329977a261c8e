import { measureFirstAnswer } from '../../replies/first-answer.ts'
import { readQueries } from '../corpus/read-made.ts'
import type { Measure } from '../task.ts'
import { runPaperboy, settingsFor } from './data-folder.ts'

/** From process start to the first answer, program and dictionary included: by command line, and as the bot. */
export const measureStart: Measure = async ({ corpus }) => {
  const settings = await settingsFor(corpus)
  const query = readQueries(corpus.queries, 'words')[0]?.text ?? ''
  const { firstWordMs } = await runPaperboy(['search', query, '--json'], settings)
  const bot = await measureFirstAnswer(settings, query)
  return { cliMs: firstWordMs, botMs: bot.tookMs, botRssMb: bot.rssMb }
}
