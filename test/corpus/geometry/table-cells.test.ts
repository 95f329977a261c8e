import { expect, test } from 'vitest'
import { joinCells } from '../../../src/corpus/geometry/table-cells.ts'
import type { TextLine } from '../../../src/corpus/geometry/text-line.ts'

/** A line of ten points that begins at a column and stands at a height. */
const line = (text: string, x0: number, y0: number): TextLine => ({
  number: 0,
  text,
  x0,
  x1: x0 + 40,
  y0,
  y1: y0 + 10,
  size: 10,
  font: 'a',
  isBold: false,
  isVertical: false,
  glyphs: [],
})
const textsOf = (rows: readonly (readonly TextLine[])[]) => rows.map((row) => row.map(({ text }) => text))

/** Rows 30 points high, each of a name in two lines and what stands beside its first line. */
const names = ['甲', '乙', '丙', '丁']
const table = (count: number) => {
  const rows = names
    .slice(0, count)
    .map((it, at) => [line(`${it}上`, 0, at * 30), line(`${it}旁`, 100, at * 30)])
  const loose = names.slice(0, count).map((it, at) => line(`${it}下`, 0, at * 30 + 17.6))
  return { rows, loose }
}

test.each([3, 4])('where rules part all of %i rows, what stands between two of them is a row', (count) => {
  const { rows, loose } = table(count)
  const dividers = Array.from({ length: count - 1 }, (_, at) => at * 30 + 28.9)
  const joined = joinCells(rows, loose, dividers)
  expect(joined.loose).toEqual([])
  expect(textsOf(joined.rows)).toEqual(names.slice(0, count).map((it) => [`${it}上${it}下`, `${it}旁`]))
})

test('rules that part the head from the rest alone part no rows', () => {
  const { rows } = table(3)
  expect(textsOf(joinCells(rows, [], [28.9]).rows)).toEqual(textsOf(rows))
})

/** Times of two lines, the name of each beside the middle of its rows: of three, and of two. */
const stops = ['东站', '广场', '学校', '公园', '南站']
const times = stops.map((it, at) => [line(it, 100, at * 20), line(`6:0${at}`, 200, at * 20)])

test.each([
  ['amid rows', times.map((row, at) => (at === 1 ? [line('一号', 0, 20), ...row] : row))],
  ['beside a row', times],
])(
  'a name that stands for several rows goes to the first of them, whether it is found %s',
  (_where, rows) => {
    const loose = [...(rows === times ? [line('一号', 0, 20)] : []), line('二号', 0, 70)]
    const joined = joinCells(rows, loose, [14, 34, 54, 74])
    expect(joined.loose).toEqual([])
    expect(textsOf(joined.rows)).toEqual([
      ['一号', '东站', '6:00'],
      ['广场', '6:01'],
      ['学校', '6:02'],
      ['二号', '公园', '6:03'],
      ['南站', '6:04'],
    ])
  },
)

test('a name beside the first of its rows, or beside each, stays where it is', () => {
  const atTop = times.map((row, at) => (at % 2 === 0 ? [line(`${at}号`, 0, at * 20), ...row] : row))
  expect(textsOf(joinCells(atTop, [], []).rows)).toEqual(textsOf(atTop))
  const each = times.map((row, at) => [line(`${at}号`, 0, at * 20)].concat(row))
  expect(textsOf(joinCells(each, [], []).rows)).toEqual(textsOf(each))
})
