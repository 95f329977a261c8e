import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPage } from '../../../src/corpus/articles/read-page.ts'
import { joinContinuations } from '../../../src/corpus/index.ts'

const read = (file: string) =>
  readPage({
    file,
    text: readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'pages', file), 'utf8'),
  })

const first = read('national-01.txt')
const second = read('national-02.txt')

test('the folio of a national paper is read', () => {
  const folio = { paper: '人民大众报', date: '2024-06-08', datePrecision: 'printed', section: '要闻' }
  expect(first).toMatchObject({ ...folio, page: '01' })
  expect(second).toMatchObject({ ...folio, page: '02' })
})

test('its articles have their headlines, above or below, and their bylines and datelines', () => {
  const told = first.articles.map(({ headline, byline, dateline }) => [headline, byline, dateline])
  expect(told).toEqual([
    ['全国粮食工作会议部署夏粮收购', ['王明', '李芳'], '新华社北京6月7日电'],
    ['高原铁路建成通车 沿线各族群众圆了“火车梦”', ['张伟', '陈国华'], undefined],
    ['上海港集装箱吞吐量创新高', ['刘洋'], '本报上海6月7日电'],
  ])
})

test('its furniture belongs to no article', () => {
  const furniture = first.leftovers.filter(({ kind }) => kind === 'furniture').map(({ text }) => text)
  expect(furniture).toEqual(expect.arrayContaining(['责编：赵敏 版式：孙丽', '电话：（010）65368888']))
})

test('a continuation is joined to its first part', () => {
  const [page, rest] = joinContinuations([first, second])
  const railway = page?.articles.find(({ headline }) => headline.startsWith('高原铁路'))
  expect(railway?.paragraphs.slice(2)).toEqual([
    '这条铁路全长三百公里，桥隧比超过百分之七十。建设者在高寒缺氧的环境中奋战六年，攻克了一个又一个难题。',
    '通车当天，沿线车站挤满了欢庆的群众。',
    '据铁路部门介绍，开通初期每天开行列车六对，票价适当优惠。',
  ])
  expect(rest?.articles).toEqual([])
})

test('a continuation without its first part stands for itself and says where it comes from', () => {
  expect(joinContinuations([second])[0]?.articles).toMatchObject([
    {
      headline: '高原铁路建成通车',
      continuedFrom: '01',
      paragraphs: [expect.stringMatching(/^通车当天/), expect.anything()],
    },
  ])
})
