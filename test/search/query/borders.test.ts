import { describe, expect, test } from 'vitest'
import { findLiteral, literalOf } from '../../../src/search/query/literal.ts'
import { otherNumberForm } from '../../../src/search/query/number-forms.ts'
import { readPageName } from '../../../src/search/query/page-name.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { readDate } from '../../../src/search/query/query-dates.ts'
import { renderQuery } from '../../../src/search/query/render-query.ts'

/** A Saturday. */
const TODAY = '2024-06-08'
const read = (query: string) => parseQuery(query, TODAY)
const texts = (query: string) =>
  read(query).understood.wanted.map((alternatives) => alternatives.map(({ text }) => text).join(' OR '))

describe('what is just as long as may be is read whole', () => {
  test.each([
    ['长'.repeat(400), []],
    ['长'.repeat(401), ['characters']],
    [Array.from({ length: 40 }, (_, n) => `甲${n}`).join(' '), []],
    [Array.from({ length: 41 }, (_, n) => `甲${n}`).join(' '), ['words']],
  ])('%s', (query, units) => {
    const { problems } = read(query)
    expect(problems.map((it) => (it.kind === 'tooLong' ? it.unit : it.kind))).toEqual(units)
  })
})

describe('an operator, a field and a quotation mark in one part', () => {
  // Each way to exclude, before each way to write a phrase of a field.
  const fields = ['', '标题:', '标题: ', '标题：', 'title:', '记者:']
  const quotes = ['“公园 城市”', '"公园 城市"', '「公园 城市」']
  test.each(
    ['-', '－', 'NOT '].flatMap((minus) =>
      fields.flatMap((field) => quotes.map((phrase) => [minus, field, phrase] as const)),
    ),
  )('地震 %s%s%s excludes the phrase in the field', (minus, field, phrase) => {
    const { understood, problems } = read(`地震 ${minus}${field}${phrase}`)
    expect(problems).toEqual([])
    expect(texts(`地震 ${minus}${field}${phrase}`)).toEqual(['地震'])
    const is = field === '' ? {} : { field: field.startsWith('记') ? 'byline' : 'title' }
    expect(understood.excluded).toEqual([{ text: '公园 城市', exact: true, ...is }])
    expect(read(renderQuery(understood)).understood).toEqual(understood)
  })
})

test.each([
  ['台风 OR -广告 暴雨', ['台风 OR 暴雨'], []],
  ['台风 OR 版:3 暴雨', ['台风 OR 暴雨'], []],
  ['台风 OR OR 暴雨', ['台风 OR 暴雨'], ['strayOperator']],
  ['台风 | | 暴雨', ['台风 OR 暴雨'], ['strayOperator']],
  ['台风 OR 暴雨 OR 洪水', ['台风 OR 暴雨 OR 洪水'], []],
  ['台风 AND 暴雨', ['台风', '暴雨'], []],
  ['台风 -去年', ['台风'], []],
  ['台风 "去年"', ['台风', '去年'], []],
  ['台风 -', ['台风'], ['strayOperator']],
  ['"', [], ['unbalancedQuote', 'nothingAsked']],
  ['台风 "', ['台风'], ['unbalancedQuote']],
])('%s asks for %j', (query, wanted, problems) => {
  expect(texts(query)).toEqual(wanted)
  expect(read(query).problems.map(({ kind }) => kind)).toEqual(problems)
  expect(
    read(query)
      .understood.wanted.flat()
      .flatMap(({ dates }) => dates ?? []),
  ).toEqual([])
})

test.each(['去年', '6月', '6月8日', '2024-06', '2023年', 'yesterday'])(
  '-%s leaves out the words, and narrows to no days',
  (text) => {
    const { filter, excluded } = read(`台风 -${text}`).understood
    expect(filter).toEqual({})
    expect(excluded).toEqual([{ text, exact: false }])
  },
)

test('of two filters of a kind the last one holds', () => {
  expect(read('版:1 版:2').understood.filter).toEqual({ page: '2' })
  expect(read('2024-05 2024-06').understood.filter).toEqual({ from: '2024-06-01', to: '2024-06-30' })
})

test('a date in English goes on over blanks, and not into a field of its own', () => {
  expect(read('date:June 8 2023').understood.filter).toEqual({ from: '2023-06-08', to: '2023-06-08' })
  expect(read('June date:8').problems).toEqual([{ kind: 'badDate', text: '8' }])
  expect(texts('June title:8')).toEqual(['June', '8'])
})

test('a filter by itself asks for something', () => {
  expect(read('版:3').problems).toEqual([])
})

describe('today itself, and ranges of one day', () => {
  test.each([
    ['6月8日', '2024-06-08', '2024-06-08'],
    ['6月', '2024-06-01', '2024-06-30'],
    ['6月9日', '2023-06-09', '2023-06-09'],
    ['2024-06-08..2024-06-08', '2024-06-08', '2024-06-08'],
    ['6月8日至6月8日', '2024-06-08', '2024-06-08'],
    ['昨天至今天', '2024-06-07', '2024-06-08'],
    ['今天到今天', '2024-06-08', '2024-06-08'],
  ])('%s', (text, from, to) => {
    expect(readDate(text, TODAY)?.range).toEqual({ from, to })
  })

  test('a range from a day that is named from today is one that moves with it', () => {
    expect(readDate('昨天至今天', TODAY)?.style).toBe('relative')
    expect(readDate('6月1日至6月8日', TODAY)?.style).toBe('iso')
  })

  test('three ends are no range', () => {
    expect(readDate('6月1日至6月8日至6月9日', TODAY)).toBeUndefined()
  })
})

test.each([
  ['9999次', '九千九百九十九次'],
  ['10000次', undefined],
  ['1001次', '一千零一次'],
  ['1010次', '一千零一十次'],
  ['2024年', '二〇二四年'],
  ['100年', '一百年'],
  ['10.5%', '百分之十点五'],
])('%s is written %s', (digits, han) => {
  expect(otherNumberForm(digits)).toBe(han)
})

test.each([
  ['a03', 'A03'],
  ['Ａ０３', 'A03'],
  ['第三版', '3'],
  ['十', '10'],
  ['第', undefined],
  ['3版块', undefined],
  ['头第3版', undefined],
])('the page %s is %s', (text, page) => {
  expect(readPageName(text)).toBe(page)
})

test('a percent sign belongs to the number right before it, and to no earlier one', () => {
  expect(texts('5 人 增长10%')).toEqual(['5', '人', '增长10%'])
})

describe('where a phrase stands', () => {
  const marked = (text: string, wanted: string) => {
    const literal = literalOf(wanted)
    return literal && findLiteral(text, literal).map((range) => text.slice(...range))
  }
  test.each([
    ['增长5%。', '5%', ['5%']],
    ['增长5。', '5%', []],
    ['8.5和5', '5', ['5']],
    ['5.8和5', '5', ['5']],
    ['1,100辆', '1100', ['1,100']],
    ['11,00辆', '1100', ['11,00']],
    ['11,g和11g', '11g', ['11g']],
    ['11g,5和11g5', '11g5', ['11g5']],
    ['a,1100辆', '1100', ['1100']],
    ['让“““冷资源', '让 冷资源', ['让“““冷资源']],
    ['让““““冷资源', '让 冷资源', ['让““““冷资源']],
    ['让“““““冷资源', '让 冷资源', []],
  ])('in %s %s stands at %j', (text, wanted, found) => {
    expect(marked(text, wanted)).toEqual(found)
  })
})
