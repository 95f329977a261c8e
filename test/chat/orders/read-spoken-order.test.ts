import { expect, test } from 'vitest'
import {
  readShortChange,
  readSpokenChange,
  readSpokenOrder,
  readSpokenSettings,
} from '../../../src/chat/orders/read-spoken-order.ts'

test.each([
  ['每天早上七点给我发', '每天 早上七点'],
  ['每天7:30推送', '每天 7:30'],
  ['每天早上七点发我', '每天 早上七点'],
  ['工作日早上发给我就行', '工作日 8:00'],
  ['请工作日晚上8点半发给我报纸', '工作日 晚上8点半'],
  ['能不能每周日早上9点送来一份精选？', '每周日 早上9点'],
  ['我要订阅每天早上七点', '每天 早上七点'],
  ['我要訂閱每天早上七點', '每天 早上七点'],
  ['每天早上七点订阅', '每天 早上七点'],
  ['我想每天七点收到报纸', '每天 七点'],
  ['每天八点给我发今天的新闻', '每天 八点'],
  ['每天早上8点给我发体育新闻', '每天 早上8点 话题 体育'],
  ['請工作日八點推送關於養老金的新聞', '工作日 八点 话题 养老金'],
  ['每天早上八点把成都的新闻发给我吧', '每天 早上八点 话题 成都'],
  ['每天晚上8点给我来一份呗', '每天 晚上8点'],
  ['麻烦您每天早上七点发给我，谢谢🙏', '每天 早上七点'],
  ['周报 八点给我发养老金的新闻', '周报 八点 话题 养老金'],
  ['给我订一份，早八点', '早八点'],
  ['给我订一份，早八点，只要科技', '早八点 只要 科技'],
  ['每天早上七点给我发新闻 只看体育和国际', '每天 早上七点 只要 体育；国际'],
  ['每天八点给我发，只要战争与和平', '每天 八点 只要 战争与和平'],
  ['subscribe me every day at 7am', 'daily 7am'],
  ['send me the news at 7:30 every weekday', '7:30 weekdays'],
  ['send me the news at 8am', '8am'],
  ['Please send me the digest every day at 8:00', 'daily 8:00'],
])('%s is the order %s', (text, order) => {
  expect(readSpokenOrder(text, 0)).toBe(order)
})

test.each([
  ['每天发给我'], // which time is asked for in the settings
  ['长征五号早上七点发射'],
  ['早上发'],
  ['七点发布会'],
  ['8点新闻'],
  ['早上七点给我发红包的新闻'],
  ['快递每天几点发'],
  ['每天八点给我发，只要-科技'],
  ['send me flowers'],
  ['订阅人数'],
  [''],
])('%s is none', (text) => {
  expect(readSpokenOrder(text, 0)).toBeUndefined()
})

test.each([
  ['改成晚上八点', '晚上八点'],
  ['把时间改到工作日7:30', '工作日 7:30'],
  ['改成每周一', '每周一'],
  ['把推送改為週六週日', '周六 周日'],
  ['暂停一周', '暂停 一周'],
  ['先暫停推送3天吧', '暂停 3天'],
  ['恢复推送', '暂停 取消'],
  ['改成晚上', '20:00'],
  ['换到中午吧', '12:00'],
  ['推迟到九点半再发', '九点半'],
  ['周末别发', '除 周末'],
  ['周末不要', '除 周末'],
  ['周一就不用发了', '除 周一'],
  ['每周日发一次就行', '每周日'],
  ['每周发一次', '每周要闻'],
  ['一天发两次行吗', '8:00 20:00'],
  ['出差三天先别发', '暂停 三天'],
  ['接下来两个星期不用推送', '暂停 两个星期'],
  ['算了还是发吧', '暂停 取消'],
  ['继续给我发', '暂停 取消'],
  ['还是六点五十吧起得早', '六点五十'],
  ['周末就别吵我了', '除 周末'],
  ['先停一个礼拜我要出差', '暂停 一个礼拜'],
  ['少发点吧', '短'],
  ['pause for 3 days', '暂停 3天'],
  ['Pause it for a week, please', '暂停 1周'],
  ['Change it to 9pm', '9pm'],
])('%s is the change %s', (text, order) => {
  expect(readSpokenChange(text, 0)).toBe(order)
})

test.each([
  ['改成七点开会的通知'],
  ['航班七点改成八点'],
  ['改成全日制'],
  ['暂停营业'],
  ['停电三天'],
  ['停电三天不用上学'],
  ['改成晚上发言'],
  ['周末不打烊'],
  ['继续发展'],
  ['pause the war'],
  ['change it to Beijing time'],
  ['周末别发朋友圈'],
  ['恢复高考'],
  [''],
])('%s changes nothing', (text) => {
  expect(readSpokenChange(text, 0)).toBeUndefined()
})

test.each([
  ['每天早上七点', '每天 早上七点'],
  ['工作日晚上8点半', '工作日 晚上8点半'],
  ['每周日早上9点', '每周日 早上9点'],
  ['周末早上', '周末 8:00'],
  ['every day at 7am', 'daily 7am'],
  ['每天发给我', undefined],
  ['今天的新闻', undefined],
  ['每天早上七点的新闻', undefined],
])('behind /subscribe, %s is %s', (text, written) => {
  expect(readSpokenSettings(text, 0)).toBe(written)
})

test.each([
  ['晚上九点吧', '晚上九点'],
  ['那就7:30', '7:30'],
  ['取消吧', '退订'],
  ['取消吧不要了', '退订'],
  ['不看了退了吧', '退订'],
])('%s of a subscriber is the change %s', (text, order) => {
  expect(readShortChange(text, 0)).toBe(order)
})

test.each([['我'.repeat(90)], ['，'.repeat(90)], ['先我'.repeat(45)], ['，我'.repeat(2000)]])(
  'a row of %s is read in no time',
  (text) => {
    expect([readSpokenOrder(text, 0), readSpokenChange(text, 0), readShortChange(text, 0)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  },
)

test.each([['晚上'], ['取消航班'], ['八点档'], ['九点发布会'], ['']])(
  '%s is none, even of a subscriber',
  (text) => {
    expect(readShortChange(text, 0)).toBeUndefined()
  },
)
