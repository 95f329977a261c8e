import { expect, test } from 'vitest'
import { parseQuery } from '../../../src/search/query/parse-query.ts'

const today = '2024-06-20'
const wanted = (query: string) => parseQuery(query, today).understood.wanted.map(([it]) => it)

test.each([
  ['floods yesterday', '昨天', '2024-06-19', '2024-06-19'],
  ['floods Last Week', '上周', '2024-06-10', '2024-06-16'],
  ['floods June 8', '6月8日', '2024-06-08', '2024-06-08'],
  ['floods 8th June 2023', '2023年6月8日', '2023-06-08', '2023-06-08'],
  ['floods 18 June', '6月18日', '2024-06-18', '2024-06-18'],
  ['floods Sept. 3, 2023', '2023年9月3日', '2023-09-03', '2023-09-03'],
  ['floods Feb 2024', '2024年2月', '2024-02-01', '2024-02-29'],
])('%s asks for %s', (query, text, from, to) => {
  expect(wanted(query)).toEqual([
    { text: 'floods', exact: false },
    { text, exact: false, dates: { style: expect.any(String), from, to } },
  ])
})

test('what stands behind a day is a word of its own', () => {
  expect(wanted('8 June floods').map((it) => it?.text)).toEqual(['6月8日', 'floods'])
})

test.each([
  ['May', ['May']],
  ['"last week"', ['last week']],
  ['last chance', ['last', 'chance']],
  ['G 20 8', ['G', '20', '8']],
])('%s holds no date', (query, texts) => {
  expect(wanted(query)).toEqual(texts.map((it) => expect.objectContaining({ text: it })))
  expect(wanted(query).some((it) => it?.dates)).toBe(false)
})

test.each([
  ['floods date:yesterday', '2024-06-19'],
  ['floods date:June 8', '2024-06-08'],
  ['date:last week floods', '2024-06-16'],
])('a field takes a date in English: %s', (query, to) => {
  const { filter, wanted } = parseQuery(query, today).understood
  expect(filter.to).toBe(to)
  expect(wanted.map(([it]) => it?.text)).toEqual(['floods'])
})
