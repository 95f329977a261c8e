// `npm run bench:replies [-- --corpus DIR]`: how long readers wait. The bot runs in a process of its own and talks
// through the playground, over the wire; the corpus is the seed pages unless told.
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startBot } from '../test/support/bot-process.ts'
import { newReader, type Reader } from '../test/support/reader.ts'

const STARTS = 5
/** Deeds of each reader, a second or more apart: what a chat may be sent without waiting (docs/delivery.md). */
const DEEDS = 15
const QUERIES = ['残疾人 保险', '中欧班列', '科学技术奖', '数字经济 目标', '成都', '科技创新', '博物馆']

const { values } = parseArgs({ options: { corpus: { type: 'string' } } })
const data = mkdtempSync(join(tmpdir(), 'paperboy-bench-'))
const settings = { DATA_DIR: data, ...(values.corpus !== undefined && { CORPUS_DIR: values.corpus }) }

/** The value below which `share` of the values lie. */
function quantile(valuesMs: readonly number[], share: number): number {
  const sorted = valuesMs.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

async function timed(deed: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await deed()
  return performance.now() - began
}

const measureStart = () =>
  timed(async () => {
    const bot = await startBot(settings)
    const reader = await newReader(bot.url)
    await reader.say('成都')
    reader.user.close()
    await bot.stop('SIGKILL')
  })

/** Searches, opens what is found and goes back, looking at each for a moment. */
async function read(reader: Reader, round: number): Promise<readonly number[]> {
  const took: number[] = []
  const deed = async (act: () => Promise<unknown>) => {
    await sleep(1000 + ((round * 7 + took.length * 3) % 10) * 50)
    took.push(await timed(act))
  }
  while (took.length < DEEDS) {
    await deed(() => reader.say(QUERIES[(round + took.length) % QUERIES.length] ?? '成都'))
    await deed(() => reader.tap('1'))
    await deed(() => reader.tap(/返回/))
  }
  return took
}

async function measureReplies(url: string, atOnce: number): Promise<readonly number[]> {
  const readers = await Promise.all(Array.from({ length: atOnce }, () => newReader(url)))
  const took = await Promise.all(readers.map((reader, n) => read(reader, n)))
  for (const { user } of readers) user.close()
  return took.flat()
}

const ms = (value: number) => `${value.toFixed(1)} ms`
console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, corpus ${values.corpus === undefined ? 'seeds' : 'given'}`,
)
await measureStart() // fills the data folder
const starts: number[] = []
for (let run = 0; run < STARTS; run++) starts.push(await measureStart())
console.log(
  `start to first answer   median ${ms(quantile(starts, 0.5))}, max ${ms(Math.max(...starts))} (${STARTS} starts)`,
)

const bot = await startBot(settings)
// More readers than this at once would run into the pace of all chats together, 30 a second.
for (const atOnce of [1, 20]) {
  const took = await measureReplies(bot.url, atOnce)
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => ms(quantile(took, share)))
  console.log(
    `${`${atOnce}`.padStart(3)} readers at once     p50 ${p50}, p95 ${p95}, p99 ${p99} (${took.length} replies)`,
  )
}
await bot.stop()
rmSync(data, { recursive: true, force: true })
