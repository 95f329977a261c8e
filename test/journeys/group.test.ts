import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BotProcess, startBot } from '../support/bot-process.ts'
import { newReader, type Reader, resident, type Seen, seen } from '../support/reader.ts'

const GROUP = -20_001
const FORUM = -1_002_000_000_003

describe.each(['polling', 'webhook'] as const)('by %s', (mode) => {
  let bot: BotProcess
  let founder: Reader
  let member: Reader

  beforeAll(async () => {
    bot = await startBot({}, mode)
    founder = await resident(bot.url, 10_001, GROUP)
    member = await resident(bot.url, 10_002, GROUP)
  })
  afterAll(async () => {
    await bot.stop()
  })

  /** In a group everybody sees what the bot does: here the other one sees it too, and goes on from there. */
  async function together(deed: Promise<Seen>, other: Reader): Promise<Seen> {
    const done = await deed
    await other.user.shown()
    return done
  }

  test('commands, replies to the bot and mentions are answered; talk among people is not', async () => {
    const found = await together(founder.say('/search 残疾人 意外险'), member)
    expect(found.text).toContain('意外伤害保险')
    expect(found.message.reply_to_message?.text).toBe('/search 残疾人 意外险')
    const reply = founder.say('李德仁', { replyTo: found.message.message_id })
    expect((await together(reply, member)).text).toContain('李德仁')
    const name = found.message.from.username ?? ''
    expect((await together(founder.say(`@${name} 中欧班列`), member)).text).toContain('中欧班列')
    await founder.user.send('大家看到今天的报纸了吗')
    await founder.user.send('/search@other_bot 残疾人')
    expect((await together(founder.say(`/headlines@${name}`), member)).text).toContain('标题')
  })

  test('two people search at once: each turns the own list only', async () => {
    await Promise.all([founder.user.send('/search 成都'), member.user.send('/search 四川')])
    const lists = [await founder.user.shown(), await founder.user.shown()].map(({ message }) => seen(message))
    for (const _ of lists) await member.user.shown()
    const founders = lists.find(({ text }) => text.includes(' · 成都'))
    expect(await member.tapForToast('›', founders)).toContain('别人的搜索结果')
    const turned = await together(founder.tap('›', founders), member)
    expect(turned.message.message_id).toBe(founders?.message.message_id)
  })

  test('a press of another member opens the article for that person alone, and the list stays', async () => {
    const found = await together(founder.say('/search 残疾人 意外险'), member)
    while (member.user.waiting().some(({ kind }) => kind === 'answer')) await member.user.notice()
    await member.user.tap('1', found.message)
    const { url } = await member.user.notice()
    expect(url).toMatch(/^https:\/\/t\.me\/\w+\?start=a_[a-z2-7]{10}$/)
    const alone = await resident(bot.url, 10_002)
    expect((await alone.open(url)).text).toContain('残疾人')
    alone.user.close()
    // Had the list been edited, this would be seen first.
    const turned = await together(founder.tap('最新', found), member)
    expect(turned.labels).toContain('● 最新')
    expect(founder.user.waiting().filter(({ kind }) => kind === 'edit')).toEqual([])
  })

  test('settings are for administrators, whoever they are at the moment', async () => {
    const choice = await together(founder.say('/language'), member)
    expect(await member.tapForToast('English', choice)).toContain('管理员')
    const english = await together(founder.tap('English', choice), member)
    expect(english.labels).toContain('● English')
    expect((await together(member.say('/help'), founder)).text).toContain('How to use')
    await together(founder.tap('简体中文', english), member)
  })

  test('what is saved is shown to nobody else', async () => {
    expect((await together(founder.say('/saved'), member)).text).toContain('私聊')
  })

  test('in a forum the answer comes into the topic that was written in', async () => {
    const topic = await founder.in(FORUM, 3)
    expect((await topic.say('/search 残疾人')).message.message_thread_id).toBe(3)
  })

  test('a link invites the bot into a group, where it introduces itself', async () => {
    const guest = await newReader(bot.url)
    const group = await guest.user.act<{ id: number }>('add-group', {
      title: '新群',
      members: [guest.user.userId],
    })
    const inside = await guest.in(group.id)
    await inside.user.act('open', { link: `https://t.me/${await botName()}?startgroup=hello` })
    expect((await inside.user.shown()).message.text).toContain('大家好')
  })

  const botName = async () => (await founder.say('/headlines')).message.from.username ?? ''

  test('nothing went wrong behind the scenes', () => {
    expect(bot.said()).not.toMatch(/"level":[456]0/)
  })
})
