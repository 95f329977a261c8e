import { Markup } from 'telegraf'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createLogger } from '../../src/ops/index.ts'
import { openPlayground, type Playground } from '../../src/playground/index.ts'
import { createTestBot, startPolling } from '../support/test-bot.ts'
import { labelsOf, openUser, type User } from '../support/user.ts'

const log = createLogger('error')
const READER = 10_001
const GROUP = -20_001
let playground: Playground
let reader: User
let stop: () => Promise<void>

beforeEach(async () => {
  playground = await openPlayground({ log, botUsername: 'paperboy_bot' })
  const bot = createTestBot(playground)
  bot.start((ctx) => ctx.reply(`您好 <b>${ctx.payload}</b>`, { parse_mode: 'HTML' }))
  bot.command('menu', (ctx) =>
    ctx.reply('第 1 页', Markup.inlineKeyboard([Markup.button.callback('下一页', 'page:2')])),
  )
  bot.action('page:2', async (ctx) => {
    await ctx.editMessageText('第 2 页', Markup.inlineKeyboard([Markup.button.callback('好', 'ok')]))
    await ctx.answerCbQuery('翻好了')
  })
  bot.on('inline_query', (ctx) =>
    ctx.answerInlineQuery([
      {
        type: 'article',
        id: '1',
        title: ctx.inlineQuery.query,
        input_message_content: { message_text: `《${ctx.inlineQuery.query}》` },
        reply_markup: { inline_keyboard: [[Markup.button.callback('全文', 'full')]] },
      },
    ]),
  )
  bot.action('full', async (ctx) => {
    await ctx.editMessageText('全文在此')
    await ctx.answerCbQuery()
  })
  bot.on('text', async (ctx) => {
    if (!ctx.message.via_bot) await ctx.reply(`收到：${ctx.message.text}`)
  })
  stop = await startPolling(bot)
  reader = await openUser(playground)
})

afterEach(async () => {
  reader.close()
  await stop()
  await playground.close()
})

describe('a telegraf bot on the playground', () => {
  test('answers a deep link with formatted text', async () => {
    await reader.open('https://t.me/paperboy_bot?start=a_abc')
    const { message } = await reader.shown()
    expect(message).toMatchObject({
      text: '您好 a_abc',
      entities: [{ type: 'bold', offset: 3, length: 5 }],
      from: { is_bot: true, username: 'paperboy_bot' },
      chat: { id: READER, type: 'private' },
    })
  })

  test('edits its message in place when a button is pressed, and answers the press', async () => {
    await reader.send('/menu')
    const first = await reader.shown()
    expect(labelsOf(first.message)).toEqual([['下一页']])
    await reader.tap('下一页')
    const second = await reader.shown()
    expect(second).toMatchObject({ kind: 'edit', message: { text: '第 2 页' } })
    expect(second.message.message_id).toBe(first.message.message_id)
    expect(await reader.notice()).toMatchObject({ text: '翻好了', alert: false })
  })

  test('offers cards in inline mode; a chosen one is posted to a group and edited there', async () => {
    const inGroup = await openUser({ ...playground, chatId: GROUP })
    const cards = await inGroup.inline('长江')
    expect(cards?.results).toMatchObject([{ id: '1', title: '长江' }])
    if (!cards) throw new Error('no cards')
    expect(await inGroup.choose(cards, '1')).toMatchObject({
      text: '《长江》',
      from: { id: READER },
      via_bot: { username: 'paperboy_bot' },
    })
    await inGroup.tap('全文')
    expect(await inGroup.shown()).toMatchObject({ kind: 'edit', message: { text: '全文在此' } })
    inGroup.close()
  })

  test('hears in a group what privacy mode lets through, and nothing else', async () => {
    const inGroup = await openUser({ ...playground, chatId: GROUP })
    await inGroup.send('大家早上好')
    await inGroup.send('/menu@other_bot')
    await inGroup.send('问问 @paperboy_bot')
    const { message } = await inGroup.shown()
    expect(message.text).toBe('收到：问问 @paperboy_bot')
    await inGroup.send('再说一遍', { replyTo: message.message_id })
    expect((await inGroup.shown()).message.text).toBe('收到：再说一遍')
    inGroup.close()
  })
})
