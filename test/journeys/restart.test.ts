import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLogger, systemClock } from '../../src/ops/index.ts'
import { openPlayground, type Playground } from '../../src/playground/index.ts'
import { type BotProcess, putReadPages, startBot } from '../support/bot-process.ts'
import { newReader, type Reader } from '../support/reader.ts'
import { openUser } from '../support/user.ts'

let telegram: Playground
let data: string
let bot: BotProcess
let reader: Reader

const start = () =>
  startBot({ BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot, DATA_DIR: data })

beforeEach(async () => {
  telegram = await openPlayground({
    port: 0,
    clock: systemClock,
    log: createLogger('error', { write: () => {} }),
  })
  data = mkdtempSync(join(tmpdir(), 'paperboy-restart-'))
  putReadPages(data)
  bot = await start()
  reader = await newReader(telegram.url)
})
afterEach(async () => {
  await bot.stop()
  await telegram.close()
  rmSync(data, { recursive: true })
})

/** The process dies as it does when the power goes, and another one takes its place. */
async function restart() {
  await bot.stop('SIGKILL')
  bot = await start()
}

test('a list, an article opened from it, and the way back outlive the process', async () => {
  await reader.say('成都')
  await restart()
  const second = await reader.tap('›')
  await restart()
  await reader.tap('2')
  await restart()
  expect((await reader.tap(/返回/)).text).toBe(second.text)
})

test('what a chat has chosen, and what a reader has saved, outlive the process', async () => {
  await reader.say('/language')
  await reader.tap('English')
  await reader.say('残疾人 意外险')
  await reader.tap('1')
  await reader.tap('☆ Save')
  await restart()
  expect((await reader.say('/saved')).text).toMatch(/^Saved \(1\)/)
})

test('a link to an article and a link to a list outlive the process', async () => {
  await reader.say('残疾人 意外险')
  const article = await reader.tap('1')
  const id = /"callback_data":"s\.([a-z2-7]{10})\.([a-z2-7]{8})/.exec(JSON.stringify(article.message))
  await restart()
  expect((await reader.say(`/start a_${id?.[1]}`)).text).toContain('此次保险由市残联')
  expect((await reader.say(`/start q_${id?.[2]}`)).text).toContain('意外伤害保险')
})

test('a playground that is started again over the same data is answered, and who has an alert is told', async () => {
  const [data, corpus] = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'paperboy-again-'))) as [string, string]
  const write = (name: string, headline: string) =>
    writeFileSync(
      join(corpus, `${name}.jsonl`),
      JSON.stringify({ headline, body: `${headline}，残疾人朋友可以免费乘坐。`, date: '2024-06-08' }),
    )
  write('first', '公交线路开通')
  let told = 0
  for (const start of ['first', 'second']) {
    const again = await startBot({ DATA_DIR: data, CORPUS_DIR: corpus })
    if (told > 0) {
      const user = await openUser({ url: again.url, userId: told })
      write('second', '地铁新线开通')
      expect((await user.shown()).message.text).toContain('地铁新线开通')
      user.close()
    }
    const someone = await newReader(again.url)
    expect((await someone.say('残疾人')).text, `at the ${start} start`).toMatch(/^[12] 篇 · 残疾人/)
    await someone.say('/alert 地铁')
    told = someone.user.userId
    await again.stop()
  }
  for (const folder of [data, corpus]) rmSync(folder, { recursive: true })
})
