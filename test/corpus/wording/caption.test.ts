import { expect, test } from 'vitest'
import { readPage } from '../../../src/corpus/articles/read-page.ts'
import { isCaption } from '../../../src/corpus/wording/caption.ts'

test.each([['湖边游客举起手机留影'], ['获奖学生与老师合影'], ['新书首发式现场。张三 摄'], ['受访者供图']])(
  '%s is a caption',
  (text) => {
    expect(isCaption(text)).toBe(true)
  },
)

test.each([['拍照'], ['他说，喜欢自拍'], ['合影里的故事'], ['公园禁止航拍'], ['老照片留念活动开始报名']])(
  '%s is none',
  (text) => {
    expect(isCaption(text)).toBe(false)
  },
)

test.each([
  [110, true],
  [111, false],
])('a caption has up to 110 characters: of %i %s', (length, is) => {
  const credit = '。张三 摄'
  expect(isCaption(`${'船'.repeat(length - credit.length)}${credit}`)).toBe(is)
})

test('what people do before the camera is no deck of the article below the picture', () => {
  const text = [
    '湖滨公园游客数创新高',
    '',
    '湖边游客举起手机留影',
    '',
    '本报讯 记者昨日从湖滨公园获悉，今年上半年公园共接待游客三百万',
    '人次，比去年同期增长两成。公园管理处表示，下半年将新开两条游船线路，',
    '方便市民从水上游览。',
  ].join('\n')
  const [article] = readPage({ file: 'a.txt', text }).articles
  expect(article).toMatchObject({
    headline: '湖滨公园游客数创新高',
    deck: [],
    captions: ['湖边游客举起手机留影'],
  })
})
