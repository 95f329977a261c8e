import { describe, expect, test } from 'vitest'
import { guessIntent, INTENTS } from '../../../src/chat/orders/intents/guess-intent.ts'
import { featuresOf } from '../../../src/chat/orders/intents/message-features.ts'
import { isToTheBot, readGuess, seemsToFollow } from '../../../src/chat/orders/read-guess.ts'

const TODAY = '2024-06-28'
const settings = (written: string, more: object = {}) => ({ kind: 'settings', written, ...more })
const order = { isOrder: true }

describe('a message that no rule reads', () => {
  test.each([
    [
      '老伴让我订一份，每天早上六点半送过来',
      settings('周一、周二、周三、周四、周五、周六、周日 06:30', order),
    ],
    ['给我弄个每天的报，具体几点你定', settings('')],
    ['六点太早了，家里人都还在睡，推到七点一刻吧', settings('07:15')],
    ['下午三点总在开会，改成五点发', settings('17:00')],
    ['礼拜三我值夜班，礼拜三别发', settings('除 周三')],
    ['礼拜天我要出摊，那天就免了', settings('除 周日')],
    ['星期六也要给我发', settings('', { also: [6] })],
    ['手术住院，先停两个礼拜', settings('暂停 二星期')],
    ['病好了，报纸接着送', settings('暂停 取消')],
    ['我也不知道设的是几点，看一下', settings('')],
    ['吵死了，每天那个以后都不要发了', { kind: 'unsubscribe' }],
    ['怎么把每天那个退掉啊', settings('')],
    ['村里修路的事，一有消息就告诉我', { kind: 'alert', query: '村里修路' }],
    ['修路那个提醒不用了，删掉', { kind: 'alerts', isOfOne: true }],
    ['我都让你盯着哪些事呢', { kind: 'alerts', isOfOne: false }],
    ['一天没看手机了，今天有啥大事没', { kind: 'command', name: 'digest', text: '' }],
    ['我要看我结婚那天的报纸，1998年5月2号', { kind: 'command', name: 'digest', text: '1998年5月2日' }],
    ['2月30号', { kind: 'command', name: 'digest', text: '2月30日' }],
    ['怎么用啊你', { kind: 'command', name: 'help', text: '' }],
    ['删除我的所有数据', { kind: 'command', name: 'forget', text: '' }],
    ['我的聊天记录你会存多久啊', { kind: 'command', name: 'privacy', text: '' }],
    ['这繁体字我看不懂，换成简体的', { kind: 'command', name: 'language', text: '' }],
    ['闲得慌，随便给我找篇有意思的', { kind: 'command', name: 'another', text: '' }],
    ['太谢谢了，帮了大忙', { kind: 'say', what: 'thanks' }],
    ['你好呀，我是新来的', { kind: 'say', what: 'greeting' }],
    ['我先睡了，明天见', { kind: 'say', what: 'farewell' }],
    ['你答的根本不是我问的', { kind: 'say', what: 'wrong' }],
    ['字太小了看得眼睛疼', { kind: 'say', what: 'textSize' }],
    ['这篇做成图片发给我闺女', { kind: 'say', what: 'articleButtons' }],
    ['再往后翻翻', { kind: 'press', press: { kind: 'turn', to: 'next', of: 'page' } }],
    ['有没有更早一点的', { kind: 'press', press: { kind: 'order', order: 'oldest' } }],
  ])('%s', (text, expected) => {
    expect(readGuess(text, TODAY)).toEqual(expected)
  })

  test.each([
    '台风',
    '养老金',
    '恢复高考',
    '取消公摊',
    '航班取消怎么退票',
    '关注留守儿童',
    '个人信息保护法',
    '今天油价多少',
    '每天一杯奶',
    '2022年2月1号韩国一天多少新冠',
    '电动车新国标',
    '外卖员出了车祸算不算工伤',
    '新闻发言人',
    '长江禁渔要禁到哪年',
    '工作日免费通行',
    '海南自由贸易港封关',
    '嫦娥六号带回来多少土',
    'who won the world cup',
  ])('%s is searched for', (text) => {
    expect(readGuess(text, TODAY)).toBeUndefined()
  })

  test.each(['"all the news that fits"', '“别再给我发了”', '「今天的新闻」', ' «good morning» '])(
    'a quotation is looked for: %s',
    (text) => {
      expect(readGuess(text.replaceAll(/["“”「」«»]/gu, ''), TODAY)).toBeDefined()
      expect(readGuess(text, TODAY)).toBeUndefined()
    },
  )

  test('a text is no order, however it is worded', () => {
    expect(readGuess(`每天早上七点给我发新闻，${'谢谢你了'.repeat(30)}`, TODAY)).toBeUndefined()
  })

  test('what only makes sense after a question is told apart', () => {
    for (const it of ['那小孩呢', '后来判了几年', '在哪个省'])
      expect([it, seemsToFollow(it)]).toEqual([it, true])
    for (const it of ['台风在哪登陆', '谢谢']) expect([it, seemsToFollow(it)]).toEqual([it, false])
  })
})

test('what is said to the bot itself goes on with no question', () => {
  for (const it of ['怎么用啊你', '谢谢你啊', '换成简体字']) expect([it, isToTheBot(it)]).toEqual([it, true])
  for (const it of ['怎么领', '谁捐的', '不要火炬的']) expect([it, isToTheBot(it)]).toEqual([it, false])
})

test('the chances of all intents are 1 together, the likeliest first, whatever is typed', () => {
  for (const text of ['', '退订', '🎉', 'ﾊﾛｰ', '\ud800', '每天 8 点']) {
    const chances = guessIntent(text) ?? []
    expect(chances.map(([intent]) => intent).toSorted()).toEqual([...INTENTS].toSorted())
    expect(chances.reduce((sum, [, chance]) => sum + chance, 0)).toBeCloseTo(1)
    expect(chances.map(([, chance]) => chance)).toEqual(
      chances.map(([, chance]) => chance).toSorted((a, b) => b - a),
    )
  }
})

test('a message is told by what stands in it, a number as any number, in any script', () => {
  expect(featuresOf('8點')).toEqual(featuresOf('21点'))
  expect(featuresOf('8点')).toEqual(['^ 0', '^ 0 点', '0', '0 点', '0 点 $', '点', '点 $'])
  expect(featuresOf('Stop it')).toContain('stop it $')
})
