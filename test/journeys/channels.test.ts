import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApiMessage } from '../../src/playground/index.ts'
import { type BotProcess, startBot } from '../support/bot-process.ts'
import { newReader, type Reader } from '../support/reader.ts'
import { openUser } from '../support/user.ts'

let bot: BotProcess
beforeAll(async () => {
  bot = await startBot()
})
afterAll(async () => {
  await bot.stop()
})

interface Chat {
  readonly id: number
}
const addChannel = (founder: Reader, title: string, username?: string) =>
  founder.user.act<Chat>('add-channel', { title, ...(username !== undefined && { username }) })
const letIn = (founder: Reader, chat: number, silent = false) =>
  founder.user.act('set-bot-status', { chat, status: 'administrator', silent })
const shown = async (reader: Reader): Promise<ApiMessage> => (await reader.user.shown()).message
const buttonsOf = (message: ApiMessage) => message.reply_markup?.inline_keyboard.flat() ?? []

test('a channel is set up by a forwarded post, tested, given another time, stopped and taken away', async () => {
  const founder = await newReader(bot.url)
  const { id } = await addChannel(founder, '成都晨读')
  const inChannel = await openUser({ url: bot.url, userId: founder.user.userId, chatId: id })
  const post = await inChannel.send('大家好')

  await founder.user.act('forward', { chat: id, message: post.message_id })
  expect((await shown(founder)).text).toMatch(/我不在这个频道里[^]*添加管理员[^]*发布消息/)

  await letIn(founder, id)
  expect((await shown(founder)).text).toMatch(/频道接好了[^]*成都晨读[^]*还没有开始发布/)
  await inChannel.send('/help 各位')
  await founder.user.act('forward', { chat: id, message: post.message_id })
  const panel = await shown(founder)
  expect(panel.text).not.toContain('频道接好了')

  await founder.user.tap('开始发布', panel)
  expect((await shown(founder)).text).toMatch(/定时发布中[^]*下一份/)
  await founder.user.tap('08:00')
  await shown(founder)
  await founder.user.tap('06:30')
  expect((await shown(founder)).text).toContain('06:30')

  await founder.user.tap('发一份试试')
  const posted = (await inChannel.shown()).message
  expect(posted.text).toMatch(/1\. [^]*· 第 ?\d+ ?版/)
  const buttons = buttonsOf(posted)
  expect(buttons.length).toBeGreaterThan(0)
  for (const button of buttons)
    expect(button.url).toMatch(/^https:\/\/t\.me\/\w+\?start=(?:a_[a-z2-7]{10}|q_[a-z2-7]{8})$/)
  // A post that reads like a command was posted meanwhile; nobody is answered in a channel.
  expect(inChannel.waiting()).toEqual([])

  expect((await founder.say(`/channel ${id} 提醒 中欧班列`)).text).toContain('中欧班列')
  expect((await founder.say(`/channel ${id} 周一 9点`)).text).toContain('周一 09:00')
  const now = await founder.say(`/channel ${id}`)
  expect(now.text).toContain('新报道提醒　1 个')
  await founder.user.tap('停止发布', now.message)
  expect((await shown(founder)).text).toContain('还没有开始发布')
  await founder.user.tap('移除频道')
  await shown(founder)
  await founder.user.tap('移除')
  expect((await shown(founder)).text).toContain('已移除')
  expect((await founder.say('/channel')).text).toContain('把每日精选发到频道')
})

test('rights that are missing are named, and what is lost and comes back is told to who set the channel up', async () => {
  const founder = await newReader(bot.url)
  const other = await newReader(bot.url)
  const name = `morning_${founder.user.userId}`
  const { id } = await addChannel(founder, '晨报', name)
  expect((await founder.say('/channel @no_such_channel')).text).toContain('找不到')
  expect((await founder.say(`/channel @${name}`)).text).toContain('我不在“晨报”里')
  await letIn(founder, id, true)
  expect((await founder.say(`/channel @${name}`)).text).toMatch(/缺少“发布消息”的权限/)
  expect((await other.say(`/channel @${name}`)).text).toContain('你不是“晨报”的管理员')

  await letIn(founder, id)
  expect((await shown(founder)).text).toContain('频道接好了')
  await other.user.act('set-user-status', { chat: id, status: 'administrator', silent: true })
  expect((await other.say(`/channel @${name}`)).text).toContain('你自己没有“发布消息”的权限')
  // A button that somebody else made up changes nothing.
  await other.user.act('give-update', {
    update: {
      callback_query: {
        id: '1',
        from: { id: other.user.userId, is_bot: false, first_name: 'x' },
        chat_instance: '1',
        data: `ci.${id}.u.y`,
        message: (await other.say('/help')).message,
      },
    },
  })
  expect((await shown(other)).text).toContain('你自己没有')
  expect((await founder.say(`/channel @${name}`)).text).toContain('还没有开始发布')

  await letIn(founder, id, true)
  expect((await shown(founder)).text).toMatch(/没有“发布消息”的权限了，发布已停/)
  await letIn(founder, id)
  const news = [await shown(founder), await shown(founder)].map(({ text }) => text).join('\n')
  expect(news).toContain('发布已恢复')
  await founder.user.act('set-bot-status', { chat: id, status: 'kicked' })
  expect((await shown(founder)).text).toContain('我被移出了频道“晨报”')

  expect((await founder.say('/privacy')).text).toContain('你设置的频道')
  await founder.user.tap('全部删除', (await founder.say('/forget')).message)
  expect((await shown(founder)).text).toContain('已全部删除')
  expect((await founder.say('/channel')).text).toContain('把每日精选发到频道')
})
