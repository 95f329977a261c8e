import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BotProcess, startBot } from '../support/bot-process.ts'
import { newReader, resident } from '../support/reader.ts'
import type { ReceivedFile } from '../support/strict-api/read-params.ts'
import type { StrictCall } from '../support/strict-api/strict-api.ts'
import { type StrictBot, startStrictBot } from '../support/strict-api/strict-bot.ts'
import { callbackUpdate, messageUpdate } from '../support/strict-api/updates.ts'

const GROUP = -20_001

describe('before a server as strict as Telegram', () => {
  let strict: StrictBot
  beforeAll(async () => {
    strict = await startStrictBot()
  })
  afterAll(async () => {
    await strict.close()
  })

  const callsOf = (method: string, chatId: number) =>
    strict.api.callsTo(method).filter(({ params }) => Number(params['chat_id']) === chatId)
  const nextCall = async (method: string, chatId: number, known: number): Promise<StrictCall> => {
    await expect.poll(() => callsOf(method, chatId).length).toBeGreaterThan(known)
    return callsOf(method, chatId)[known] as StrictCall
  }
  let id = 100
  const say = async (userId: number, text: string, method = 'sendMessage') => {
    const known = callsOf(method, userId).length
    strict.api.updates.push(messageUpdate(++id, userId, text))
    return (await nextCall(method, userId, known)).params
  }
  const press = async (userId: number, data: string) => {
    const known = callsOf('editMessageText', userId).length
    strict.api.updates.push(callbackUpdate(++id, userId, data))
    return (await nextCall('editMessageText', userId, known)).params
  }

  test('what is kept is told, taken along as files, and after one question forgotten', async () => {
    const me = 4_001
    const hits = await say(me, '残疾人 意外险')
    const open = /"a\.([a-z2-7]{10})\./.exec(JSON.stringify(hits['reply_markup']))?.[1] ?? ''
    await press(me, `b.${open}.0`)
    await say(me, '/alert 中欧班列 -货运')
    await say(me, '/subscribe 工作日 7:30')
    expect(String((await say(me, '/privacy'))['text'])).toContain('满 90 天')

    const { document, caption } = await say(me, '/export', 'sendDocument')
    expect(caption).toContain('全部数据')
    const { name, type, bytes } = document as ReceivedFile
    expect([name, type]).toEqual([
      expect.stringMatching(/^报童数据-\d{4}-\d\d-\d\d\.json$/),
      'application/json',
    ])
    expect(JSON.parse(bytes.toString())).toMatchObject({
      format: 'paperboy-export',
      parts: 1,
      chat: { chatId: me, kind: 'private' },
      subscriptions: [{ time: '07:30', weekdays: [1, 2, 3, 4, 5] }],
      alerts: [{ query: '中欧班列 -货运', muted: false }],
      bookmarks: [{ id: open, headline: expect.any(String) }],
      lists: expect.arrayContaining([
        expect.objectContaining({ spec: expect.objectContaining({ query: '残疾人 意外险' }) }),
      ]),
    })
    const saved = (await nextCall('sendDocument', me, 1)).params['document'] as ReceivedFile
    expect(saved.name).toMatch(/\.md$/)
    expect(saved.bytes.toString()).toContain(`\`a_${open}\``)

    expect(String((await say(me, '/forget'))['text'])).toContain('无法恢复')
    expect((await press(me, 'z.n'))['text']).toContain('没有删')
    expect((await press(me, 'z.y'))['text']).toContain('已全部删除')
    expect(String((await say(me, '/saved'))['text'])).toContain('还没有收藏')
    expect(String((await say(me, '/alerts'))['text'])).toContain('还没有提醒')
    expect(String((await say(me, '/subscribe'))['text'])).toContain('还没有订阅')
  })
})

describe('in a group', () => {
  let bot: BotProcess
  beforeAll(async () => {
    bot = await startBot()
  })
  afterAll(async () => {
    await bot.stop()
  })

  test('a member gets a sentence, an administrator is asked, and only an administrator’s press counts', async () => {
    const founder = await resident(bot.url, 10_001, GROUP)
    const member = await resident(bot.url, 10_002, GROUP)
    for (const command of ['/export', '/forget']) {
      expect((await member.say(command)).text).toContain('只有管理员可以导出或删除')
      await founder.user.shown()
    }
    expect((await founder.say('/privacy')).text).toContain('这个群')
    await member.user.shown()
    await founder.say('/alert 中欧班列')
    await member.user.shown()
    const asked = await founder.say('/forget')
    await member.user.shown()
    expect(await member.tapForToast('全部删除', asked)).toContain('管理员')
    expect((await founder.tap('全部删除', asked)).text).toContain('已全部删除')
    await member.user.shown()
    expect((await founder.say('/alerts')).text).toContain('还没有提醒')
    await member.user.shown()
  })

  test('the export comes as a document in the reader’s language', async () => {
    const reader = await newReader(bot.url, 'en')
    await reader.user.send('/export')
    const { message } = await reader.user.shown()
    expect(message.document?.file_name).toMatch(/^paperboy-data-.*\.json$/)
    expect(message.caption).toContain('All that Paperboy keeps about you')
  })
})
