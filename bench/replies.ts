// `npm run bench:replies`: how long a reader waits. A bot in a process of its own on the playground, over the wire.
import { cpus } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { startBot } from '../test/support/bot-process.ts'
import { newReader } from '../test/support/reader.ts'
import { openUser } from '../test/support/user.ts'

const ROUNDS = 300
const STARTS = 5
/** Below what the bot allows itself (docs/delivery.md): a chat is sent five messages at once, all chats 30 a second. */
const QUESTIONS_A_READER = 4
const PAUSE_MS = 40
const QUERIES = ['残疾人 意外险', '中欧班列', '李德仁', '数字经济 目标', '成都', '科技创新', '大运会 博物馆']

/** The value below which `share` of the values lie. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

async function measureStart(): Promise<number> {
  const began = performance.now()
  const bot = await startBot()
  const user = await openUser({ url: bot.url })
  await user.send('大运会')
  await user.shown()
  const took = performance.now() - began
  user.close()
  await bot.stop()
  return took
}

async function measureReplies(): Promise<readonly number[]> {
  const bot = await startBot()
  const took: number[] = []
  let reader = await newReader(bot.url)
  for (let round = -20; round < ROUNDS; round++) {
    if (round % QUESTIONS_A_READER === 0) {
      reader.user.close()
      reader = await newReader(bot.url)
    }
    await sleep(PAUSE_MS)
    const began = performance.now()
    await reader.say(QUERIES.at(round % QUERIES.length) ?? '成都')
    if (round >= 0) took.push(performance.now() - began) // the first rounds warm up
  }
  reader.user.close()
  await bot.stop()
  return took
}

const starts: number[] = []
for (let run = 0; run < STARTS; run++) starts.push(await measureStart())
const replies = await measureReplies()
const ms = (value: number) => `${value.toFixed(1)} ms`
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, the seed pages`)
console.log(
  `start to first answer   median ${ms(quantile(starts, 0.5))}, max ${ms(Math.max(...starts))} (${STARTS} starts)`,
)
console.log(
  `a search over the wire  p50 ${ms(quantile(replies, 0.5))}, p95 ${ms(quantile(replies, 0.95))}, p99 ${ms(quantile(replies, 0.99))} (${ROUNDS} replies)`,
)
