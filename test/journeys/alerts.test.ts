import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLogger, systemClock } from '../../src/ops/index.ts'
import { openPlayground, type Playground } from '../../src/playground/index.ts'
import { type BotProcess, startBot } from '../support/bot-process.ts'
import { newReader, type Reader, seen } from '../support/reader.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const SEEDS = join(import.meta.dirname, '..', '..', 'seeds')
const pages = readdirSync(SEEDS).filter((file) => file.endsWith('.txt'))
/** The page that is to come while the bot runs. */
const late = pages.find((file) => readFileSync(join(SEEDS, file), 'utf8').includes('意外伤害保险')) ?? ''

let telegram: Playground
let corpus: string
let data: string
let bot: BotProcess
let reader: Reader

const start = () =>
  startBot({
    BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    CORPUS_DIR: corpus,
    DATA_DIR: data,
  })
const shown = async () => seen((await reader.user.shown()).message)
const arrive = (to = late) => cpSync(join(SEEDS, late), join(corpus, to))

/** Plans calls that hang. @returns how many are still to come */
const plan = async (rule: object) =>
  (await reader.user.act<{ readonly left: number }>('add-fault', { fault: { kind: 'hang' }, ...rule })).left

beforeEach(async () => {
  telegram = await openPlayground({
    port: 0,
    clock: systemClock,
    log: createLogger('error', { write: () => {} }),
  })
  corpus = temporaryFolder()
  data = temporaryFolder()
  for (const file of pages) if (file !== late) cpSync(join(SEEDS, file), join(corpus, file))
  bot = await start()
  // An intake pass may take a while on a busy machine.
  reader = await newReader(telegram.url, 'zh-hans', 30_000)
})
afterEach(async () => {
  await bot.stop()
  await telegram.close()
})

test('a page that comes is told of once for all alerts, opens in the reader, and leads back', async () => {
  await reader.say('/alert 残疾人 意外伤害保险')
  await reader.say('/alert 意外伤害保险 -残疾人')
  await reader.say('/alert 残疾人')
  arrive()
  const notice = await shown()
  expect(notice.text).toMatch(/^🔔 \d 篇新报道\n/)
  expect(notice.bold).toContain('残疾人')
  expect(notice.bold).toContain('意外伤害保险')
  const article = await reader.tap('1', notice)
  expect(article.text).toContain('残疾人')
  expect((await reader.tap(/返回/, article)).text).toBe(notice.text)

  // Neither a file that moves, nor one that is written again, nor a copy is news.
  mkdirSync(join(corpus, 'moved'))
  renameSync(join(corpus, late), join(corpus, 'moved', late))
  writeFileSync(join(corpus, 'copy.txt'), readFileSync(join(SEEDS, late)))
  await reader.say('/alert 新区')
  writeFileSync(
    join(corpus, 'more.jsonl'),
    JSON.stringify({ headline: '新区开张', body: '残疾人也来祝贺。新区今日开张。', date: '2030-01-01' }),
  )
  const next = await shown()
  expect(next.text).toContain('🔔 1 篇新报道')
  expect(next.text).toContain('新区开张')
  expect(next.text).not.toContain('意外伤害保险')
}, 120_000)

test('a bot that is killed in the middle of a notice sends it again, and says that it may be the second', async () => {
  await reader.say('/alert 残疾人')
  await plan({ method: 'sendMessage', chatId: reader.user.chatId })
  arrive()
  // A rule that concerns nothing tells how many faults are still to come.
  while ((await plan({ method: 'close', times: 0 })) > 0) await systemClock.sleep(200)
  await bot.stop('SIGKILL')
  bot = await start()
  const notice = await shown()
  expect(notice.text).toMatch(/^上次没能确认送达，这份可能是重复的。\n🔔 残疾人 · \d 篇新报道/)
  await reader.say('/help') // by then it is noted as sent
  await bot.stop('SIGKILL')
  bot = await start()
  expect((await reader.say('/alerts')).text).toContain('1. 残疾人')
  expect(reader.user.waiting()).toEqual([])
}, 120_000)
