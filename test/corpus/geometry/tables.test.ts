import { expect, test } from 'vitest'
import { joinRules } from '../../../src/corpus/geometry/join-rules.ts'
import { findTables } from '../../../src/corpus/geometry/tables.ts'
import type { TextLine } from '../../../src/corpus/geometry/text-line.ts'
import type { Rect } from '../../../src/sources/index.ts'

const SIZE = 8
/** A line whose right end, as figures are set, or left end is at a place. */
const line = (text: string, x: number, y0: number, side: 'left' | 'right' = 'left'): TextLine => {
  const width = text.length * SIZE
  const x0 = side === 'left' ? x : x - width
  return {
    number: 0,
    text,
    x0,
    x1: x0 + width,
    y0,
    y1: y0 + SIZE,
    size: SIZE,
    font: 'a',
    isBold: false,
    isVertical: false,
    glyphs: [],
  }
}
/** A border that is drawn cell by cell. */
const border = (y: number, from: number, to: number): readonly Rect[] =>
  Array.from({ length: (to - from) / 50 }, (_, at) => ({
    x0: from + at * 50,
    x1: from + at * 50 + 50,
    y0: y,
    y1: y + 0.5,
  }))

const NAMES = ['城东', '城西', '江北', '江南']
/** Names and four figures each, which are set to the right. */
const body = NAMES.flatMap((name, row) => [
  line(name, 0, row * 15),
  ...[1, 2, 3, 4].map((column) => line(`${row}.${column}`, column * 100, row * 15, 'right')),
])
/** Two heads over two columns each, set to the left, and one over the names, in the middle of both lines. */
const heads = [
  line('区县', 0, -22),
  line('今年', 150, -30),
  line('去年', 350, -30),
  ...[1, 2, 3, 4].map((column) => line(column % 2 ? '产值' : '增长', column * 100 - 80, -15)),
]
const grid = [
  ...border(-34, 0, 400),
  ...border(-19, 50, 400),
  ...[-4, 11, 26, 41, 56].flatMap((y) => border(y, 0, 400)),
]
const textsOf = (lines: readonly TextLine[], rules: readonly Rect[]) =>
  findTables(lines, rules, SIZE).map(({ rows }) => rows.map(({ text }) => text))
const ROWS = NAMES.map((name, row) => [name, ...[1, 2, 3, 4].map((it) => `${row}.${it}`)].join('｜'))

test('heads of two lines, some over several columns, are rows of a table whose rules are drawn cell by cell', () => {
  expect(textsOf([...heads, ...body], grid)).toEqual([
    ['区县｜今年｜去年', '产值｜增长｜产值｜增长', ...ROWS],
  ])
})

test('a line that stands alone between two rules above a table is no head of it', () => {
  expect(textsOf([line('各区县上半年', 150, -15), ...body], grid)).toEqual([ROWS])
})

test('rules that go on where another one ends are one, and others stay', () => {
  const whole = { x0: 0, x1: 400, y0: 5, y1: 5.5 }
  expect(joinRules([...border(5, 0, 200), ...border(5, 200, 400)])).toEqual([whole])
  const apart = { x0: 410, x1: 500, y0: 5, y1: 5.5 }
  const below = { x0: 0, x1: 400, y0: 8, y1: 8.5 }
  const standing = { x0: 0, x1: 0.5, y0: 0, y1: 90 }
  expect(joinRules([...border(5, 0, 400), apart, below, standing])).toEqual([whole, apart, below])
})
