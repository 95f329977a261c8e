import type { SKRSContext2D } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import type { Pen } from '../../src/pictures/drawing/pen.ts'
import { setText } from '../../src/pictures/drawing/text-block.ts'
import { drawSheet } from '../../src/pictures/printed/draw-sheet.ts'
import { findMarks } from '../../src/pictures/printed/find-marks.ts'
import { breakLines } from '../../src/pictures/typesetting/break-lines.ts'
import { placeUnits } from '../../src/pictures/typesetting/place-units.ts'
import { unitsOf } from '../../src/pictures/typesetting/units.ts'

const EM = 10
const measure = (text: string) => Array.from(text).reduce((sum, it) => sum + (it > '\u02ff' ? EM : EM / 2), 0)
const placed = (text: string, keepsStart = false) =>
  placeUnits(
    unitsOf(text).map((it) => Object.assign({}, it, { width: measure(it.text) })),
    EM,
    keepsStart,
  )

test('straight quotation marks open and close by turns', () => {
  const marks = unitsOf('说"好"，又说"走"').filter(({ text }) => text === '"')
  expect(marks.map(({ noStart, noEnd }) => (noEnd ? 'opens' : noStart ? 'closes' : ''))).toEqual([
    'opens',
    'closes',
    'opens',
    'closes',
  ])
})

test('a mark that opens gives up its blank half at the start of a line, but not where the line is indented', () => {
  expect(placed('（甲').gaps[0]).toMatchObject({ shift: -5, advance: 5 })
  expect(placed('（甲', true).gaps[0]).toMatchObject({ shift: 0, advance: 10 })
})

test('of two marks side by side the one that closes gives up its blank half', () => {
  for (const text of ['甲」「乙', '甲」，乙']) expect(placed(text).gaps[1]?.advance).toBe(5)
  expect(placed('甲」乙').gaps[1]?.advance).toBe(10)
})

test('a line that a long word leaves mostly empty is not stretched', () => {
  const setting = { width: 100, em: EM, indent: 0, isJustified: true, measure }
  const [first] = breakLines('一二 Antidisestablish 甲', setting)
  expect(first?.pieces.map(({ text, x }) => [text, x])).toEqual([
    ['一', 0],
    ['二', 10],
  ])
})

const STYLE = { face: 'serif', size: EM, weight: 400, colour: '#000', leading: 1.5 } as const
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nothing else of a pen is used
const pen = { measure, write: () => {} } as unknown as Pen

test('all paragraphs together take so many lines at most, and stand apart by the gap', () => {
  const paragraphs = [{ text: '甲'.repeat(30) }, { text: '乙'.repeat(30) }]
  const whole = setText(pen, paragraphs, STYLE, { width: 100, gap: 7 })
  expect([whole.lines, whole.isCut, whole.height]).toEqual([6, false, 5 * 15 + 7 + 10])
  const cut = setText(pen, paragraphs, STYLE, { width: 100, gap: 7, maxLines: 4 })
  expect([cut.lines, cut.isCut, cut.height]).toEqual([4, true, 3 * 15 + 7 + 10])
})

test('what is marked is marked from its first character to its last, and no neighbour of it', () => {
  const rects: number[][] = []
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nothing else of a context is used
  const context = { fillRect: (...rect: number[]) => void rects.push(rect) } as unknown as SKRSContext2D
  const paragraphs = [{ text: '渡轮今天开航', marks: [[2, 4] as const] }]
  setText(pen, paragraphs, STYLE, { width: 100, markColour: '#ff0' }).draw(context, 0, 0)
  expect(rects.map(([x = 0, , width = 0]) => [Math.round(x), Math.round(x + width)])).toEqual([[20, 40]])
})

test('words of two characters are marked wherever the article has them, and nowhere else on its page', () => {
  const at = (text: string, x0: number) => ({
    text,
    x0,
    x1: x0 + 10 * text.length,
    y0: 0,
    y1: 10,
    isVertical: false,
  })
  const texts = [at('渡轮开航', 0), at('渡轮停航', 100)]
  const marks = [{ text: '渡轮', ranges: [[0, 2] as const] }]
  const all = findMarks(texts, marks, [])
  expect(all.map(({ x0, x1 }) => [x0, x1])).toEqual([
    [0, 20],
    [100, 120],
  ])
  expect(findMarks(texts, marks, [{ x0: 90, x1: 200, y0: 0, y1: 20 }])).toEqual([all[1]])
  // In a sentence that is not there as a whole its words are looked for; one character alone would stand too often.
  const sentence = { text: '渡轮明天', ranges: [[0, 2] as const, [2, 3] as const] }
  expect(findMarks(texts, [sentence], [])).toEqual(all)
})

/** How large a picture of a part of a page is, in pixels. */
async function sizeOf(
  page: { width: number; height: number },
  clip?: readonly { x0: number; y0: number; x1: number; y1: number }[],
) {
  const sheet = {
    ...page,
    point: 1,
    finest: Number.POSITIVE_INFINITY,
    paint: async () => {},
    texts: async () => [],
  }
  const png = Buffer.from(await drawSheet(sheet, { dpi: 72, ...(clip && { clip }) }))
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

test('a picture of a page has 4,000 pixels at most each way, however large the page is', async () => {
  expect(await sizeOf({ width: 8_000, height: 10 })).toEqual([4_000, 5])
  expect(await sizeOf({ width: 10, height: 400 })).toEqual([10, 400])
})

test('a clipping has some room around it, but nothing beyond the edges of its page', async () => {
  const page = { width: 100, height: 90 }
  expect(await sizeOf(page, [{ x0: 40, y0: 40, x1: 60, y1: 50 }])).toEqual([36, 26])
  expect(await sizeOf(page, [{ x0: 0, y0: 0, x1: 20, y1: 10 }])).toEqual([28, 18])
  expect(await sizeOf(page, [{ x0: 80, y0: 80, x1: 100, y1: 90 }])).toEqual([28, 18])
})
