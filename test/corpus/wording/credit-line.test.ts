import { expect, test } from 'vitest'
import { readPage } from '../../../src/corpus/articles/read-page.ts'
import { isCreditLine } from '../../../src/corpus/wording/credit-line.ts'

test.each([
  ['（新华社北京7月7日电 记者张三', true],
  ['■江城日报全媒体记者', true],
  ['本报记者 李四 王五', true],
  ['本报巴黎1月11日', true],
  ['本报驻埃及 记者', true],
  ['李霞 陈世芳 王明）', true],
  ['记者李霞 陈世芳）', true],
  ['李霞）', false],
  ['新桥通车 两岸居民欢庆（组图）', false],
  ['本报驻埃及 展览开幕', false],
  ['本版图片均由受访者提供', true],
  ['记者节里说记者', false],
  ['本报读者节昨日开幕', false],
  ['新华社建社九十周年', false],
  ['（上）城市更新的第一步', false],
])('%s is a credit line: %s', (text, is) => {
  expect(isCreditLine(text)).toBe(is)
})

test('a credit line between titles is no headline', () => {
  const body = '江城市昨日启用新的水质监测站，沿江十二个断面的数据每小时更新一次，市民可以随时查询。'
  const text = `■江城日报全媒体记者\n沿江水质数据每小时更新\n\n${body}\n\n${body}\n`
  expect(readPage({ file: 'a.txt', text }).articles[0]).toMatchObject({
    headline: '沿江水质数据每小时更新',
    deck: [],
  })
})
