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
