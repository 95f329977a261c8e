import { expect, test } from 'vitest'
import { type ChartPicture, drawPicture } from '../../src/pictures/index.ts'

const chart: ChartPicture = {
  kind: 'chart',
  title: '渡轮、码头',
  note: '每月的篇数',
  labels: ['2024年1月', '2024年2月', '2024年3月'],
  lines: [{ name: '渡轮', counts: [1, 9, 4], peaks: [{ at: 1, text: '2024年2月 · 9 篇 · 白鹭渡轮开航' }] }],
  isDark: false,
}
const sizeOf = (png: Uint8Array) => [16, 20].map((at) => Buffer.from(png).readUInt32BE(at))

test('a chart is as wide as a card, and has room for what is said of its peaks', async () => {
  const [width, height = 0] = sizeOf(await drawPicture(chart))
  expect(width).toBe(1080)
  const [line] = chart.lines
  const bare = await drawPicture({ ...chart, lines: line ? [{ ...line, peaks: [] }] : [] })
  expect(height).toBeGreaterThan(sizeOf(bare)[1] ?? 0)
})

test.each([
  ['no article at all', [{ name: '渡轮', counts: [0, 0, 0], peaks: [] }]],
  [
    'four lines with names longer than the picture',
    Array.from({ length: 4 }, (_, i) => ({
      name: '名'.repeat(80 + i),
      counts: [i, 0, 7],
      peaks: [{ at: 2, text: '题'.repeat(300) }],
    })),
  ],
  ['a rare character, emoji and HTML', [{ name: '𠮷🚢<b>', counts: [1, 2, 3], peaks: [] }]],
])('%s are drawn', async (_name, lines) => {
  const png = await drawPicture({ ...chart, title: lines.map(({ name }) => name).join('、'), lines })
  const [width = 0, height = 0] = sizeOf(png)
  expect(width + height).toBeLessThan(10_000)
})
