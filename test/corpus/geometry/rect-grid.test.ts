import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRectGrid } from '../../../src/corpus/geometry/rect-grid.ts'
import type { Rect } from '../../../src/sources/index.ts'

const place = fc.double({ min: -5000, max: 50_000, noNaN: true })
const side = fc.oneof(
  fc.double({ min: 0, max: 30, noNaN: true }),
  fc.double({ min: 0, max: 9000, noNaN: true }),
)
const rect: fc.Arbitrary<Rect> = fc
  .tuple(place, place, side, side)
  .map(([x0, y0, width, height]) => ({ x0, y0, x1: x0 + width, y1: y0 + height }))

const touch = (a: Rect, b: Rect) => a.x0 <= b.x1 && a.x1 >= b.x0 && a.y0 <= b.y1 && a.y1 >= b.y0

test('a grid finds what touches an area, each once, on a page of any size', () => {
  fc.assert(
    fc.property(fc.array(rect, { maxLength: 60 }), fc.array(rect, { maxLength: 8 }), (rects, areas) => {
      const grid = createRectGrid(rects)
      for (const area of [...areas, ...rects]) {
        const expected = [...rects.keys()].filter((at) => touch(rects[at] ?? area, area))
        expect([...grid.touching(area)].toSorted((a, b) => a - b)).toEqual(expected)
      }
    }),
  )
})

test('rectangles of absurd places are found too, and stop nothing', () => {
  const far = { x0: 1e20, y0: 1e20, x1: 1e20, y1: 1e20 }
  const endless = { x0: -Infinity, y0: 5, x1: Infinity, y1: 6 }
  const near = { x0: 0, y0: 0, x1: 9, y1: 9 }
  const grid = createRectGrid([far, endless, near])
  expect(grid.touching(far)).toEqual([0])
  expect([...grid.touching(near)].toSorted((a, b) => a - b)).toEqual([1, 2])
})
