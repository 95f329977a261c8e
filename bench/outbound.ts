// `npm run bench:outbound [-- DIGESTS]`: the real bot sends that many digests (1,000 unless told) over HTTP, and readers
// ask it something meanwhile.
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { joinPieces } from '../src/intake/index.ts'
import { createLogger, systemClock } from '../src/ops/index.ts'
import { openPlayground } from '../src/playground/index.ts'
import { openStore } from '../src/store/index.ts'
import { aSubscription } from '../test/support/a-subscription.ts'
import { startBot } from '../test/support/bot-process.ts'
import { newReader } from '../test/support/reader.ts'
import { openUser } from '../test/support/user.ts'
import { eventually, watchCalls } from '../test/support/watch-calls.ts'
import { percentile } from './statistics.ts'

const digests = Number(process.argv[2] ?? 1000)
const READERS = 5
const FIRST_CHAT = 100_000

const log = createLogger('error', { write: () => {} })
const telegram = await openPlayground({ port: 0, clock: systemClock, log })
const data = mkdtempSync(join(tmpdir(), 'paperboy-bench-'))
const settings = { BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot, DATA_DIR: data }
const lobby = await openUser({ url: telegram.url })
const store = await openStore({ folder: data, join: joinPieces, now: () => Date.now() })
const topics = [[], ['成都'], ['科技 OR 经济'], ['栏目:要闻']]
for (let n = 0; n < digests; n++) {
  await lobby.act('add-user', { id: FIRST_CHAT + n, name: `读者${n}`, started: true })
  await store.subscriptions.save(
    aSubscription({
      chatId: FIRST_CHAT + n,
      time: '00:00',
      timeZone: 'UTC',
      topics: topics[n % topics.length] ?? [],
    }),
  )
}
await store.close()

const watch = await watchCalls(telegram.url)
const isDigest = (chatId: unknown) => Number(chatId) >= FIRST_CHAT
const sent = () =>
  watch.calls.filter(({ method, params }) => method === 'sendMessage' && isDigest(params['chat_id']))
const bot = await startBot(settings)
const took: number[] = []
const over = new AbortController()
const ask = async () => {
  const reader = await newReader(telegram.url)
  while (!over.signal.aborted) {
    await sleep(1000 + Math.random() * 200)
    const began = performance.now()
    await reader.say('成都')
    took.push(performance.now() - began)
  }
  reader.user.close()
}
const asking = Array.from({ length: READERS }, ask)
await eventually(() => sent().length >= digests, 60_000 + digests * 200)
over.abort()
await Promise.all(asking)
const [first, last] = [sent()[0]?.at ?? 0, sent().at(-1)?.at ?? 0]
const [p50, p95] = [0.5, 0.95].map((share) => `${percentile(took, share).toFixed(0)} ms`)
console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}: ${digests} digests in ${((last - first) / 1000).toFixed(1)} s, ` +
    `${((digests - 1) / ((last - first) / 1000)).toFixed(1)} a second; ${took.length} replies meanwhile, p50 ${p50}, p95 ${p95}`,
)
watch.close()
lobby.close()
await bot.stop()
await telegram.close()
rmSync(data, { recursive: true })
