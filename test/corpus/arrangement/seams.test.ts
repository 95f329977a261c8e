import { expect, test } from 'vitest'
import { seamScoreOf } from '../../../src/corpus/arrangement/seams.ts'
import { toLines } from '../../../src/corpus/layout/line.ts'

const lines = toLines('推动国民经济发展\n经常开会')

test.each([
  ['what the page never has', '会', '推动', 0],
  ['the two characters at the seam', '社会经', '济周期', 0.6],
  ['the one before them too', '人民经', '济周期', 1.6],
  ['the one behind them too', '社会经', '济发达', 1.6],
  ['both', '人民经', '济发达', 2.6],
  ['ends of one character', '济', '发', 0.6],
])('a seam is worth by what the page has inside its lines: %s', (_case, left, right, worth) => {
  expect(seamScoreOf(lines, [left], [right])(left, right)).toBeCloseTo(worth)
  expect(seamScoreOf(lines, [left, '展', '会'], ['经', right])(left, right)).toBeCloseTo(worth)
})
