import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLogger, systemClock } from '../../src/ops/index.ts'
import { openPlayground, type Playground } from '../../src/playground/index.ts'
import { type BotProcess, startBot } from '../support/bot-process.ts'
import { writePdf } from '../support/printed-pdf.ts'
import { newReader, type Reader, resident } from '../support/reader.ts'
import { watchCalls } from '../support/watch-calls.ts'

const GROUP = -20_001
const column = (text: string, x: number, y: number) =>
  (text.match(/.{1,14}/g) ?? []).map((line, n) => ({ text: line, x, y: y + n * 16, size: 11 }))
/** Two articles side by side. */
const A_PAGE = {
  width: 440,
  height: 300,
  texts: [
    { text: '全省早稻开镰', x: 40, y: 60, size: 24, font: 'hei' as const },
    ...column('湖边的稻田里机器轰鸣，村民在晾晒稻谷。'.repeat(5), 40, 100),
    { text: '夜市灯火通明', x: 240, y: 60, size: 24, font: 'hei' as const },
    ...column('成都江边的夜市开到深夜，游客在品尝小吃。'.repeat(5), 240, 100),
  ],
  rules: [[220, 40, 0.6, 220] as const],
}
let corpus: string
let telegram: Playground
let bot: BotProcess
let watch: Awaited<ReturnType<typeof watchCalls>>

beforeAll(async () => {
  const log = createLogger('error', { write: () => {} })
  telegram = await openPlayground({ port: 0, clock: systemClock, log })
  corpus = mkdtempSync(join(tmpdir(), 'paperboy-pictures-'))
  cpSync(join(import.meta.dirname, '..', '..', 'seeds'), corpus, { recursive: true })
  writeFileSync(join(corpus, '2023-03-19.pdf'), writePdf([A_PAGE]))
  bot = await startBot({
    BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    CORPUS_DIR: corpus,
  })
  watch = await watchCalls(telegram.url)
})
afterAll(async () => {
  watch.close()
  await bot.stop()
  await telegram.close()
  rmSync(corpus, { recursive: true })
})

/** The first printed page takes seconds where every core is busy. */
const aReader = () => newReader(telegram.url, 'zh-hans', 20_000)

const callsOf = (method: string, reader: Reader) =>
  watch.calls.filter((it) => it.method === method && it.params['chat_id'] === reader.user.chatId)

/** Opens the first article that a query finds, with all of its buttons. */
async function openFirst(reader: Reader, query: string) {
  await reader.say(query)
  await reader.tap('1')
  return reader.tap('更多 ▾')
}

test('a card is sent as a photo with its source, and redrawn in its place', async () => {
  const reader = await aReader()
  await openFirst(reader, '残疾人 意外险')
  const card = await reader.tap('图片')
  const photo = card.message.photo?.at(-1)
  expect(photo).toMatchObject({ width: 1080 })
  expect(card.message.caption).toMatch(/^最高理赔40万元[^]*\n成都日报/)
  expect(card.labels).toEqual(['深色', '方图', '简/繁', '打开报道'])
  const dark = await reader.tap('深色')
  expect(dark.message.message_id).toBe(card.message.message_id)
  expect(dark.message.photo?.at(-1)?.file_id).not.toBe(photo?.file_id)
  const square = await reader.tap('方图')
  expect(square.message.photo?.at(-1)).toMatchObject({ width: 1080, height: 1080 })
  expect(square.labels).toEqual(['浅色', '长图', '简/繁', '打开报道'])
  expect((await reader.tap('打开报道')).labels).toContain('要点')
  expect(bot.said()).not.toMatch(/"level":[456]0/)
})

test('the newest issue comes with its front page, and a picture that cannot be sent holds nothing up', async () => {
  const reader = await aReader()
  expect((await reader.say('/latest')).text).toContain('标题')
  const front = (await reader.user.shown()).message
  expect(front.photo?.at(-1)).toMatchObject({ width: 1080 })
  expect(front.caption).toBe('2023年3月20日 周一\n成都日报')
  await reader.user.act('add-fault', {
    fault: { kind: 'error', errorCode: 400, description: 'Bad Request: not enough rights to send photos' },
    method: 'sendPhoto',
    times: 2,
  })
  expect((await reader.say('/latest')).text).toContain('标题')
})

test('a picture that was sent before is sent again by its file_id', async () => {
  const [first, second] = [await aReader(), await aReader()]
  await openFirst(first, '博物馆')
  const one = await first.tap('图片')
  await openFirst(second, '博物馆')
  const other = await second.tap('图片')
  expect(other.message.photo).toEqual(one.message.photo)
  expect(callsOf('sendPhoto', second).map(({ params }) => params['photo'])).toEqual([
    one.message.photo?.at(-1)?.file_id,
  ])
})

test('an article of a PDF comes as it was printed, and its page in the same place', async () => {
  const reader = await aReader()
  await openFirst(reader, '早稻')
  const clipping = await reader.tap('剪报')
  const [small] = clipping.message.photo?.slice(-1) ?? []
  expect(small?.width).toBeLessThan((220 * 200) / 72)
  expect(clipping.text).toContain('全省早稻开镰')
  const page = await reader.tap('整版')
  expect(page.message.message_id).toBe(clipping.message.message_id)
  expect(page.message.photo?.at(-1)).toMatchObject({ width: Math.ceil((440 * 130) / 72) })
  expect(page.labels).toEqual(['剪报', '只亮这篇', '打开报道'])
})

test('a trend comes as a chart with its caption, and its buttons open what was counted', async () => {
  const reader = await aReader()
  const trend = await reader.say('/trend 成都')
  expect(trend.message.photo?.at(-1)).toMatchObject({ width: 1080 })
  expect(trend.text).toContain('成都')
  const articles = await reader.tap('2023年3月20日 · 2')
  expect(articles.text).toContain('2 篇')
  expect((await reader.say('/trend 没有人说过的话')).message.photo).toBeUndefined()
})

test('picked sentences are what a card shows', async () => {
  const reader = await aReader()
  await openFirst(reader, '博物馆')
  await reader.tap('引用')
  const picked = await reader.tap('2')
  expect(picked.labels).toContain('图片')
  const card = await reader.tap('图片', picked)
  expect(card.message.photo).toBeDefined()
})

test('where photos may not be sent the text comes, and the bot goes on there', async () => {
  const founder = await resident(telegram.url, 10_001, GROUP)
  await founder.say('/search 博物馆')
  await founder.tap('1')
  await founder.tap('更多 ▾')
  await founder.user.act('add-fault', {
    fault: {
      kind: 'error',
      errorCode: 400,
      description: 'Bad Request: not enough rights to send photos to the chat',
    },
    method: 'sendPhoto',
    times: 5,
    chatId: GROUP,
  })
  const told = await founder.tap('图片')
  expect(told.message.photo).toBeUndefined()
  expect(told.text).toContain('成都日报')
  expect(told.labels).toEqual(['打开报道'])
  expect((await founder.say('/help')).text).toContain('怎么用')
})
