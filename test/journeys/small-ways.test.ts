import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BotProcess, startBot } from '../support/bot-process.ts'
import { newReader, resident } from '../support/reader.ts'

let bot: BotProcess
beforeAll(async () => {
  bot = await startBot({ ADMIN_IDS: '10001' })
})
afterAll(async () => {
  await bot.stop()
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
