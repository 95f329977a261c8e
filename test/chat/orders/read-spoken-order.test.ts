import { expect, test } from 'vitest'
import { readSpokenOrder } from '../../../src/chat/orders/read-spoken-order.ts'

test.each([
  ['每天早上七点给我发', '每天 早上七点'],
  ['每天7:30推送', '每天 7:30'],
  ['请工作日晚上8点半发给我报纸', '工作日 晚上8点半'],
  ['能不能每周日早上9点送来一份精选？', '每周日 早上9点'],
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
  [''],
])('%s is none', (text) => {
  expect(readSpokenOrder(text, 0)).toBeUndefined()
})
