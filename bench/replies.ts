// `npm run bench:replies [-- --corpus DIR]`: how long readers wait. The bot runs in a process of its own and talks
// through the playground, over the wire; the corpus is the seed pages unless told. `npm run bench:performance`
// measures the same over large archives.
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startBot } from '../test/support/bot-process.ts'
import { measureFirstAnswer } from './replies/first-answer.ts'
import { measureReplies, READERS } from './replies/readers.ts'
import { median, percentile } from './statistics.ts'

const STARTS = 5
const QUERIES = ['残疾人 保险', '中欧班列', '科学技术奖', '数字经济 目标', '成都', '科技创新', '博物馆']

const { values } = parseArgs({ options: { corpus: { type: 'string' } } })
const data = mkdtempSync(join(tmpdir(), 'paperboy-bench-'))
const settings = { DATA_DIR: data, ...(values.corpus !== undefined && { CORPUS_DIR: values.corpus }) }

const ms = (value: number) => `${value.toFixed(1)} ms`
console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, corpus ${values.corpus === undefined ? 'seeds' : 'given'}`,
)
await measureFirstAnswer(settings, '成都') // fills the data folder
const starts: number[] = []
for (let run = 0; run < STARTS; run++) starts.push((await measureFirstAnswer(settings, '成都')).tookMs)
console.log(
  `start to first answer   median ${ms(median(starts))}, max ${ms(Math.max(...starts))} (${STARTS} starts)`,
)

const bot = await startBot(settings)
try {
  for (const atOnce of READERS) {
    const took = await measureReplies(bot.url, atOnce, QUERIES)
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => ms(percentile(took, share)))
    console.log(
      `${`${atOnce}`.padStart(3)} readers at once     p50 ${p50}, p95 ${p95}, p99 ${p99} (${took.length} replies)`,
    )
  }
} finally {
  await bot.stop()
  rmSync(data, { recursive: true, force: true })
}
