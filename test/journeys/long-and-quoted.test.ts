import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BotProcess, startBot } from '../support/bot-process.ts'
import { newReader } from '../support/reader.ts'

/** What people said, in the script and between the quotation marks of five languages. */
const QUOTES = [
  ['Chinese', '“街角的报童还在叫卖”'],
  ['Japanese', '「新聞を読む人は幸いなり」'],
  ['German', '„Die Zeitung von gestern“'],
  ['French', '«Le journal du matin»'],
  ['English', '"all the news that fits"'],
] as const

const sentences = Array.from({ length: 1500 }, (_, n) => `第${n + 1}天，报童沿街走了很远的路。`)
const long = sentences.join('').slice(0, 20_000)

/** Fifteen words that stand close together in six articles. */
const WORDS = '清晨 街角 叫卖 号外 水位 大桥 渡轮 码头 汽笛 货物 早点 豆浆 油条 公园 鸟鸣'.split(' ')
/** Six orders of the words, each its own story: every second one, every fourth one … Alike they would be shown as one. */
const ORDERS = [1, 2, 4, 7, 8, 11].map((step) => WORDS.map((_, n) => WORDS[(n * step) % WORDS.length]))
const crowded = ORDERS.map((words, n) => ({
  headline: `${WORDS.slice(n, n + 5).join('与')}（${n + 1}）`,
  body: Array.from({ length: 4 }, (_day, day) => `第${day + 1}天有${words.join('、')}，天天如此。`).join(
    '\n',
  ),
  date: '2024-05-01',
  paper: '街角日报',
}))

const articles = [
  ...crowded,
  { headline: '报童的两万字长路', body: long, date: '2024-06-08', paper: '街角日报' },
  ...QUOTES.map(([language, quote], n) => ({
    headline: `第${n + 1}位客人留言`,
    body: `一位说 ${language} 的客人写道：${quote}。报童记了下来。`,
    date: '2024-06-07',
    paper: '街角日报',
  })),
  {
    headline: 'A <b>bold</b> & "quoted" headline',
    body: '标题里有 <i>记号</i> & 引号。',
    date: '2024-06-06',
  },
  {
    headline: 'صحيفة الصباح',
    body: 'بائع الصحف ينادي في الشارع. עיתון הבוקר 𠮷野家 👨‍👩‍👧 在一起。',
    date: '2024-06-05',
  },
]

describe.each(['polling', 'webhook'] as const)('by %s', (mode) => {
  let bot: BotProcess
  const corpus = mkdtempSync(join(tmpdir(), 'paperboy-corpus-'))

  beforeAll(async () => {
    writeFileSync(join(corpus, 'articles.jsonl'), articles.map((it) => JSON.stringify(it)).join('\n'))
    bot = await startBot({ CORPUS_DIR: corpus }, mode)
  })
  afterAll(async () => {
    await bot.stop()
    rmSync(corpus, { recursive: true })
  })

  test('an article of 20,000 characters is read to its end, page by page', async () => {
    const reader = await newReader(bot.url)
    await reader.say('标题:两万字长路')
    let seen = await reader.tap('1')
    const pages = Number(/^1\/(\d+)$/.exec(seen.labels.find((label) => label.startsWith('1/')) ?? '')?.[1])
    const texts = [seen.text]
    for (let page = 2; page <= pages; page++) {
      seen = await reader.tap('›')
      texts.push(seen.text)
    }
    const read = texts.join('').replaceAll(/\s/gu, '')
    for (const sentence of sentences.slice(0, 1100)) expect(read).toContain(sentence)
    expect((await reader.tap('要点')).text).toContain('要点')
  })

  test.each(QUOTES)('a quotation in %s, marks and all, finds who said so', async (language, quote) => {
    const reader = await newReader(bot.url)
    const found = await reader.say(quote)
    expect(found.text).toMatch(/^1 篇/)
    expect(found.text).toContain(`一位说 ${language} 的客人`)
    expect((await reader.tap('1')).text).toContain(quote)
  })

  test.each([
    ['markup', '"<b>bold</b>"', '<b>bold</b> & "quoted"'],
    ['right to left, one script', 'بائع الصحف', 'بائع الصحف'],
    ['right to left, another', 'עיתון', 'עיתון'],
    ['a character beyond the first plane', '𠮷野家', '𠮷野家'],
    ['300 characters', long.slice(0, 300), '报童的两万字长路'],
  ])('a query with %s is found, and shown as it was printed', async (_what, query, shown) => {
    const reader = await newReader(bot.url)
    expect((await reader.say(query)).text).toContain(shown)
  })

  test('a query of fifteen words has no more highlights than Telegram shows', async () => {
    const reader = await newReader(bot.url)
    const found = await reader.say(WORDS.join(' '))
    expect(found.text).toMatch(/^6 篇/)
    const entities = found.message.entities ?? []
    expect(entities).toHaveLength(100)
    expect(entities.filter(({ type }) => type === 'underline')).toHaveLength(5)
    const { calls } = await reader.user.act<{ calls: readonly { warnings: readonly string[] }[] }>('state')
    expect(calls.flatMap(({ warnings }) => warnings)).toEqual([])
    const last = await reader.tap('›')
    expect(last.labels).toContain('2/2')
    expect(last.labels).not.toContain('»')
  })

  test('nothing went wrong behind the scenes', () => {
    expect(bot.said()).not.toMatch(/"level":[456]0/)
  })
})
