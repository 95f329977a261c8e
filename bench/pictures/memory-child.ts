// The process of memory.ts.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openPictureDrawer } from '../../src/pictures/index.ts'
import { writePdf } from '../../test/support/printed-pdf.ts'

const IDLE_MS = 500
const rss = async () => {
  for (let n = 0; n < 4; n++) {
    globalThis.gc?.()
    await sleep(100)
  }
  return process.memoryUsage.rss()
}
const folder = mkdtempSync(join(tmpdir(), 'paperboy-memory-'))
const file = join(folder, 'page.pdf')
const line = '湖边的稻田里机器轰鸣，村民在晾晒稻谷。'
const texts = Array.from({ length: 1200 }, (_, n) => ({
  text: line,
  x: 30 + (n % 5) * 190,
  y: 60 + Math.floor(n / 5) * 4,
  size: 9,
}))
writeFileSync(file, writePdf([{ width: 1_000, height: 1_400, texts }]))
// The drawer's thread keeps nobody waiting.
const alive = setInterval(() => {}, 1_000)
const before = await rss()
const drawer = openPictureDrawer(IDLE_MS)
const foot = { source: ['街角日报'], sender: ['@paperboy_bot'], isDark: false } as const
await drawer.draw({
  kind: 'card',
  headline: line,
  paragraphs: [{ text: line.repeat(5) }],
  isSquare: false,
  ...foot,
})
await drawer.draw({
  kind: 'front',
  masthead: '街角日报',
  dateline: ['2024年6月8日'],
  stories: Array.from({ length: 7 }, () => ({ headline: line, text: line })),
  ...foot,
})
await drawer.draw({
  kind: 'chart',
  title: '早稻',
  note: '篇',
  labels: ['一月', '二月', '三月'],
  lines: [{ name: '早稻', counts: [1, 9, 4], peaks: [] }],
  isDark: false,
})
await drawer.draw({ kind: 'page', file, number: 1, rects: [[20, 50, 600, 900]], look: 'clipping' })
const drawing = await rss()
await sleep(IDLE_MS + 1_000)
const after = await rss()
clearInterval(alive)
rmSync(folder, { recursive: true })
process.stdout.write(JSON.stringify({ before, drawing, after }))
