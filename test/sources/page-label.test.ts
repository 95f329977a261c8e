import { expect, test } from 'vitest'
import { readPageLabel } from '../../src/sources/page-label.ts'

test.each([
  ['第01版：要闻', { page: '01', section: '要闻' }],
  ['01版:要闻', { page: '01', section: '要闻' }],
  [' 第 03\u3000版： ', { page: '03' }],
  ['第A01版', { page: 'A01' }],
  ['(GA01) 封面', { page: 'GA01', section: '封面' }],
  ['01 - 封面', { page: '01', section: '封面' }],
  ['A02：要闻', { page: 'A02', section: '要闻' }],
  ['0607', { page: '0607' }],
  ['当前版：第A01版：要闻', { page: 'A01', section: '要闻' }],
  ['2026-07-18 第A01版:要闻', { page: 'A01', section: '要闻' }],
  ['2026年7月18日 星期六 第03版', { page: '03' }],
  // As long as a label may be.
  [`第01版：${'闻'.repeat(25)}`, { page: '01', section: '闻'.repeat(25) }],
])('%j labels a page', (text, label) => {
  expect(readPageLabel(text)).toEqual(label)
})

test.each([
  ['要闻'],
  [''],
  ['7'],
  ['2024年6月8日'],
  ['2024-06-08'],
  ['全省早稻开镰'],
  [`第01版：${'闻'.repeat(26)}`],
])('%j labels none', (text) => {
  expect(readPageLabel(text)).toBeUndefined()
})
