import { expect, test } from 'vitest'
import * as fields from '../../../src/chat/callback/fields.ts'

/** A text of each form that fills a part as a whole. */
const FORMS = [
  ['storeId', fields.storeId, 'abcdefg7'],
  ['chatId', fields.chatId, '-1001234567890'],
  ['page', fields.page, '12'],
  ['count', fields.count, '7'],
  ['bits', fields.bits, '7z'],
  ['month', fields.month, '2024-06'],
  ['date', fields.date, '2024-06-08'],
  ['time', fields.time, '08:30'],
  ['weekday', fields.weekday, '7'],
  ['weekdays', fields.weekdays, '1234567'],
  ['timeZone', fields.timeZone, 'Asia/Shanghai'],
  ['language', fields.language, 'zh-Hans'],
  ['topicMark', fields.topicMark, '0123abcd'],
  ['flag', fields.flag, '1'],
  ['articleId', fields.articleId, 'abcdefghi7'],
] as const

test.each(FORMS)(
  '%s reads a part that has its form, and nothing with a sign before or behind it',
  (_name, field, text) => {
    expect(field.read([text, 'more'])?.used).toBe(1)
    const others = [`!${text}`, `${text}!`, `\n${text}`, `${text}\n`, '']
    expect(others.filter((it) => field.read([it]) !== undefined)).toEqual([])
    expect(field.read([])).toBeUndefined()
  },
)

test('a value that is none of a choice is no value', () => {
  const order = fields.choice({ newest: 'n', oldest: 'o' })
  expect(order.read(['o', 'n'])).toEqual({ value: 'oldest', used: 1 })
  expect(order.read([''])).toBeUndefined()
  expect(order.read(['x'])).toBeUndefined()
})

test('two facts of a kind take the parts of both, and what follows is left for others', () => {
  const range = fields.pair(fields.date)
  expect(range.read(['2024-06-08', '2024-06-09', '3'])).toEqual({
    value: ['2024-06-08', '2024-06-09'],
    used: 2,
  })
  expect(range.read(['2024-06-08', '3'])).toBeUndefined()
  const ranges = fields.pair(range)
  expect(ranges.read(['2024-06-01', '2024-06-02', '2024-07-01', '2024-07-02', 'x'])?.used).toBe(4)
})

test('the rest of a text takes all parts that are left, and blanks or dots alone are no text', () => {
  expect(fields.restOfText.read(['u', '', 'y'])).toEqual({ value: 'u..y', used: 3 })
  expect([[''], ['', ''], [' ', '　'], []].map((it) => fields.restOfText.read(it))).toEqual(
    Array.from({ length: 4 }),
  )
})
