import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { COMMANDS } from '../../src/chat/index.ts'
import { type BotProcess, startBot } from '../support/bot-process.ts'
import { newReader, type Reader } from '../support/reader.ts'

describe.each(['polling', 'webhook'] as const)('by %s', (mode) => {
  let bot: BotProcess
  let reader: Reader

  beforeAll(async () => {
    bot = await startBot({}, mode)
  })
  afterAll(async () => {
    await bot.stop()
  })
  beforeEach(async () => {
    reader = await newReader(bot.url)
  })

  test('/start tells what there is to read, and each of its examples finds something', async () => {
    const welcome = await reader.say('/start')
    expect(welcome.text).toMatch(/5 个版面、\d+ 篇报道/)
    expect(welcome.labels).toHaveLength(3)
    for (const label of welcome.labels) {
      const found = await reader.tap(label, welcome)
      expect(found.message.message_id).not.toBe(welcome.message.message_id)
      expect(found.text).toMatch(/^\d+ 篇/)
    }
  })

  test('/help names every command of the menu and the ways to search', async () => {
    const { text } = await reader.say('/help')
    for (const name of COMMANDS) expect(text).toContain(`/${name}　`)
    expect(text).toContain('记者:')
  })

  describe('a search', () => {
    test('a number opens an article, and back leads back to the very page', async () => {
      const list = await reader.say('残疾人 意外险')
      expect(list.text).toContain('成都为全市残疾人购买意外伤害保险')
      expect(list.bold).toContain('残疾人')

      const article = await reader.tap('1')
      expect(article.message.message_id).toBe(list.message.message_id)
      expect(article.text).toContain('此次保险由市残联、市退役军人事务局统一投保购买')

      const summary = await reader.tap('要点')
      expect(summary.text).toContain('要点')
      expect((await reader.tap('全文')).text).toBe(article.text)
      expect((await reader.tap(/返回/)).text).toBe(list.text)
    })

    test('back leads to the page of the list that one came from', async () => {
      await reader.say('成都')
      const second = await reader.tap('›')
      await reader.tap('2')
      expect((await reader.tap(/返回/)).text).toBe(second.text)
    })

    test('a long article is paged in its message', async () => {
      await reader.say('/search 李德仁')
      const first = await reader.tap('1')
      expect(first.labels).toEqual(expect.arrayContaining(['·', expect.stringMatching(/^1\/\d+$/), '›']))
      const second = await reader.tap('›')
      expect(second.text).not.toBe(first.text)
      expect((await reader.tap('‹')).text).toBe(first.text)
    })

    test('a list can be put in order, and narrowed to a month and widened again', async () => {
      const found = await reader.say('成都')
      const newest = await reader.tap('最新')
      expect(newest.labels).toContain('● 最新')
      expect(newest.text).not.toBe(found.text)
      const filters = await reader.tap('筛选')
      const month = filters.labels.find((label) => /^\d{4}年\d+月 \(\d+\)$/.test(label)) ?? ''
      const narrowed = await reader.tap(month)
      expect(narrowed.text).toMatch(new RegExp(`^${/\((\d+)\)/.exec(month)?.[1]} 篇`))
      await reader.tap('● 筛选')
      expect((await reader.tap('不筛选')).text).toBe(newest.text)
    })

    test('older lists go on working beside newer ones', async () => {
      const first = await reader.say('成都')
      const other = await reader.say('四川')
      const turned = await reader.tap('›', first)
      expect(turned.message.message_id).toBe(first.message.message_id)
      expect((await reader.tap('1', other)).message.message_id).toBe(other.message.message_id)
    })

    test('an example of what was understood stands above the hits', async () => {
      expect((await reader.say('成都 -重庆')).text).toMatch(/^\d+ 篇 · .*不含 重庆/)
    })
  })

  describe('an article', () => {
    test('leads to its neighbours, to related ones and to its printed lines', async () => {
      await reader.say('残疾人 意外险')
      const article = await reader.tap('1')
      const folded = article.labels
      await reader.tap('更多 ▾')
      const lines = await reader.tap('原版面')
      expect(lines.text).toContain('000_be07e012048a9a29.txt')
      expect(lines.text).toContain('最高理赔\n40万元。')
      await reader.tap('全文')
      const next = await reader.tap(/下一篇/)
      expect(next.text).not.toBe(article.text)
      expect((await reader.tap(/上一篇/)).text).toBe(article.text)
      const unfolded = await reader.tap('更多 ▾')
      expect(unfolded.text).toBe(article.text)
      expect((await reader.tap('收起 ▴')).labels).toEqual(folded)
      await reader.tap('更多 ▾')
      expect((await reader.tap('相关')).text).toContain('相关报道')
    })

    test('is saved and found again, and forgotten again', async () => {
      expect((await reader.say('/saved')).text).toContain('还没有收藏')
      await reader.say('残疾人 意外险')
      await reader.tap('1')
      expect((await reader.tap('☆ 收藏')).labels).toContain('★ 已收藏')
      expect((await reader.say('/saved')).text).toContain('成都为全市残疾人购买意外伤害保险')
      await reader.tap('1')
      await reader.tap('★ 已收藏')
      expect((await reader.say('/saved')).text).toContain('还没有收藏')
    })

    test('is opened by its id in a command or a word, and its key points too', async () => {
      await reader.say('残疾人 意外险')
      const article = await reader.tap('1')
      const id = /"callback_data":"s\.([a-z2-7]{10})/.exec(JSON.stringify(article.message))?.[1] ?? ''
      const opened = await reader.say(`/article ${id}`)
      expect((await reader.say(`/a_${id}`)).text).toBe(opened.text)
      expect((await reader.say(`/summary ${id}`)).text).toContain('要点')
    })
  })

  describe('headlines', () => {
    test('the newest issue comes first, in pages; back leads back', async () => {
      const first = await reader.say('/headlines')
      const days = [...first.text.matchAll(/(\d{4})年(\d+)月(\d+)日/g)].map(
        ([, year, month, day]) => Number(year) * 372 + Number(month) * 31 + Number(day),
      )
      expect(days).toEqual(days.toSorted((a, b) => b - a))
      const second = await reader.tap('›')
      await reader.tap('2')
      expect((await reader.tap(/返回/)).text).toBe(second.text)
    })

    test('an issue is picked by its date, with buttons or words', async () => {
      await reader.say('/headlines')
      await reader.tap('选日期')
      const issue = await reader.tap(/2023年3月20日/)
      expect(issue.text).toContain('2023年3月20日')
      expect((await reader.say('/headlines 2023-03-20')).text).toBe(issue.text)
      expect((await reader.say('/headlines 要闻')).text).toContain('要闻')
      expect((await reader.say('/headlines')).text).toContain('标题')
      expect((await reader.say('/headlines 1900-01-01')).text).toContain('没有找到')
    })
  })

  test('the interface speaks three languages, and a chat chooses its own', async () => {
    const english = await newReader(bot.url, 'en')
    expect((await english.say('/help')).text).toContain('How to use')
    const traditional = await newReader(bot.url, 'zh-hant')
    expect((await traditional.say('/help')).text).toContain('怎麼用')
    await english.say('/language')
    expect((await english.tap('繁體中文')).labels).toContain('● 繁體中文')
    expect((await english.say('/help')).text).toContain('怎麼用')
  })

  test('who asks faster than anybody reads is told once; the others are served', async () => {
    await reader.say('/language')
    for (let i = 0; i < 30; i++) await reader.user.tap('● 简体中文')
    const other = await newReader(bot.url)
    expect((await other.say('/help')).text).toContain('怎么用')
    const toasts: string[] = []
    while (toasts.length < 30) toasts.push((await reader.user.notice()).text)
    expect(toasts.filter((text) => text.includes('请慢一点'))).toHaveLength(1)
  })

  describe('bad input gets a sentence', () => {
    test.each([
      ['an unknown command', '/sing', '没有 /sing 这个命令'],
      ['a search for nothing', '/search', '想找什么'],
      ['a search for marks', '？！。', '没有'],
      ['markup', '<b>&"', '没有'],
      ['words that do not occur', '烷烃裂解炉', '没有找到'],
      ['4,000 characters', '中'.repeat(4000), '中'],
      ['an id that does not exist', '/article aaaaaaaaaa', '没有这篇报道'],
      ['an id of the wrong form', '/summary <i>1', '没有这篇报道'],
      ['no id', '/article', '要打开哪一篇'],
      ['an emoji', '🐼', '发一个词就行'],
      ['a link that leads nowhere', '/start q_abcdefgh', '链接已经失效'],
      ['a link to an article that is not there', '/start a_abcdefghij', '没有这篇报道'],
      ['marks that turn the direction', '\u202e都成\u200f', ''],
    ])('%s', async (_what, sent, answer) => {
      expect((await reader.say(sent)).text).toContain(answer)
    })
  })

  test('nothing went wrong behind the scenes', () => {
    expect(bot.said()).not.toMatch(/"level":[456]0/)
  })
})
