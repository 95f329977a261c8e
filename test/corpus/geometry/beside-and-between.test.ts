import { describe, expect, test } from 'vitest'
import { toColumnPieces } from '../../../src/corpus/geometry/column-piece.ts'
import { crossings, toContext } from '../../../src/corpus/geometry/flow-context.ts'
import { textOfRows, toHeadings } from '../../../src/corpus/geometry/heading.ts'
import { spanOfHeading } from '../../../src/corpus/geometry/heading-span.ts'
import { joinGaps } from '../../../src/corpus/geometry/join-gaps.ts'
import { placeCaptions } from '../../../src/corpus/geometry/printed-draft.ts'
import { scoreSuccession } from '../../../src/corpus/geometry/succession.ts'
import { findTables } from '../../../src/corpus/geometry/tables.ts'
import { toTextLine } from '../../../src/corpus/geometry/text-line.ts'
import { toTitleRows } from '../../../src/corpus/geometry/title-block.ts'
import { column, draft, glyphsOf, heading, line, pieceOf, rect, SIZE } from '../../support/typeset.ts'

test('smaller lines beside a title that runs downwards stand over it on its right, and under it on its left', () => {
  const downwards = (text: string, x0: number, size: number) =>
    toTextLine(
      Array.from(text).flatMap((sign, at) =>
        glyphsOf(sign, x0, at * size, { size, font: 'hei' }).map((it) =>
          Object.assign(it, { isVertical: true }),
        ),
      ),
      true,
      x0,
    )
  const lines = [
    downwards('老茶树又发新芽', 50, 24),
    downwards('茶乡见闻', 80, 14),
    downwards('茶价涨了一成', 30, 14),
  ]
  const { headings } = toHeadings(toTitleRows(lines, [], []), [], { size: SIZE, font: 'song' }, [])
  expect(headings.map((it) => [it.kicker, [it.title], it.deck].map((rows) => rows.map(textOfRows)))).toEqual([
    [['茶乡见闻'], ['老茶树又发新芽'], ['茶价涨了一成']],
  ])
})

test.each([
  ['between two texts', 50, 1],
  ['along the edge of the lower one', 100.5, 1],
  ['in the lower one', 103, 0],
  ['in the upper one', -3, 0],
])('a rule %s crosses the gap or not', (_where, y, times) => {
  const gap = rect(0, 0, 100, 100)
  expect(crossings(gap, { rules: [rect(0, y, 100, y + 1)] })).toBe(times)
  expect(crossings(gap, { rules: [rect(0, y, 59, y + 1)] })).toBe(0)
})

test('a signature follows a paragraph that has ended rather than one that breaks off', () => {
  const ended = column(['  山里的老茶树又发新', '芽，满坡茶农都忙着采茶。'], 0, 0)
  const torn = column(['  山里的老茶树又发新', '芽，满坡茶农都忙着采茶叶'], 0, 0)
  const signature = column(['（本报记者 李四）'], 0, 30)
  const score = (from: typeof ended) => {
    const parts = { pieces: [from, signature], headings: [], rules: [], pictures: [], size: SIZE }
    return scoreSuccession(from, signature, 0, 1, toContext(parts))
  }
  expect(score(ended) - score(torn)).toBeCloseTo(3)
})

test('each caption goes with its picture, to the article that it stands among', () => {
  const drafts = [0, 300].map((x) =>
    draft([column(['茶农在山坡上忙着采茶叶'], x, 200)], heading('茶乡', x, 0)),
  )
  const pictures = [0, 300].map((x) => rect(x, 40, x + 100, 120))
  const captions = pictures.map((picture) => ({
    picture,
    piece: pieceOf([line('茶农采茶', picture.x0, 124, { size: 8 })]),
  }))
  placeCaptions(drafts, captions, pictures)
  expect(drafts.map((it) => it.captions)).toEqual(captions.map((it) => [it]))
  expect(drafts.map((it) => it.pictures)).toEqual(pictures.map((it) => [it]))
})

test('a line that was torn apart twice is put together from left to right', () => {
  const across = [0, 28].map((y) => line('上面下面的一整行文字都跨过这些空处', 0, y))
  const parts = [line('左边四字', 0, 14), line('中', 44, 14), line('右边四字', 57, 14)]
  for (const given of [parts, parts.toReversed()])
    expect(joinGaps([...across, ...given], []).map(({ text }) => text.replace(/ /gu, ''))).toContain(
      '左边四字中右边四字',
    )
})

test('a title in a box stands over nothing outside of it', () => {
  const columns = [0, 130, 260].map((x) => rect(x, 50, x + 120, 200))
  const own = heading('两岸相连', 150, 20)
  const parts = { headings: [], rules: [], pictures: [], size: SIZE, pieces: columns }
  const inBox = (x0: number, x1: number) => {
    const box = { ...rect(x0, 0, x1, 210), isFilled: false }
    const { x0: left, x1: right } = spanOfHeading({ ...own, title: { ...own.title, box } }, parts)
    return [left, right]
  }
  expect(inBox(0, 380)).toEqual([0, 380])
  expect(inBox(0, 260)).toEqual([130, 250])
  expect(inBox(125, 380)).toEqual([130, 250])
})

describe('lines of a column and a picture', () => {
  const lines = [0, 15].map((y) => line('山里的老茶树又发新芽', 0, y))
  const piecesWith = (picture: ReturnType<typeof rect>) =>
    toColumnPieces(lines, { rules: [], boxes: [], display: [], pictures: [picture] }).length

  test.each([
    ['between them', 2, rect(0, 11, 100, 14)],
    ['that they stand in', 1, rect(-5, -5, 105, 200)],
    ['beside them', 1, rect(120, 11, 200, 14)],
  ])('%s: columns: %i', (_where, count, picture) => expect(piecesWith(picture)).toBe(count))
})

test('a row of a table may have a cell less than the others, and not two', () => {
  const rows = (cells: readonly number[]) =>
    cells.flatMap((count, row) =>
      [0, 60, 120, 180].slice(0, count).map((x, at) => line(`${row}.${at}`, x, row * 15)),
    )
  const rowsOf = (...cells: readonly number[]) =>
    findTables(rows(cells), [], SIZE).map((it) => it.rows.length)
  expect(rowsOf(4, 4, 3, 4)).toEqual([4])
  expect(rowsOf(4, 4, 4, 2)).toEqual([3])
})
