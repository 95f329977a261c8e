import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BotProcess, startBot } from '../support/bot-process.ts'
import { newReader, type Reader, resident, type Seen } from '../support/reader.ts'

const GROUP = -20_001
const FORUM = -1_002_000_000_003

describe.each(['polling', 'webhook'] as const)('by %s', (mode) => {
  let bot: BotProcess

  beforeAll(async () => {
    bot = await startBot({ DIGEST_TIME: '07:15', TIME_ZONE: 'Asia/Tokyo' }, mode)
  })
  afterAll(async () => {
    await bot.stop()
  })

  describe('in a private chat', () => {
    let reader: Reader
    beforeAll(async () => {
      reader = await newReader(bot.url)
    })

    test('/start tells of it, and the operator’s time and zone are what one gets', async () => {
      expect((await reader.say('/start')).text).toContain('/subscribe')
      const panel = await reader.say('/subscribe')
      expect(panel.text).toContain('每天 07:15（东京时间）')
      expect(panel.labels).toEqual(['订阅', '07:15', '每天', '内容 全部报道', '篇幅 普通'])
      const on = await reader.tap('订阅')
      expect(on.message.message_id).toBe(panel.message.message_id)
      expect(on.text).toMatch(/已订阅\n下一份：\d+月\d+日周. 07:15/)
    })

    test('every setting is changed in the one message', async () => {
      const panel = await reader.say('/subscribe')
      let shown = panel
      const through = async (...labels: readonly (string | RegExp)[]) => {
        for (const label of labels) shown = await reader.tap(label, shown)
        expect(shown.message.message_id).toBe(panel.message.message_id)
        return shown
      }
      await through('07:15', '21:00')
      await through('每天', '工作日', '‹ 返回')
      await through(/^时区/, /^伦敦/)
      const topics = await through(/^内容/, '要闻')
      expect(topics.labels).toContain('✓ 要闻')
      const done = await through('‹ 返回')
      expect(done.text).toMatch(/工作日 21:00（伦敦时间）\n内容　要闻\n/)
      expect((await through('暂停几天', '3 天')).text).toContain('暂停到')
      expect((await through('取消暂停')).text).not.toContain('暂停到')
    })

    test('unsubscribed by a press, and taken back by another', async () => {
      await reader.say('/subscribe')
      expect((await reader.tap('退订')).text).toContain('已退订')
      expect((await reader.tap('撤销退订')).text).toContain('21:00（伦敦时间）')
    })

    test('written behind the command, it is done at once', async () => {
      expect((await reader.say('/subscribe 周末 晚上8点半 上海 普通')).text).toContain(
        '周末 20:30（北京时间）',
      )
      expect((await reader.say('/subscribe 话题 残疾人 -货运')).text).toMatch(
        /已添加“残疾人 -货运”，库里现有 \d+ 篇/,
      )
      expect((await reader.say('/unsubscribe')).text).toContain('已退订')
      expect((await reader.say('/unsubscribe')).text).toContain('没有订阅')
    })

    test('what one would get is chosen before subscribing', async () => {
      const other = await newReader(bot.url)
      const panel = await other.say('/subscribe')
      await other.tap('07:15', panel)
      const chosen = await other.tap('06:30')
      expect(chosen.text).toMatch(/还没有订阅[^]*06:30/)
      expect((await other.tap('订阅', chosen)).text).toMatch(/已订阅\n下一份：.+ 06:30/)
    })

    test('alerts come at once, or once a day at the time of the digest, by a press', async () => {
      const other = await newReader(bot.url)
      await other.say('/subscribe 6:30')
      await other.say('/alert 残疾人')
      const list = await other.say('/alerts')
      expect(list.text).toContain('随时通知')
      expect((await other.tap('每天一次', list)).text).toMatch(/每天汇总成一条，下次：.+ 06:30/)
      await other.say('/subscribe 7:40')
      expect((await other.say('/alerts')).text).toMatch(/下次：.+ 07:40/)
      await other.say('/unsubscribe')
      expect((await other.say('/alerts')).text).toMatch(/下次：.+ 07:15/)
      expect((await other.tap('随时通知')).labels).toContain('● 随时通知')
    })

    test('a round-up once a week is ordered in words, or by a press', async () => {
      const other = await newReader(bot.url)
      const ordered = await other.say('/subscribe 每周日 20:00 一周要闻')
      expect(ordered.text).toMatch(/一周要闻 · 已订阅\n下一份：\d+月\d+日周日 20:00/)
      expect(ordered.text).toContain('同一件事合为一条')
      expect((await other.say('/subscribe 工作日 一周要闻')).text).toContain('请只写一天')
      expect((await other.say('/subscribe 每天')).text).not.toContain('一周要闻')
      await other.tap('每天')
      const pressed = await other.tap('一周要闻（周日）')
      expect(pressed.labels).toContain('● 一周要闻（周日）')
      expect((await other.tap('‹ 返回', pressed)).text).toMatch(/周日 20:00/)
    })

    test.each([
      ['25:99', /不是有效的时间/],
      ['时区 火星', /写城市名/],
      ['Asia/Beijing', /是不是：\n\/subscribe Asia\/Shanghai/],
      ['话题', /后面要写上/],
      [`话题 ${'长'.repeat(300)}`, /最多 120 个字/],
      ['😀<b>&"', /没看懂“😀<b>&"”/],
    ])('/subscribe %s is answered with what to write', async (text, answer) => {
      const other = await newReader(bot.url)
      expect((await other.say(`/subscribe ${text}`)).text).toMatch(answer)
      expect((await other.say('/subscribe')).text).toContain('还没有订阅')
    })

    test('the digest that one looks at offers to come daily', async () => {
      const other = await newReader(bot.url)
      const preview = await other.say('/digest')
      const panel = await other.tap('每天送来')
      expect(panel.message.message_id).not.toBe(preview.message.message_id)
      expect(panel.text).toContain('订好了')
    })
  })

  describe('in a group', () => {
    let founder: Reader
    let member: Reader
    beforeAll(async () => {
      founder = await resident(bot.url, 10_001, GROUP)
      member = await resident(bot.url, 10_002, GROUP)
    })
    const together = async (deed: Promise<Seen>, other: Reader): Promise<Seen> => {
      const done = await deed
      await other.user.shown()
      return done
    }

    test('all may look, administrators may change', async () => {
      const panel = await together(member.say('/subscribe'), founder)
      expect(panel.text).toContain('只有管理员能改')
      expect(await member.tapForToast('订阅', panel)).toContain('管理员')
      expect((await together(member.say('/subscribe 8:00'), founder)).text).toContain('管理员')
      expect((await together(founder.tap('订阅', panel), member)).text).toContain('已订阅')
      expect((await together(member.say('/unsubscribe'), founder)).text).toContain('管理员')
    })

    test('who speaks in the name of the group is an administrator', async () => {
      await founder.user.send('/subscribe 6:30', { anonymous: true })
      const shown = [await founder.user.shown(), await founder.user.shown()]
      for (const _ of shown) await member.user.shown()
      // Their own message comes from a bot of Telegram's.
      expect(shown.map(({ message }) => message.text)[1]).toContain('06:30')
    })

    test('a topic of a forum has its own', async () => {
      const topic = await founder.in(FORUM, 3)
      const panel = await topic.say('/subscribe 8:00')
      expect(panel.message.message_thread_id).toBe(3)
      expect(panel.text).toContain('这个话题')
      expect((await topic.tap('退订', panel)).text).toContain('已退订')
    })

    test('when the bot is thrown out, buttons that stay behind change nothing, and say so', async () => {
      const panel = await together(founder.say('/subscribe'), member)
      await founder.user.act('set-bot-status', { status: 'kicked' })
      expect(await founder.tapForToast('退订', panel)).toContain('不在这个群里')
      await founder.user.act('set-bot-status', { status: 'member' })
      await founder.user.shown() // it introduces itself
      await member.user.shown()
      expect((await together(founder.say('/subscribe'), member)).text).toContain('已订阅')
    })
  })

  test('nothing went wrong behind the scenes', () => {
    expect(bot.said()).not.toMatch(/"level":[56]0/)
  })
})
