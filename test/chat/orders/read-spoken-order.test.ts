import { expect, test } from 'vitest'
import { readSpokenOrder } from '../../../src/chat/orders/read-spoken-order.ts'

test.each([
  ['每天早上七点给我发', '每天 早上七点'],
  ['每天7:30推送', '每天 7:30'],
  ['请工作日晚上8点半发给我报纸', '工作日 晚上8点半'],
  ['能不能每周日早上9点送来一份精选？', '每周日 早上9点'],
  ['我要订阅每天早上七点', '每天 早上七点'],
  ['我要訂閱每天早上七點', '每天 早上七点'],
  ['每天早上七点订阅', '每天 早上七点'],
  ['我想每天七点收到报纸', '每天 七点'],
  ['改成晚上八点', '晚上八点'],
  ['把时间改到工作日7:30', '工作日 7:30'],
  ['subscribe me every day at 7am', 'daily 7am'],
  ['send me the news at 8am', '8am'],
  ['Please send me the digest every day at 8:00', 'daily 8:00'],
])('%s is the order %s', (text, order) => {
  expect(readSpokenOrder(text, 0)).toBe(order)
})

test.each([
  ['每天发给我'], // which time is asked for in the settings
  ['长征五号早上七点发射'],
  ['七点发布会'],
  ['8点新闻'],
  ['早上七点给我发红包的新闻'],
  ['快递每天几点发'],
  ['send me flowers'],
  ['订阅人数'],
  ['改成七点开会的通知'],
  ['航班七点改成八点'],
  [''],
])('%s is none', (text) => {
  expect(readSpokenOrder(text, 0)).toBeUndefined()
})
