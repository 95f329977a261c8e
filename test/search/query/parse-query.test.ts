import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { renderQuery } from '../../../src/search/query/render-query.ts'
import { anyUnicode } from '../../support/any-unicode.ts'

const TODAY = '2024-06-12' // a Wednesday

describe('what is wanted', () => {
  test.each([
    ['大运会 博物馆', [[{ text: '大运会', exact: false }], [{ text: '博物馆', exact: false }]]],
    ['"全球 盛会"', [[{ text: '全球 盛会', exact: true }]]],
    ['“杰出贡献奖”', [[{ text: '杰出贡献奖', exact: true }]]],
    ['让“冷资源”热', [[{ text: '让“冷资源”热', exact: false }]]],
    [
      '成都 OR 重庆',
      [
        [
          { text: '成都', exact: false },
          { text: '重庆', exact: false },
        ],
      ],
    ],
    ['标题:外贸', [[{ text: '外贸', exact: false, field: 'title' }]]],
    ['TITLE：外贸', [[{ text: '外贸', exact: false, field: 'title' }]]],
    ['标题: 外贸', [[{ text: '外贸', exact: false, field: 'title' }]]],
    ['by:"杨帆"', [[{ text: '杨帆', exact: true, field: 'byline' }]]],
    ['http://www.cdrb.com.cn', [[{ text: 'http://www.cdrb.com.cn', exact: false }]]],
  ])('%s', (query, wanted) => {
    expect(parseQuery(query, TODAY)).toEqual({
      understood: { wanted, excluded: [], filter: {} },
      problems: [],
    })
  })
})

describe('what filters', () => {
  test.each([
    ['版:03', { page: '03' }],
    ['page:A6', { page: 'A6' }],
    ['版:三', { page: '3' }],
    ['版:第十二版', { page: '12' }],
    ['栏目:要闻', { section: '要闻' }],
    ['报:成都日报', { paper: '成都日报' }],
    ['日期:2024-06-08', { from: '2024-06-08', to: '2024-06-08' }],
    ['日期:20240608', { from: '2024-06-08', to: '2024-06-08' }],
    ['日期:2024', { from: '2024-01-01', to: '2024-12-31' }],
    ['日期:昨天', { from: '2024-06-11', to: '2024-06-11' }],
    ['2024-06', { from: '2024-06-01', to: '2024-06-30' }],
    ['2024-02', { from: '2024-02-01', to: '2024-02-29' }],
    ['２０２４－０６', { from: '2024-06-01', to: '2024-06-30' }],
    ['2024-06-01..06-30', { from: '2024-06-01', to: '2024-06-30' }],
    ['2024-05..2024-06', { from: '2024-05-01', to: '2024-06-30' }],
    ['2024/6/8', { from: '2024-06-08', to: '2024-06-08' }],
    ['20240608', { from: '2024-06-08', to: '2024-06-08' }],
    ['2024年5月至6月', { from: '2024-05-01', to: '2024-06-30' }],
  ])('%s', (query, filter) => {
    expect(parseQuery(query, TODAY)).toEqual({
      understood: { wanted: [], excluded: [], filter },
      problems: [],
    })
  })
})

describe('days that are words too', () => {
  test.each([
    ['昨天', 'relative', '2024-06-11', '2024-06-11'],
    ['本周', 'relative', '2024-06-10', '2024-06-16'],
    ['上周', 'relative', '2024-06-03', '2024-06-09'],
    ['上个月', 'relative', '2024-05-01', '2024-05-31'],
    ['去年', 'relative', '2023-01-01', '2023-12-31'],
    ['6月', 'prose', '2024-06-01', '2024-06-30'],
    ['7月', 'prose', '2023-07-01', '2023-07-31'],
    ['6月7日', 'prose', '2024-06-07', '2024-06-07'],
    ['2023年', 'prose', '2023-01-01', '2023-12-31'],
    ['2023年3月20日', 'prose', '2023-03-20', '2023-03-20'],
  ])('%s', (text, style, from, to) => {
    expect(parseQuery(text, TODAY).understood.wanted).toEqual([
      [{ text, exact: false, dates: { style, from, to } }],
    ])
  })

  test.each(['昨天', '6月', '13月', '99月', '3.14', '直到', '一月'])('%s alone is a plain word', (text) => {
    expect(parseQuery(text).understood.wanted).toEqual([[{ text, exact: false }]])
  })
})

test.each([
  ['成都 NOT 外事', ['成都'], ['外事']],
  ['NOT 外事', [], ['外事']],
  ['成都 非 外事', ['成都'], ['外事']],
  ['成都 不要外事', ['成都'], ['外事']],
  ['成都 不含 外事 公园', ['成都', '公园'], ['外事']],
  ['不要浪费粮食', ['不要浪费粮食'], []],
  ['非遗 非洲', ['非遗', '非洲'], []],
  ['"NOT 外事"', ['NOT 外事'], []],
  ['股价 -26.95%', ['股价', '-26.95%'], []],
  ['股价 -5%', ['股价', '-5%'], []],
  ['股价 -5', ['股价'], ['5']],
])('%s asks for %j and excludes %j', (query, wanted, excluded) => {
  const { understood } = parseQuery(query)
  expect(understood.wanted.flat().map((it) => it.text)).toEqual(wanted)
  expect(understood.excluded.map((it) => it.text)).toEqual(excluded)
})

test('-word excludes, also with a field or as a phrase', () => {
  const { understood } = parseQuery('成都 -外事 -"公园 城市" -标题:外贸')
  expect(understood.wanted).toEqual([[{ text: '成都', exact: false }]])
  expect(understood.excluded).toEqual([
    { text: '外事', exact: false },
    { text: '公园 城市', exact: true },
    { text: '外贸', exact: false, field: 'title' },
  ])
})

describe('what makes no sense is named', () => {
  test.each([
    ['', [{ kind: 'nothingAsked' }]],
    ['，。！？', [{ kind: 'nothingAsked' }]],
    ['"成都', [{ kind: 'unbalancedQuote' }]],
    ['版:abc', [{ kind: 'badPage', text: 'abc' }, { kind: 'nothingAsked' }]],
    ['成都 版:', [{ kind: 'emptyField', field: '版' }]],
    ['成都 日期:2024-02-30', [{ kind: 'badDate', text: '2024-02-30' }]],
    ['成都 2024-13', [{ kind: 'badDate', text: '2024-13' }]],
    ['成都 2024-06-30..06-01', [{ kind: 'badDate', text: '2024-06-30..06-01' }]],
    ['成都 日期:改天', [{ kind: 'badDate', text: '改天' }]],
    ['OR 成都', [{ kind: 'strayOperator', text: 'OR' }]],
    ['成都 OR', [{ kind: 'strayOperator', text: 'OR' }]],
    ['成都 -', [{ kind: 'strayOperator', text: '-' }]],
    ['-成都', [{ kind: 'nothingAsked' }]],
    ['成'.repeat(500), [{ kind: 'tooLong', unit: 'characters', kept: 400 }]],
    ['成 '.repeat(100), [{ kind: 'tooLong', unit: 'words', kept: 40 }]],
  ])('%s', (query, problems) => {
    expect(parseQuery(query, TODAY).problems).toEqual(problems)
  })
})

test('a query that was understood is understood the same when it is written out', () => {
  const part = fc.constantFrom(
    '成都',
    '"公园 城市"',
    '-外事',
    '标题:外贸',
    '记者:杨帆',
    '版:3',
    '2024-06',
    '栏目:要闻',
  )
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
      const { understood } = parseQuery(`长江 ${parts.join(' ')}`, TODAY)
      expect(parseQuery(renderQuery(understood), TODAY).understood).toEqual(understood)
    }),
  )
})

test('any text at all is read, to at most 40 parts', () => {
  let read = 0
  fc.assert(
    fc.property(anyUnicode(300), (text) => {
      const { wanted, excluded } = parseQuery(text, TODAY).understood
      const parts = wanted.flat().length + excluded.length
      expect(parts).toBeLessThanOrEqual(40)
      read += parts
    }),
  )
  expect(read).toBeGreaterThan(0)
  const many = parseQuery('甲 乙 -丙 '.repeat(30), TODAY).understood
  expect(many.wanted.flat().length + many.excluded.length).toBe(40)
})
