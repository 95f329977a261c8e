import { expect, test } from 'vitest'
import { clipAnswer } from '../../../src/chat/views/clip-answer.ts'

const long = `${'前面的话很长，'.repeat(20)}大桥全长3.6公里，${'后面的话也很长，'.repeat(20)}完。`
const at = long.indexOf('3.6公里')

test('a short sentence stays as it is', () => {
  const short = { text: '大桥全长3.6公里。', highlights: [[4, 9]] as const }
  expect(clipAnswer(short, 60)).toEqual(short)
})

test.each([
  ['in the middle', at, at + 5],
  ['at the start', 0, 3],
  ['at the end', long.length - 2, long.length],
])('a long one is cut around an answer %s, which stays whole', (_place, from, to) => {
  const { text, highlights } = clipAnswer({ text: long, highlights: [[from, to]] }, 60)
  expect(text.length).toBeLessThanOrEqual(60)
  expect(highlights.map((range) => text.slice(...range))).toEqual([long.slice(from, to)])
})
