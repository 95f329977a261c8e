import { expect, test } from 'vitest'
import { toFragments } from '../../../src/corpus/arrangement/fragment.ts'
import { goesOnIn } from '../../../src/corpus/arrangement/text-flow.ts'
import type { Block } from '../../../src/corpus/layout/block.ts'
import { toLines } from '../../../src/corpus/layout/line.ts'
import { leadWidth } from '../../../src/corpus/layout/line-width.ts'

const WIDTH = 12

const body = (...lines: string[]): Block => ({
  kind: 'body',
  lines: toLines(lines.join('\n')),
  width: WIDTH,
  evidence: 'test',
})

test.each([
  ['a character', '山上的树', 1],
  ['a character with the mark behind it', '上，山下', 2],
  ['a bracket with what it opens', '（上）山', 3],
  ['a figure', '2024年', 2.2],
])('leadWidth of %s', (_case, text, expected) => {
  expect(leadWidth(text, 1)).toBeCloseTo(expected)
})

test.each([
  [
    'a sentence that ends at the edge, with an indented line behind it',
    [
      '山里的老茶树今年又发了新',
      '芽满坡的茶农都忙着采新茶。',
      '合作社的收购点从清晨',
      '开到深夜茶香飘满了山谷。',
    ],
    [2, 2],
  ],
  [
    'a line short only because a mark may not open the next one',
    ['山里的老茶树今年发新芽。', '山下的茶农都在忙着采茶', '树，合作社清晨收购新茶。'],
    [3],
  ],
  [
    'a first line that is shorter still for the same reason is no title',
    ['山里的老茶树今年发', '芽，山下的茶农采茶忙', '合作社清晨开门收购新茶，'],
    [3],
  ],
  [
    'an indented first line that ends a sentence at the edge goes on',
    ['山里的老茶树发了芽。', '茶农清晨上山采茶忙到日落', '山下的合作社连夜加工新茶'],
    [3],
  ],
  [
    'a letter-spaced line that had room opens a paragraph',
    [
      '山里的老茶树今年又发了新',
      '芽满坡的茶农都忙着采茶。',
      '山 下 的 合 作 社 收',
      '茶忙到深夜才关上了大门。',
    ],
    [2, 2],
  ],
  ['who attended stands by itself', ['双方谈了两个小时的合作。', '李甲、王乙等参加会见。'], [1, 1]],
])('%s', (_case, lines, sizes) => {
  expect(toFragments([body(...lines)]).map((piece) => piece.lines.length)).toEqual(sizes)
})

test('a title that is set as a paragraph goes on nowhere, though it ends at the edge without a stop', () => {
  const block = body('山里的老茶树今年又发了新')
  expect(toFragments([block]).map(({ end }) => end)).toEqual(['middle'])
  expect(toFragments([{ ...block, isTitle: true }]).map(({ end }) => end)).toEqual(['paragraph'])
})

test('a paragraph does not go on in the next one of its block where an article opens', () => {
  const goesOn = (opening: string) =>
    goesOnIn(toFragments([body('　　茶农上山采茶忙到日落。', opening)]), [undefined, undefined])
  expect(goesOn('　　合作社连夜加工新茶。')).toEqual([1, undefined])
  expect(goesOn('　　本报讯（记者 王小明）新桥昨日合龙。')).toEqual([undefined, undefined])
})
