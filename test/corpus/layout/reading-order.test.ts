import { expect, test } from 'vitest'
import { inReadingOrder } from '../../../src/corpus/layout/reading-order.ts'

const box = (name: string, left: number, top: number, right: number, bottom: number) => ({
  name,
  left,
  top,
  right,
  bottom,
})
const order = (...boxes: ReturnType<typeof box>[]) =>
  inReadingOrder(boxes)
    .map(({ name }) => name)
    .join(' ')

test('columns are read from left to right, each from top to bottom', () => {
  expect(
    order(box('d', 20, 10, 30, 20), box('b', 0, 9, 10, 20), box('c', 20, 0, 30, 8), box('a', 0, 0, 10, 9)),
  ).toBe('a b c d')
})

test('columns that touch are columns', () => {
  expect(
    order(box('a', 0, 0, 10, 5), box('b', 0, 5, 10, 10), box('c', 10, 0, 20, 5), box('d', 10, 5, 20, 10)),
  ).toBe('a b c d')
})

test('a title across columns is read before them, and what stands below both after them', () => {
  expect(
    order(
      box('foot', 0, 20, 30, 22),
      box('right', 16, 2, 30, 20),
      box('left', 0, 2, 14, 19),
      box('title', 0, 0, 30, 1),
    ),
  ).toBe('title left right foot')
})

test('boxes that no cut parts are read from the top', () => {
  const pinwheel = [
    box('a', 0, 0, 20, 10),
    box('b', 20, 0, 30, 20),
    box('c', 0, 10, 10, 30),
    box('d', 10, 20, 30, 30),
  ]
  expect(order(...pinwheel)).toBe('a b c d')
})

test('boxes cut one inside the other without end are read all the same', () => {
  const spiral = Array.from({ length: 3000 }, (_, at) =>
    at % 2 === 0 ? box(`${at}`, at, at, at + 1, 9000) : box(`${at}`, at, at, 9000, at + 1),
  )
  expect(inReadingOrder(spiral)).toHaveLength(3000)
})
