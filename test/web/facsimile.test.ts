import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { expect, onTestFinished, test } from 'vitest'
import { openPainter } from '../../src/app/open-painter.ts'
import { buildArticle } from '../support/build-article.ts'
import { writePdf } from '../support/printed-pdf.ts'
import { openTestSite } from '../support/site.ts'

const RED = [198, 40, 40]
const printed = buildArticle({
  headline: '全省早稻开镰',
  paragraphs: ['机器轰鸣。'],
  source: { file: 'page.pdf', lines: [1], regions: [{ page: 1, rect: [36, 40, 200, 120] }] },
})
const typed = buildArticle({
  headline: '夜市灯火通明',
  paragraphs: ['江边的夜市。'],
  source: { file: 'b.txt', lines: [1] },
})

/** The site over a folder with one printed page. */
function openPrintedSite() {
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-facsimile-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const texts = [{ text: '全省早稻开镰', x: 40, y: 80, size: 24, font: 'hei' as const }]
  writeFileSync(join(folder, 'page.pdf'), writePdf([{ width: 440, height: 300, texts }]))
  const painter = openPainter(folder)
  onTestFinished(() => painter.close())
  return {
    folder,
    opening: openTestSite([printed, typed], {
      drawPage: (it) => painter.drawPage(it),
      facsimileOf: (it) => painter.facsimileOf(it),
    }),
  }
}

test('an article of a PDF stands beside its printed page, on which it is outlined', async () => {
  const { read, get } = await openPrintedSite().opening
  const path = `/a/${printed.id}/page.png`
  expect((await read(`/a/${printed.id}`)).text).toContain(`<img src="${path}"`)
  const response = await get(path)
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png'])
  const picture = await loadImage(Buffer.from(await response.arrayBuffer()))
  const context = createCanvas(picture.width, picture.height).getContext('2d')
  context.drawImage(picture, 0, 0)
  const scale = picture.width / 440
  const colourAt = (x: number, y: number) =>
    Array.from(context.getImageData(Math.round(x * scale), Math.round(y * scale), 1, 1).data.slice(0, 3))
  expect([colourAt(30, 70), colourAt(100, 34), colourAt(300, 200)]).toEqual([RED, RED, [255, 255, 255]])
})

test('an article without a printed page has none, and one whose file is gone is read all the same', async () => {
  const { folder, opening } = openPrintedSite()
  const { read, said } = await opening
  expect((await read(`/a/${typed.id}`)).text).not.toContain('page.png')
  expect((await read(`/a/${typed.id}/page.png`)).status).toBe(404)
  rmSync(join(folder, 'page.pdf'))
  const gone = await read(`/a/${printed.id}/page.png`)
  expect([gone.status, gone.text.includes('没有这张图')]).toEqual([503, true])
  expect(said()).toMatch(/ENOENT.*a picture of the site cannot be drawn/s)
  expect((await read(`/a/${printed.id}`)).status).toBe(200)
})
