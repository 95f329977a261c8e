import { expect, test } from 'vitest'
import { openPdf, PdfError, type PrintedPage } from '../../src/sources/index.ts'
import { type PdfPage, writePdf } from '../support/printed-pdf.ts'

/** That of the engine: pdf.js is loaded with the first PDF. */
const { push } = Array.prototype
const { parse, stringify } = JSON

async function readOne(page: PdfPage): Promise<PrintedPage> {
  const pdf = await openPdf(writePdf([page]))
  try {
    return await pdf.readPage(1)
  } finally {
    await pdf.close()
  }
}

const textOf = (page: PrintedPage) => page.glyphs.map(({ text }) => text).join('')

test('characters of fonts that are not embedded are read by the maps of pdf.js, with their places', async () => {
  const page = await readOne({
    texts: [
      { text: '全市大宗', x: 50, y: 100, size: 10 },
      { text: '报纸', x: 50, y: 130, size: 20, font: 'gbk' },
    ],
  })
  expect(textOf(page)).toBe('全市大宗报纸')
  const [first, , , , , last] = page.glyphs
  expect(first).toMatchObject({ x0: 50, x1: 60, size: 10, isBold: false })
  expect(first?.y1).toBeCloseTo(101.2)
  expect(last).toMatchObject({ x0: 70, x1: 90, size: 20 })
})

test('a heavy face is bold, and a line that runs downwards is vertical', async () => {
  const page = await readOne({
    texts: [
      { text: '标题', x: 50, y: 100, size: 20, font: 'hei' },
      { text: '竖题', x: 300, y: 100, size: 20, vertical: true },
    ],
  })
  const [bold, , top, below] = page.glyphs
  expect(bold).toMatchObject({ isBold: true, isVertical: false })
  expect(top).toMatchObject({ isVertical: true, x0: 290, x1: 310 })
  expect((below?.y0 ?? 0) - (top?.y0 ?? 0)).toBeCloseTo(20)
})

test('rules, frames, tints and pictures have their places', async () => {
  const page = await readOne({
    texts: [{ text: '字', x: 50, y: 100, size: 10 }],
    rules: [[40, 60, 500, 1]],
    frames: [[40, 200, 200, 100]],
    tints: [[300, 200, 200, 100]],
    pictures: [[100, 400, 150, 90]],
  })
  expect(page.rules).toEqual([{ x0: 40, y0: 60, x1: 540, y1: 61 }])
  expect(page.boxes).toEqual([
    { x0: 300, y0: 200, x1: 500, y1: 300, isFilled: true },
    { x0: 40, y0: 200, x1: 240, y1: 300, isFilled: false },
  ])
  expect(page.pictures).toEqual([{ x0: 100, y0: 400, x1: 250, y1: 490 }])
})

test('a page that is to be turned is turned, and so is one whose text stands on its side', async () => {
  const turned = await readOne({ rotate: 90, texts: [{ text: '全市', x: 50, y: 100, size: 10 }] })
  expect(turned).toMatchObject({ width: 600, height: 800 })
  const [first, second] = turned.glyphs
  expect((second?.x0 ?? 0) - (first?.x0 ?? 0)).toBeCloseTo(10)
  expect(second?.y0).toBeCloseTo(first?.y0 ?? 0)
})

test('text without a Unicode map is not served, and the page says so', async () => {
  const page = await readOne({
    texts: [
      { text: '乱码乱码', x: 50, y: 100, size: 10, font: 'unmapped' },
      { text: '全市', x: 50, y: 130, size: 10 },
    ],
  })
  expect(textOf(page)).toBe('全市')
  expect(page.warnings.join()).toMatch(/^4 of 6 characters are in fonts that do not tell .*no Unicode map/)
})

test.each([
  [
    'locked',
    () =>
      writePdf(
        [{ texts: [] }],
        `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O (${'o'.repeat(32)}) /U (${'u'.repeat(32)}) >> /ID [(aa) (aa)]`,
      ),
  ],
  ['broken', () => new TextEncoder().encode('%PDF-1.7\nnothing of a PDF follows')],
  ['no PDF', () => new Uint8Array()],
  ['no pages', () => writePdf([])],
])('a file that is %s says what to do', async (problem, bytes) => {
  const error = await openPdf(bytes()).catch((it: unknown) => it)
  expect(error).toBeInstanceOf(PdfError)
  expect(error).toMatchObject({ problem })
})

test('a file that has lost its end is read all the same', async () => {
  const whole = writePdf([{ texts: [{ text: '全市', x: 50, y: 100, size: 10 }] }])
  const pdf = await openPdf(whole.slice(0, whole.length - 20))
  expect(textOf(await pdf.readPage(1))).toBe('全市')
  await pdf.close()
})

test('reading a PDF leaves arrays and JSON of the process as quick as they were', async () => {
  const pdf = await openPdf(writePdf([{ texts: [] }]))
  await pdf.readPage(1)
  await pdf.close()
  expect(Array.prototype.push).toBe(push)
  expect(JSON.parse).toBe(parse)
  expect(JSON.stringify).toBe(stringify)
})
