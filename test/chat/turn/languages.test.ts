import { describe, expect, test } from 'vitest'
import { LANGUAGES, languageFor, textsFor, textsOf } from '../../../src/chat/texts/index.ts'
import {
  renderCount,
  renderDay,
  renderMonthName,
  renderWeekday,
} from '../../../src/chat/views/source-line.ts'

describe('the language of whoever writes', () => {
  // What Telegram's apps send: codes of their own language packs, and of the languages of phones.
  test.each([
    ['zh-hans', 'zh-Hans'],
    ['zh-hant', 'zh-Hant'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-MY', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['zh-Hans-CN', 'zh-Hans'],
    ['zh-Hant-TW', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['zh-Hans-MO', 'zh-Hans'],
    ['zh-hant-raw', 'zh-Hant'],
    ['zh', 'zh-Hans'],
    ['ZH', 'zh-Hans'],
    ['zh_TW', 'zh-Hant'],
    ['yue', 'zh-Hant'],
    ['yue-HK', 'zh-Hant'],
    ['yue-CN', 'zh-Hans'],
    ['yue-Hans-CN', 'zh-Hans'],
    ['cmn-Hans-CN', 'zh-Hans'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['pt-br', 'en'],
    ['ja', 'en'],
    ['ko', 'en'],
    ['zha', 'en'],
    ['azh', 'en'],
    ['x-zh-tw', 'en'],
    ['', 'zh-Hans'],
    [undefined, 'zh-Hans'],
  ])('of %s is %s', (code, language) => {
    expect(languageFor(code)).toBe(language)
  })

  test('gives way to the one that the chat has chosen, if it is one of ours', () => {
    expect(textsFor('en', 'zh-hans').language).toBe('en')
    expect(textsFor('zh-Hant', 'en').language).toBe('zh-Hant')
    expect(textsFor('klingon', 'en').language).toBe('en')
    expect(textsFor(undefined, 'zh-TW').language).toBe('zh-Hant')
  })
})

describe('dates and numbers', () => {
  test.each([
    ['zh-Hans', '2024年6月8日', '2024年2月', '周日', '12,345'],
    ['zh-Hant', '2024年6月8日', '2024年2月', '週日', '12,345'],
    ['en', '8 June 2024', 'February 2024', 'Sun', '12,345'],
  ] as const)('are written as %s writes them', (language, day, month, weekday, count) => {
    const texts = textsOf(language)
    expect(renderDay('2024-06-08', texts)).toBe(day)
    expect(renderMonthName('2024-02', texts)).toBe(month)
    expect(renderWeekday(7, 'short', texts)).toBe(weekday)
    expect(renderCount(12_345, texts)).toBe(count)
  })

  test.each(LANGUAGES)(
    'in $language the first and the last day of a month and a leap day stay themselves',
    (texts) => {
      for (const [day, number, month] of [
        ['2024-01-01', 1, '2024-01'],
        ['2023-12-31', 31, '2023-12'],
        ['2024-02-29', 29, '2024-02'],
        ['1949-10-01', 1, '1949-10'],
      ] as const) {
        expect(renderDay(day, texts).match(/\d+/g)).toContain(`${number}`)
        expect(renderDay(day, texts)).toContain(day.slice(0, 4))
        expect(renderMonthName(month, texts)).toContain(month.slice(0, 4))
      }
      const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => renderWeekday(day, 'short', texts))
      expect(new Set(weekdays).size).toBe(7)
    },
  )
})
