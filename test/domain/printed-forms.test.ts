import { describe, expect, test } from 'vitest'
import { pageNumber, readHanNumber, toIsoDate } from '../../src/domain/index.ts'

describe('numbers and days as papers print them', () => {
  test.each([
    ['二〇二四', 2024],
    ['一九四九', 1949],
    ['○', 0],
    ['十', 10],
    ['十二', 12],
    ['三十', 30],
    ['廿一', 21],
    ['卅', 30],
    ['九十九', 99],
    ['一百', 100],
    ['一百零三', 103],
    ['一百一十三', 113],
    ['一百十三', 113],
    ['三百六十', 360],
    ['一百廿一', 121],
    ['一百三', undefined],
    ['一百百', undefined],
    ['一百〇十', undefined],
    ['百一十三', undefined],
    ['十一百', undefined],
    ['', undefined],
    ['百', undefined],
    ['十十', undefined],
    ['12', undefined],
  ])('the Han number %s is %s', (text, number) => {
    expect(readHanNumber(text)).toBe(number)
  })

  test.each([
    ['1', '01'],
    ['001', '01'],
    ['一', '01'],
    ['十二', '12'],
    ['A06', 'A06'],
    ['0607', '0607'],
    ['', ''],
  ])('the page %s is %s', (printed, page) => {
    expect(pageNumber(printed)).toBe(page)
  })

  test.each([
    [2024, 2, 29, '2024-02-29'],
    [2023, 2, 29, undefined],
    [2024, 13, 1, undefined],
    [1799, 12, 31, undefined],
    [1800, 1, 1, '1800-01-01'],
    [Number.NaN, 1, 1, undefined],
  ])('%s-%s-%s is the day %s', (year, month, day, date) => {
    expect(toIsoDate(year, month, day)).toBe(date)
  })
})
