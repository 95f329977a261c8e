import { expect, test } from 'vitest'
import { findCaptions } from '../../../src/corpus/geometry/captions.ts'
import { joinGaps } from '../../../src/corpus/geometry/join-gaps.ts'
import { splitSheet } from '../../../src/corpus/geometry/split-sheet.ts'
import { joinCells } from '../../../src/corpus/geometry/table-cells.ts'
import { type TextLine, toTextLine } from '../../../src/corpus/geometry/text-line.ts'
import { toTitleRows } from '../../../src/corpus/geometry/title-block.ts'
import type { Glyph, PrintedPage } from '../../../src/sources/index.ts'

// What stands beside something else: on the other page of a sheet, in the next column, by another picture.

const SIZE = 10
const glyph = (text: string, x0: number, y0: number, more: Partial<Glyph> = {}): Glyph => ({
  text,
  x0,
  x1: x0 + SIZE,
  y0,
  y1: y0 + SIZE,
  size: SIZE,
  font: 'a',
  isBold: false,
  isVertical: false,
  afterBlank: false,
  ...more,
})
const glyphsOf = (text: string, x0: number, y0: number, more: Partial<Glyph> = {}) =>
  Array.from(text, (it, at) => glyph(it, x0 + at * SIZE, y0, more))
const line = (text: string, x0: number, y0: number, more: Partial<Glyph> = {}): TextLine =>
  toTextLine(glyphsOf(text, x0, y0, more), false, 0)

test('of two pages on a sheet each has its own side, and what is said of the sheet is said once', () => {
  const sheet: PrintedPage = {
    number: 1,
    width: 400,
    height: 300,
    glyphs: [
      glyphsOf('左边的一页文字', 40, 20),
      glyphsOf('右边的一页文字', 260, 20),
      glyphsOf('下面还有一行字', 40, 40),
      glyphsOf('下面还有一行字', 260, 40),
    ].flat(),
    rules: [],
    boxes: [],
    pictures: [{ x0: 250, y0: 60, x1: 350, y1: 120 }],
    warnings: ['a font is missing'],
  }
  const [left, right] = splitSheet(sheet)
  expect(
    [left, right].map((it) =>
      it?.glyphs
        .slice(0, 2)
        .map(({ text }) => text)
        .join(''),
    ),
  ).toEqual(['左边', '右边'])
  expect([left?.pictures.length, right?.pictures.length]).toEqual([0, 1])
  expect([left?.warnings, right?.warnings]).toEqual([['a font is missing'], []])
})

test('a line is bold if more than half of it is', () => {
  const bold = (text: string, count: number) =>
    toTextLine(
      glyphsOf(text, 0, 0).map((it, at) => Object.assign({}, it, { isBold: at < count })),
      false,
      0,
    ).isBold
  expect([bold('本报今天', 1), bold('本报今天', 2), bold('本报今天', 3)]).toEqual([false, false, true])
})

test('what justified setting has torn apart is joined, but not over a rule', () => {
  const lines = [
    line('上面的一整行文字跨过空处', 0, 0),
    line('左半行', 0, 14),
    line('右半行', 42, 14),
    line('下面的一整行文字跨过空处', 0, 28),
  ]
  const textsOf = (all: readonly TextLine[]) => all.map(({ text }) => text)
  expect(textsOf(joinGaps(lines, []))).toHaveLength(3)
  const rule = { x0: 35, x1: 35.5, y0: 10, y1: 30 }
  expect(textsOf(joinGaps(lines, [rule]))).toEqual(textsOf(lines))
})

test('a caption belongs to the nearest of the pictures around it', () => {
  const caption = line('图为村民在晾晒稻谷', 0, 110, { font: 'b' })
  const { x0, x1, y0, y1 } = caption
  const piece = { x0, x1, y0, y1, lines: [caption], size: 8, font: 'b', pitch: 12, box: undefined }
  const [far, near] = [
    { x0: 0, y0: 124, x1: 90, y1: 180 },
    { x0: 0, y0: 20, x1: 90, y1: 108 },
  ]
  const body = { size: SIZE, font: 'a' }
  for (const pictures of [
    [far, near],
    [near, far],
  ])
    expect(findCaptions([piece], pictures, body).map(({ picture }) => picture)).toEqual([near])
})

test('a title in columns is read from right to left', () => {
  const column = (text: string, x0: number) =>
    toTextLine(
      Array.from(text, (it, at) => glyph(it, x0, at * SIZE, { isVertical: true })),
      true,
      0,
    )
  const [title] = toTitleRows([column('合龙通车', 0), column('江城新桥', 14)], [], [])
  expect(title?.lines.map(({ text }) => text)).toEqual(['江城新桥', '合龙通车'])
})

test('a cell that reaches over the rule below it stands in the row where its middle is', () => {
  const rows = [0, 30, 60].map((y) => [line('甲', 0, y), line('乙', 100, y)])
  const low = line('丙', 0, 17)
  const joined = joinCells(rows, [low], [26, 56])
  expect(joined.rows.map((row) => row.map(({ text }) => text))).toEqual([
    ['甲丙', '乙'],
    ['甲', '乙'],
    ['甲', '乙'],
  ])
})
