import { expect, test } from 'vitest'
import { partsOf } from '../../../src/search/query/query-parts.ts'

/** The values of a query, those in quotation marks in brackets. */
const valuesOf = (query: string) =>
  partsOf(query).flatMap((part) =>
    part.kind === 'value' ? [part.quoted ? `[${part.text}]` : part.text] : [],
  )

test.each([
  ['成都 公园', ['成都', '公园']],
  ['"成都 公园"', ['[成都 公园]']],
  ['＂成都 公园＂ 水位', ['[成都 公园]', '水位']],
  ['"成都 公园', ['[成都 公园]']],
  ['成都"公园"', ['成都', '[公园]']],
  ['“成都 公园”', ['[成都 公园]']],
  ['「成都」 公园', ['[成都]', '公园']],
  ['『成都』', ['[成都]']],
  ['„成都“', ['[成都]']],
  ['«成都» ‹公园›', ['[成都]', '[公园]']],
  ['‘成都’', ['[成都]']],
  // Marks of print inside of a word, or that nothing closes, are no quotation.
  ['“成都”公园', ['“成都”公园']],
  ['“成都 公园', ['“成都', '公园']],
  ['“', ['“']],
  ['成都” 公园', ['成都”', '公园']],
  ['《成都》 公园', ['《成都》', '公园']],
])('the parts of %s', (query, values) => {
  expect(valuesOf(query)).toEqual(values)
})

test.each([
  ['地震 -日本', ['日本']],
  ['地震 －日本', ['日本']],
  ['－日本 地震', ['日本']],
  ['地震 －"日本 东京"', ['日本 东京']],
  ['地震 —日本', []],
  ['地震－日本', []],
  ['地震 － 日本', []],
  ['地震 －', []],
  // A number that falls is none; a bare one is.
  ['股价 －26.95%', []],
  ['股价 -5%', []],
  ['气温 -5.5', []],
  ['气温 -5.5度', ['5.5度']],
  ['气温 -5', ['5']],
])('of %s this is left out: %j', (query, excluded) => {
  expect(
    partsOf(query).flatMap((part) => (part.kind === 'value' && part.negated ? [part.text] : [])),
  ).toEqual(excluded)
})
