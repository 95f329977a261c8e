import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  HEADLINE_SIGNS,
  headlineSpans,
  likeliestHeadline,
  type TitlePiece,
} from '../../../src/corpus/articles/headline-span.ts'
import { HEADLINE_WEIGHTS } from '../../../src/corpus/articles/headline-weights.ts'
import { readTitle, titlePieces } from '../../../src/corpus/articles/title.ts'
import type { Block } from '../../../src/corpus/layout/block.ts'
import { toLines } from '../../../src/corpus/layout/line.ts'
import { runs } from '../../support/runs.ts'

const block = (text: string): Block => ({
  kind: 'display',
  lines: toLines(text),
  width: 16,
  evidence: 'test',
})
const piece = (text: string, segment: number, given: Partial<TitlePiece> = {}): TitlePiece => ({
  text,
  block: 0,
  segment,
  row: 0,
  isWrapped: false,
  isTorn: false,
  width: text.length,
  ...given,
})

const OPENING = '停火协议昨日达成，双方宣布自今晨零时起停火，撤出边境三十公里。'
const PIECES = [piece('双方宣布达成停火协议', 0), piece('在刚刚过去的周末，记者', 1)]

test('the part of a title that the opening says again is the headline, though rules take another', () => {
  expect(likeliestHeadline(PIECES, { from: 1, to: 2 }, OPENING)).toEqual({ from: 0, to: 1 })
  expect(likeliestHeadline(PIECES, { from: 0, to: 1 }, OPENING)).toEqual({ from: 0, to: 1 })
})

test('without weights, or a choice, it is what the rules say', () => {
  expect(likeliestHeadline(PIECES, { from: 1, to: 2 }, OPENING, [])).toEqual({ from: 1, to: 2 })
  expect(likeliestHeadline(PIECES.slice(0, 1), { from: 0, to: 1 }, OPENING)).toEqual({ from: 0, to: 1 })
  expect(likeliestHeadline([], { from: 0, to: 0 }, OPENING)).toEqual({ from: 0, to: 0 })
})

test('a span is a part of what the rules take for the headline, or stands beside it; never both', () => {
  const three = [...PIECES, piece('撤出边境三十公里', 2)]
  const spans = (from: number, to: number) =>
    headlineSpans(three, { from, to }, OPENING).map(({ span }) => `${span.from}–${span.to}`)
  expect(spans(0, 2)).toEqual(['0–1', '0–2', '1–2', '2–3'])
  expect(spans(1, 2)).toEqual(['0–1', '1–2', '2–3'])
  expect(spans(0, 3)).toHaveLength(6)
})

test('titles of more than twelve pieces are left as they are', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => piece(`第${at}行标题`, at))
  expect(headlineSpans(many(13), { from: 0, to: 13 }, OPENING)).toEqual([])
  expect(headlineSpans(many(12), { from: 0, to: 12 }, OPENING)).toHaveLength(78)
})

test('there is a weight for each sign, and each sign a number', () => {
  expect(HEADLINE_WEIGHTS).toHaveLength(HEADLINE_SIGNS.length)
  for (const { values } of headlineSpans(PIECES, { from: 0, to: 2 }, ''))
    expect(values.filter((value) => !Number.isFinite(value))).toEqual([])
})

test('whatever lines stand in a title, each of their signs is in one part of it, in printed order', () => {
  const line = fc.stringMatching(/^[大桥通车强调再——（），“”a1 ]{1,14}$/u)
  const blocks = fc.array(fc.array(line, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  const letters = (text: string) => text.replaceAll(/\s/gu, '')
  fc.assert(
    fc.property(blocks, fc.constantFrom('', OPENING, '大桥昨日通车，两岸居民步行过江。'), (given, text) => {
      const printed = given.map((lines) => block(lines.join('\n')))
      const { kicker, headline, deck } = readTitle(printed, text)
      const all = printed.flatMap(({ lines }) => lines.map((it) => it.text)).join('')
      expect(letters([...kicker, headline, ...deck].join(''))).toBe(letters(all))
      expect(headline === '').toBe(letters(all) === '')
      const { pieces, rule, deck: from } = titlePieces(printed, text)
      expect(rule.from <= rule.to && rule.to <= from && from <= pieces.length).toBe(true)
    }),
    runs(300),
  )
})
