import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BotProcess, startBot } from '../support/bot-process.ts'
import { newReader, resident } from '../support/reader.ts'

const SEEDS = join(import.meta.dirname, '..', '..', 'seeds')
/** A story that goes on on the second page. */
const PAGES = join(import.meta.dirname, '..', 'fixtures', 'pages')
/** What an agency sent, as three papers print it, and another story on the same matter. */
const BODY = '紫金山天文台昨晚宣布，观测人员在狮子座方向新发现一颗近地小行星，直径约三百米，对地球没有威胁。'
const AGENCY = [
  {
    headline: '紫金山天文台发现近地小行星',
    body: `${BODY}台长表示，命名工作将于下月开始。`,
    date: '2024-06-08',
    paper: '晨报',
  },
  { headline: '新发现一颗近地小行星', body: BODY, date: '2024-06-08', paper: '晚报' },
  { headline: '近地小行星现身狮子座', body: `本报综合消息　${BODY}`, date: '2024-06-09', paper: '商报' },
  {
    headline: '怎样看小行星',
    body: '近地小行星肉眼看不见。爱好者用六英寸望远镜，在无月之夜可以试着寻找。',
    date: '2024-06-10',
    paper: '晚报',
  },
]

let bot: BotProcess
let corpus: string
beforeAll(async () => {
  corpus = mkdtempSync(join(tmpdir(), 'paperboy-'))
  for (const file of readdirSync(SEEDS)) cpSync(join(SEEDS, file), join(corpus, file))
  for (const file of ['national-01.txt', 'national-02.txt']) cpSync(join(PAGES, file), join(corpus, file))
  writeFileSync(join(corpus, 'agency.jsonl'), AGENCY.map((it) => JSON.stringify(it)).join('\n'))
  bot = await startBot({ ADMIN_IDS: '10001', CORPUS_DIR: corpus })
})
afterAll(async () => {
  await bot.stop()
  rmSync(corpus, { recursive: true, force: true })
})

test('the page number of a list leads to its pages, and from there to any of them, or back', async () => {
  const reader = await newReader(bot.url)
  const first = await reader.say('/search 成都')
  const [, pages = ''] = /1\/(\d+)/.exec(first.labels.join(' ')) ?? []
  expect(Number(pages)).toBeGreaterThan(3)
  const picker = await reader.tap(`1/${pages}`)
  expect(picker.text).toBe('翻到第几页？')
  expect(picker.labels.slice(0, 3)).toEqual(['1', '2', '3'])
  expect((await reader.tap('3', picker)).labels).toContain(`3/${pages}`)
  const again = await reader.tap(`3/${pages}`)
  expect((await reader.tap('‹ 返回', again)).labels).toContain(`3/${pages}`)
})

test('a story that several papers tell in the same words is found once, and the others are named and opened', async () => {
  const reader = await newReader(bot.url)
  const hits = await reader.say('/search 近地小行星')
  expect(hits.text).toMatch(/^4 篇/)
  expect(hits.text.match(/^\d\. /gm)).toHaveLength(2)
  expect(hits.text).toMatch(/另见 2 篇：.+报 · 2024年6月\d日；.+报 · 2024年6月\d日/)
  expect(hits.text).toContain('怎样看小行星')
  const label = hits.labels.find((it) => it.endsWith('另见')) ?? ''
  const others = await reader.tap(label, hits)
  expect(AGENCY.slice(0, 3).filter(({ headline }) => others.text.includes(headline))).toHaveLength(2)
  expect((await reader.tap('‹ 返回', others)).text).toBe(hits.text)
})

test.each(['6月9日', '2024-06-09', 'June 9', '日期:6月9日'])(
  'a day is understood in a search as people write it: %s',
  async (day) => {
    const reader = await newReader(bot.url)
    const hits = await reader.say(`/search 近地小行星 ${day}`)
    expect(hits.text).toMatch(/^1\. 近地小行星现身狮子座/m)
  },
)

test('a story that goes on on another page is opened as one', async () => {
  const reader = await newReader(bot.url)
  await reader.say('/search 高原铁路 建成通车')
  const article = await reader.tap('1')
  expect(article.text).toMatch(/攻克了一个又一个难题。[^]*通车当天，沿线车站挤满了欢庆的群众/)
  expect(article.text).not.toMatch(/下转|上接/)
})

test('an alert tells of the word that was meant, and not of the same characters across two words', async () => {
  const reader = await newReader(bot.url, 'zh-hans', 30_000)
  await reader.say('/alert 长江')
  const news = [
    { headline: '副市长江海出席会议', body: '会议昨日召开，副市长江海在会上讲话。', date: '2024-06-11' },
    { headline: '长江汛期提前', body: '长江水利委员会昨日发布汛情通报。', date: '2024-06-11' },
  ]
  writeFileSync(join(corpus, 'news.jsonl'), news.map((it) => JSON.stringify(it)).join('\n'))
  const notice = (await reader.user.shown()).message.text ?? ''
  expect(notice).toContain('长江汛期提前')
  expect(notice).not.toContain('江海')
})

test('a saved search is run by a button of its card, also from /alerts', async () => {
  const reader = await newReader(bot.url)
  const card = await reader.say('/alert 残疾人')
  const hits = await reader.tap('🔍 现在搜', card)
  expect(hits.text).toContain('残疾人')
  expect(hits.labels).toContain('● 最新')
  expect(hits.message.message_id).not.toBe(card.message.message_id)
  const alerts = await reader.say('/alerts')
  expect((await reader.tap('1', alerts)).labels).toContain('🔍 现在搜')
})

test('operators are told how the bot is; to others, and in groups, there is no such command', async () => {
  const operator = await resident(bot.url, 10_001)
  expect((await operator.say('/status')).text).toMatch(
    /^运行状态\n报道：\d+ 篇，\d+ 个版面，索引里有 \d+ 篇\n待发：\d+ 条/,
  )
  const reader = await newReader(bot.url)
  expect((await reader.say('/status')).text).toContain('没有 /status 这个命令')
  const group = await operator.in(-20_001)
  expect((await group.say('/status')).text).toContain('没有 /status 这个命令')
})

test('what is said between searches is answered: another article, the paper of a day, the size of the text', async () => {
  const reader = await newReader(bot.url)
  expect((await reader.say('再来一篇吧')).labels).toContain('☆ 收藏')
  expect((await reader.say('看6月9日的报纸')).text).toMatch(/6月9日[^]*近地小行星现身狮子座/)
  expect((await reader.say('选一期')).text).toBe('选一期')
  expect((await reader.say('字太小了')).text).toContain('Telegram')
  const english = await newReader(bot.url, 'en')
  expect((await english.say('What happened on June 9?')).text).toContain('近地小行星现身狮子座')
})

test('weekdays and topics are understood as people write them', async () => {
  const reader = await newReader(bot.url)
  expect((await reader.say('/subscribe 每周一 8点 主题 足球')).text).toMatch(/周一 08:00[\s\S]*足球/)
  const english = await newReader(bot.url, 'en')
  expect((await english.say('/subscribe every monday 8am')).text).toMatch(/Mon\w* .*08:00|08:00.*Mon/)
})

test('how long answers stay in a group is told there, with minutes that make sense; it is for groups', async () => {
  const guest = await newReader(bot.url)
  const { id } = await guest.user.act<{ id: number }>('add-group', {
    title: '整洁',
    members: [guest.user.userId],
  })
  const group = await guest.in(id)
  await group.user.act('open', { link: `https://t.me/${await botName()}?startgroup=a` })
  await group.user.shown()
  expect((await group.say('/tidy')).text).toContain('一直留着')
  expect((await group.say('/tidy 0.5')).text).toContain('1 到 1440')
  expect((await guest.say('/tidy 10')).text).toContain('只用于群')
})

const botName = async () =>
  (await (await resident(bot.url, 10_001)).say('/headlines')).message.from.username ?? ''
