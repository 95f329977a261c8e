import { expect, test } from 'vitest'
import { toTextLine } from '../../../src/corpus/geometry/text-line.ts'
import { joinDownwards } from '../../../src/corpus/geometry/title-rows.ts'

/** Characters one below another, from `y` on. */
const downwards = (text: string, y: number, { x = 50, size = 20, isBold = true } = {}) =>
  toTextLine(
    Array.from(text, (sign, at) => ({
      x0: x,
      x1: x + size,
      y0: y + at * size,
      y1: y + (at + 1) * size,
      text: sign,
      size,
      font: 'hei',
      isBold,
      isVertical: false,
      afterBlank: false,
    })),
    text.length > 1,
    y,
  )

const textsOf = (...lines: ReturnType<typeof downwards>[]) => joinDownwards(lines).map((it) => it.text)

test('a title that runs downwards goes on behind a blank, in a part of any length', () => {
  expect(textsOf(downwards('各地加强管理', 100), downwards('确保丰收', 240))).toEqual([
    '各地加强管理 确保丰收',
  ])
  expect(textsOf(downwards('各地加强', 100), downwards('管', 180), downwards('理', 200))).toEqual([
    '各地加强管理',
  ])
})

test.each([
  ['further off', downwards('确保丰收', 260)],
  ['of another size', downwards('确保丰收', 240, { size: 16 })],
  ['in another weight', downwards('确保丰收', 240, { isBold: false })],
  ['on another axis', downwards('确保丰收', 240, { x: 60 })],
])('what stands below it %s is another line', (_case, other) => {
  expect(textsOf(downwards('各地加强管理', 100), other)).toEqual(['各地加强管理', '确保丰收'])
})

test('single characters below one another are no title that runs downwards', () => {
  expect(textsOf(downwards('东', 100), downwards('西', 130))).toEqual(['东', '西'])
})
