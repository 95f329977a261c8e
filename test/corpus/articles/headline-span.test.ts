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

test('another span has to be likelier than that of the rules by more than two', () => {
  const first = (weight: number) => HEADLINE_SIGNS.map((sign) => (sign === 'isFirst' ? weight : 0))
  const rule = { from: 1, to: 2 }
  expect(likeliestHeadline(PIECES, rule, OPENING, first(2))).toEqual(rule)
  expect(likeliestHeadline(PIECES, rule, OPENING, first(2.01))).toEqual({ from: 0, to: 1 })
})

/** What tells of a span, by the names of the signs. */
function signsOf(pieces: readonly TitlePiece[], from: number, to: number, body = '') {
  const all = { from: 0, to: pieces.length }
  const found = headlineSpans(pieces, all, body).find(({ span }) => span.from === from && span.to === to)
  return Object.fromEntries(HEADLINE_SIGNS.map((sign, at) => [sign, found?.values[at]]))
}

test('where a span is cut out of a title, both of its ends tell', () => {
  const title = [
    piece('新桥', 0),
    piece('今日合龙', 0, { row: 1, isWrapped: true }),
    piece('两岸往来', 1, { isWrapped: true, isTorn: true }),
  ]
  expect(signsOf(title, 0, 1)).toMatchObject({ cuts: 1, tears: 0, isFirst: 1, isLast: 0 })
  expect(signsOf(title, 1, 2)).toMatchObject({ cuts: 1, tears: 1, isFirst: 0, isLast: 0 })
  expect(signsOf(title, 0, 3)).toMatchObject({ cuts: 0, tears: 0, isFirst: 1, isLast: 1 })
})

test('lines count as they were printed, and what is wider or longer behind', () => {
  const title = [
    piece('新桥', 0, { width: 10 }),
    piece('合龙', 0, { row: 1, width: 14 }),
    piece('往来', 0, { row: 1, width: 14 }),
    piece('两岸往来十二年', 1, { width: 7 }),
  ]
  expect(signsOf(title, 0, 3)).toMatchObject({ rows: 2 / 3, lengthAfter: 7 / 20, widerBehind: -0.7 })
  expect(signsOf(title, 1, 3)).toMatchObject({ rows: 1 / 3, widerThanBefore: 0.4, parts: 0 })
  expect(signsOf(title, 0, 2)).toMatchObject({ widerBehind: 0, parts: 1, lengthAfter: 9 / 20 })
})

test('what the opening says again is told apart from what the article does', () => {
  const title = [piece('大桥合龙', 0), piece('渡轮停航', 1)]
  const body = `大桥合龙。${'沿岸的风景令人流连。'.repeat(20)}渡轮停航。`
  expect(signsOf(title, 0, 1, body)).toMatchObject({ opening: 1, whole: 1, openingAfter: 0, wholeAfter: 1 })
  expect(signsOf(title, 1, 2, body)).toMatchObject({ opening: 0, whole: 1, openingBefore: 1 })
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
