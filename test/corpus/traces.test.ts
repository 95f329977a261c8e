import { expect, test } from 'vitest'
import { cutAtTraces } from '../../src/corpus/articles/cut-at-traces.ts'
import { readPage } from '../../src/corpus/articles/read-page.ts'
import { readChunks } from '../../src/corpus/files/page-chunks.ts'
import { isSheetNumber } from '../../src/corpus/wording/furniture.ts'
import { JUMP } from '../../src/corpus/wording/markers.ts'
import { readSourceTrace } from '../../src/corpus/wording/source-trace.ts'
import { collect } from '../support/collect.ts'

test.each([
  ['《江城日报》（2025年10月20日 第 03 版）', { paper: '江城日报', date: '2025-10-20', page: '03' }],
  ['《 江城日报 》（ 2025年10月20日 03 版）', { paper: '江城日报', date: '2025-10-20', page: '03' }],
  ['《江城晚报》(2024年6月8日第A06版)', { paper: '江城晚报', date: '2024-06-08', page: 'A06' }],
  ['（来源：《江城晚报》（2024-06-08 第二版 要闻））', { paper: '江城晚报', date: '2024-06-08', page: '02' }],
  ['《江城晚报》（2024年6月8日）', { paper: '江城晚报', date: '2024-06-08' }],
  ['《江城晚报》（第3版）', undefined],
  ['《江城晚报》（2024年13月8日 第3版）', undefined],
  ['据《江城晚报》（2024年6月8日 第3版）报道，', undefined],
])('the trace %s', (line, trace) => {
  expect(readSourceTrace(line)).toEqual(trace)
})

const body = (about: string) =>
  Array.from(
    { length: 6 },
    (_, n) => `${about}第${n + 1}段说明了今年的安排和下一步的计划，各方将继续推进有关工作。`,
  ).join('\n')
const ARTICLES = [
  ['江城大桥今天通车', body('大桥'), '《江城日报》（2025年10月20日 第 03 版）'],
  ['秋粮收购全面开始', body('秋粮'), '《江城晚报》（2025年10月21日 第 A05 版）'],
] as const

test.each([
  ['below', ARTICLES.map(([headline, text, trace]) => `${headline}\n\n${text}\n${trace}\n`).join('\n')],
  ['above', ARTICLES.map(([headline, text, trace]) => `${trace}\n${headline}\n\n${text}\n`).join('\n')],
])('traces %s their articles part them, and give paper, day and page to each', (_, text) => {
  const stretches = cutAtTraces({ text, linesBefore: 7 })
  expect(stretches.map((it) => it.text).join('')).toBe(text)
  const pages = stretches.map((it) => readPage({ file: 'a.txt', ...it }))
  expect(
    pages.map(({ paper, date, page, articles }) => [paper, date, page, articles.map((it) => it.headline)]),
  ).toEqual([
    ['江城日报', '2025-10-20', '03', ['江城大桥今天通车']],
    ['江城晚报', '2025-10-21', 'A05', ['秋粮收购全面开始']],
  ])
  expect(stretches[0]?.linesBefore).toBe(7)
  expect(stretches[1]?.linesBefore).toBe(7 + (stretches[0]?.text.split('\n').length ?? 0) - 1)
})

test('a text without a trace stays whole', () => {
  const chunk = { text: body('大桥'), linesBefore: 0 }
  expect(cutAtTraces(chunk)).toEqual([chunk])
})

test.each([
  ['第 3 页', true],
  ['- 第3页 共 8 页 -', true],
  ['第 3 版', false],
  ['第三页的报道', false],
])('%s numbers a sheet: %s', (line, isSheet) => {
  expect(isSheetNumber(line)).toBe(isSheet)
})

test('a form feed parts pages, and sheets of a print-out do not', async () => {
  async function* once(text: string) {
    yield text
  }
  const chunksOf = (text: string) => collect(readChunks(once(text), 'a.txt', () => {}, isSheetNumber))
  expect((await chunksOf('甲\n第 1 页\n\f乙\n第 2 页\n\f丙\n')).map((it) => it.text)).toEqual([
    '甲\n第 1 页\n\f乙\n第 2 页\n\f丙\n',
  ])
  expect((await chunksOf('甲\n\f乙\n第 2 页\n\f丙\n')).map((it) => it.text)).toEqual([
    '甲\n\f',
    '乙\n第 2 页\n\f丙\n',
  ])
})

test.each(['（上接第一版）', '（上接第一版】', '【上接01版】', '上接A3版', '〔紧接第二版〕'])(
  '%s is a jump marker',
  (marker) => {
    expect(JUMP.exec(`${marker}大桥通车以后`)?.[0]).toBe(marker)
    expect(JUMP.exec(marker)?.[0]).toBe(marker)
  },
)

test('a print-out of many sheets is cut in time in proportion to its length', async () => {
  async function* once() {
    yield '大桥今天通车。\n第 1 页\n\f'.repeat(8_000)
  }
  const before = process.cpuUsage()
  const chunks = await collect(readChunks(once(), 'a.txt', () => {}, isSheetNumber))
  // Looked at from the beginning for each sheet, it took 3,500 ms where it takes 30 now.
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(700)
  expect(chunks.length).toBeGreaterThan(1)
})
