import { expect, test } from 'vitest'
import { toColumnPieces } from '../../../src/corpus/geometry/column-piece.ts'
import { linkGlyphs } from '../../../src/corpus/geometry/link-glyphs.ts'
import { toTextLine } from '../../../src/corpus/geometry/text-line.ts'
import { joinTitleRows } from '../../../src/corpus/geometry/title-rows.ts'
import type { Glyph } from '../../../src/sources/index.ts'

// What stands on both sides of a gutter, so close that it could be one line.

const glyphsOf = (text: string, x: number, y: number, size = 10, more: Partial<Glyph> = {}): Glyph[] =>
  Array.from(text, (sign, at) => ({
    text: sign,
    x0: x + at * size,
    x1: x + (at + 1) * size,
    y0: y,
    y1: y + size,
    size,
    font: 'song',
    isBold: false,
    isVertical: false,
    afterBlank: false,
    ...more,
  }))
const line = (...of: Parameters<typeof glyphsOf>) => toTextLine(glyphsOf(...of), false, 0)
/** Lines of a column; the first stands in by two characters if a paragraph begins with it. */
const column = (x: number, y: number, measure: number, { isIndented = true, lines = 4 } = {}) =>
  Array.from({ length: lines }, (_, at) => {
    const indent = at === 0 && isIndented ? 2 : 0
    return line('行'.repeat(measure - indent), x + indent * 10, y + at * 15)
  })
const AROUND = { rules: [], boxes: [], pictures: [], display: [] }
const columnsOf = (...lines: ReturnType<typeof column>[]) => toColumnPieces(lines.flat(), AROUND)
const textsOf = (lines: readonly { readonly text: string }[]) => lines.map(({ text }) => text)

const titles = [line('两岸相连', 0, 0, 24), line('果子熟了', 132, 0, 24)]

test('titles side by side are two, where the left one ends long before its column does', () => {
  expect(textsOf(joinTitleRows(titles, columnsOf(column(0, 40, 12), column(132, 40, 12)), []))).toEqual([
    '两岸相连',
    '果子熟了',
  ])
})

test('a title over one wide column is one, whatever blank it has', () => {
  expect(joinTitleRows(titles, columnsOf(column(0, 40, 26)), [])).toHaveLength(1)
})

test('titles side by side are two, where a picture stands under the beginning of the second', () => {
  // Its text goes on from that first column in the next one.
  const wide = [line('两岸相连', 0, 0, 24), line('果子熟了送往城里', 132, 0, 24)]
  const columns = columnsOf(column(0, 40, 12), column(264, 40, 6, { isIndented: false }))
  expect(textsOf(joinTitleRows(wide, columns, []))).toEqual(['两岸相连', '果子熟了送往城里'])
})

test.each([
  ['a mark that hangs out, and one that hangs in', glyphsOf('两岸往来，', 0, 0), glyphsOf('（记者', 53, 0)],
  [
    'a blank, and a caption in smaller type',
    glyphsOf('两岸往来', 0, 0),
    glyphsOf('新桥', 52, 1, 9, { afterBlank: true }),
  ],
])('the lines of two columns are two: %s', (_case, left, right) => {
  expect(linkGlyphs([...left, ...right], [])).toHaveLength(2)
})

test.each([
  ['two such marks', glyphsOf('两岸往来，', 0, 0), glyphsOf('（记者', 51, 0)],
  ['a blank', glyphsOf('两岸往来', 0, 0), glyphsOf('新桥', 52, 0, 10, { afterBlank: true })],
])('within a line there may be %s', (_case, left, right) => {
  expect(linkGlyphs([...left, ...right], [])).toHaveLength(1)
})
