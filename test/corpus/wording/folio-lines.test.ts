import { describe, expect, test } from 'vitest'
import { isFolioPart, isFurniture, isNotice, isSheetNumber } from '../../../src/corpus/wording/furniture.ts'

// Each form in its shortest and its longest shape; and the nearest line that is none.
describe('a folio', () => {
  test.each([
    '2024年7月30日',
    '2024 年 07 月 30 日',
    '2024年7月30日 星期二',
    '2024年7月3日周二 要闻',
    '2024年7月30日 农历六月廿五',
    '2024年7月30日 周日',
    '2024年7月30日A02',
    '2024年7月30日第3版',
    '2024年7月3日 星期二　要闻',
    '2024年7月30日 第12345期',
    '2024年7月30日 A02',
    '2024年7月30日 02',
    '江城日报 2024年7月30日',
    '要闻 2024年12月30日 星期二 责编',
    '2024/7/30',
    '2024-07-30 要闻',
    '2024.07.30 星期二 要闻 A02',
    'A02要闻2024年7月30日 星期二 江城日报',
    '第3版 1998年1月5日',
    '3版 要闻 1998年11月15日',
    '星期二 2024年7月30日',
    '周二2024年7月3日',
    '二〇二四年七月三十日',
    '江城日报 二〇二四年七月三十日 星期二',
    '二○二四年十二月三日农历',
    '中华民国一百一十三年七月三十日',
    '民國113年7月30日 星期二',
    '7月30日 星期二',
    '12月3日周日 晴',
    '江城日报 理论周刊 A04',
    '江城晚报·要闻·第04版',
    '江城日报 副刊 B12版',
    '江城日报 | 丨 理论周刊 丨 05',
    '江城日报 副刊 A12',
    '江城市委机关日報|经济新闻|3版',
    'B02 经济新闻',
    '05版 时政·要闻',
    '第5版要闻',
    '要闻 A02',
    '要闻 3',
    '要闻 第12版',
    '要闻',
    '综合新闻 3',
    '财经·12',
    '健康新闻 · 12',
    '公益广告 1',
    '第 3 页 共 8 页',
    'Tuesday, July 30, 2024',
    'A3版',
    '3版',
    '12 版',
    '第123版',
    '第 A12 版 国际新闻',
    '三版要闻',
    '十二版 经济与社会版',
    '第十二版 要闻',
  ])('%s', (text) => {
    expect(isFurniture(text)).toBe(true)
  })

  test.each([
    '他2024年7月30日',
    '2024年7月30日，大桥通车',
    '2024年7月30日上午大桥通车',
    '24年7月30日 星期二大桥通车。',
    '江城日报记者在江边看到二〇二四年七月三十日',
    '7月30日 大桥通车',
    '见2024年的要闻 A02 一文所述内容',
    '要闻部的两位老记者 3',
    '财经类大学12',
    '1.2024.07.30.5',
    '在第3版 1998年的报上',
    '二〇二四年七月三十日大桥通车',
    '第 3 页的图',
    '江城的人 理论周刊的 文章 A04',
    '说江城市委和政府的日报 副刊 A04',
    '江城日报 理论周刊 A04号楼',
    '江城日报 理论周刊 0层',
    '2024年7月30日周边',
    '2024年7月30日第三',
    '2024年7月30日B座',
    '他说要闻',
    '见第3版',
    '第3号版',
    '第1234版',
    '3a版',
    '第一次出版',
    '第3版 要闻与评论和副刊及其他',
    '第3版 A',
    '版 要闻',
    '要闻一二',
    '2024年7月30日 晴，有风',
  ])('not %s', (text) => {
    expect(isFurniture(text)).toBe(false)
  })

  test('a line of 80 characters may be one, a longer one is not, and no sentence', () => {
    const line = (length: number) => `编辑：${'张'.repeat(length - 3)}`
    expect([isFurniture(line(80)), isFurniture(line(81)), isFurniture('编辑：张三。')]).toEqual([
      true,
      false,
      false,
    ])
  })
})

test.each([
  ['江城日报', true],
  ['PEOPLE’S', false],
  ['JIANGCHENG DAILY', true],
  ['CITY', true],
  ['CIT', false],
  ['the CITY', false],
  ['CITY news', false],
  ['法治', true],
  ['法治周刊', true],
  ['说法治', false],
])('beside the rest of a folio %s is part of it: %s', (text, expected) => {
  expect(isFolioPart(text)).toBe(expected)
})

test.each([
  ['遗失声明：张三遗失公章一枚', true],
  ['公章一枚遗失，声明作废', true],
  ['特此公告。', true],
  ['特此公告', true],
  ['特此公告如下：大桥通车', false],
  ['张三的遗失声明', false],
  [`遗失声明 ${'张'.repeat(235)}`, true],
  [`遗失声明 ${'张'.repeat(236)}`, false],
])('%s is a notice: %s', (text, expected) => {
  expect(isNotice(text)).toBe(expected)
})

test.each([
  ['第3页', true],
  ['- 第 12 页 共 80 页 -', true],
  ['第3页，共8页', true],
  ['见第3页', false],
  ['第3页的图', false],
])('%s numbers a sheet: %s', (text, expected) => {
  expect(isSheetNumber(text)).toBe(expected)
})
