import { expect, test } from 'vitest'
import { CodePoints } from '../../../src/language/jieba/code-points.ts'

/** Where each point begins and the last one ends, and the points. */
function read(points: CodePoints, text: string, from = 0, to = text.length) {
  points.read(text, from, to)
  return {
    units: [...points.units.subarray(0, points.count + 1)],
    text: String.fromCodePoint(...points.points.subarray(0, points.count)),
  }
}

test('points beyond the first plane are two units long, and a stretch has places of the whole text', () => {
  expect(read(new CodePoints(), '报𠮷童')).toEqual({ units: [0, 1, 3, 4], text: '报𠮷童' })
  expect(read(new CodePoints(), '报𠮷童', 1, 3)).toEqual({ units: [1, 3], text: '𠮷' })
  expect(read(new CodePoints(), '报童', 1, 1)).toEqual({ units: [1], text: '' })
})

test('a text as long as the room there is is read whole, and so are a longer and a shorter one after it', () => {
  const points = new CodePoints()
  const { length: room } = points.points
  for (const length of [room - 1, room, room + 1, 5, 2 * room + 2, 2 * room + 3]) {
    const text = '报'.repeat(length)
    const found = read(points, text)
    expect(found.text).toBe(text)
    expect(found.units).toHaveLength(length + 1)
    expect(found.units.at(-1)).toBe(length)
  }
})
