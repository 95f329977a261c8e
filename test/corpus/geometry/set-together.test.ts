import { describe, expect, test } from 'vitest'
import { findCaptions } from '../../../src/corpus/geometry/captions.ts'
import { textOfRows, toHeadings } from '../../../src/corpus/geometry/heading.ts'
import { joinRules } from '../../../src/corpus/geometry/join-rules.ts'
import { readPiece } from '../../../src/corpus/geometry/piece-text.ts'
import { isArticle } from '../../../src/corpus/geometry/printed-draft.ts'
import { findRubrics } from '../../../src/corpus/geometry/rubrics.ts'
import { splitSheet } from '../../../src/corpus/geometry/split-sheet.ts'
import { findTables } from '../../../src/corpus/geometry/tables.ts'
import { toTextLine } from '../../../src/corpus/geometry/text-line.ts'
import { toTitleRows } from '../../../src/corpus/geometry/title-block.ts'
import { joinTitleRows } from '../../../src/corpus/geometry/title-rows.ts'
import { column, draft, glyphsOf, line, linesOf, pieceOf, rect, SIZE, textOf } from '../../support/typeset.ts'

const BODY = { size: SIZE, font: 'song' }
const rows = (text: string, x0: number, y0: number, size: number) =>
  toTitleRows([line(text, x0, y0, { size, font: 'hei', isBold: true })], [], [])

test.each([
  ['right over', -12, true],
  ['on the edge of', -4, true],
  ['a line over', -21, false],
  ['right below', 84, true],
  ['two lines below', 97, false],
])('a text %s a picture belongs to it or not', (_where, y0, is) => {
  const lines = [line('茶农在坡上采茶', 0, y0, { size: 8 })]
  expect(findCaptions([pieceOf(lines)], [rect(0, 0, 60, 80)], BODY)).toHaveLength(is ? 1 : 0)
})

describe('a title with smaller ones over and under it', () => {
  const all = [
    ...rows('各地见闻', 0, 0, 12),
    ...rows('春天来了', 0, 16, 14),
    ...rows('老茶树又发新芽', 0, 34, 24),
    ...rows('茶价涨了一成', 0, 62, 16),
    ...rows('来客多了三成', 0, 82, 13),
  ]
  const headingsOf = (given: typeof all) =>
    toHeadings(given, [], BODY, []).headings.map(({ title, kicker, deck }) => [
      kicker.map(textOfRows),
      textOfRows(title),
      deck.map(textOfRows),
    ])

  test.each([
    ['from the top', all],
    ['from below', all.toReversed()],
  ])('has them all, from top to bottom, though they are found %s', (_case, given) => {
    expect(headingsOf(given)).toEqual([
      [['各地见闻', '春天来了'], '老茶树又发新芽', ['茶价涨了一成', '来客多了三成']],
    ])
  })

  test('leaves those beyond a rule', () => {
    const rule = rect(0, 60.2, 170, 60.6)
    const [first] = toHeadings(all, [], BODY, [rule]).headings
    expect(first?.deck).toEqual([])
    expect(first?.kicker).toHaveLength(2)
  })
})

test.each([
  ['八个字的栏目标签', true],
  ['有九个字的栏目标签', false],
])('%s in a bar over a title is a rubric: %s', (label, is) => {
  const bar = { ...rect(0, 0, 200, 16), isFilled: true }
  const [own] = toTitleRows([line(label, 4, 2, { size: 12, font: 'hei' })], [], [bar])
  const below = rows('老茶树又发新芽', 0, 24, 14)
  const all = [...(own ? [own] : []), ...below]
  expect([...findRubrics(all, [], SIZE)].map(textOfRows)).toEqual(is ? [label] : [])
  expect(findRubrics(all, [{ ...pieceOf(linesOf(['茶'], 90, 2)), box: bar }], SIZE).size).toBe(0)
})

test('a sheet is parted where nothing is set across its middle, and not through a large title', () => {
  const side = (x0: number) =>
    Array.from({ length: 5 }, (_, row) => glyphsOf('山里的老茶树又发新', x0, 100 + row * 15)).flat()
  const sheet = (...more: ReturnType<typeof glyphsOf>) => ({
    number: 1,
    width: 400,
    height: 300,
    glyphs: [...side(40), ...side(260), ...more],
    rules: [],
    boxes: [],
    pictures: [],
    warnings: [],
  })
  expect(splitSheet(sheet())).toHaveLength(2)
  expect(
    splitSheet(sheet(...glyphsOf('茶', 160, 20, { size: 64 }), ...glyphsOf('乡', 170, 90))),
  ).toHaveLength(1)
})

test.each([
  ['in one line', ['（本报记者 张三）']],
  ['over three lines', ['（本报记者 张小', '明 李小红 王大', '山）']],
])('a signature %s is no part of the paragraph before it', (_case, signature) => {
  const text = ['山里的老茶树又发新芽茶农', '都忙着采茶，茶价也涨了。']
  const { paragraphs } = readPiece(pieceOf(linesOf([...text, ...signature], 0, 0)), true)
  expect(paragraphs.map(({ lines }) => textOf(lines))).toEqual([
    text.join(''),
    signature.join('').replace(/\s/gu, ' '),
  ])
})

test.each([
  [29, false],
  [30, true],
])('a sentence of %i signs without a title is an article: %s', (length, is) => {
  const text = '老茶树又发新芽茶农忙着采茶晾晒揉捻烘焙装箱茶价也涨了又涨三成'.slice(0, length - 1)
  expect(isArticle(draft([column([`${text}。`], 0, 0)]))).toBe(is)
  expect(isArticle(draft([column([`${text}了`], 0, 0)]))).toBe(false)
})

test.each([
  ['one after the other', [rect(0, 0, 50, 1), rect(50, 0, 100, 1)], [rect(0, 0, 100, 1)]],
  ['one inside the other', [rect(0, 0, 100, 1), rect(20, 0.2, 50, 1.2)], [rect(0, 0, 100, 1)]],
  ['a gap between them', [rect(0, 0, 50, 1), rect(52, 0, 100, 1)], undefined],
  ['at another height', [rect(0, 0, 50, 1), rect(50, 2, 100, 3)], undefined],
])('pieces of a rule are one if they go on: %s', (_case, rules, joined) => {
  expect(joinRules(rules)).toEqual(joined ?? rules)
})

test.each([
  [14, 1],
  [15, 0],
])('a table has cells of at most fourteen signs: %i', (length, count) => {
  const name = '城东新区第一中心小学分校学生食堂'.slice(0, length)
  const heights = [0, 15, 30, 45]
  const columns = [200, 260, 320].flatMap((x) => heights.map((y) => line('3.5', x, y)))
  const cells = [...heights.map((y) => line(name, 0, y)), ...columns]
  const found = findTables(cells, [], SIZE)
  expect(found.filter(({ rows: own }) => own[0]?.text.startsWith(name))).toHaveLength(count)
})

test('how widely a title is set is the middle one of its gaps, by number', () => {
  const part = (text: string, x0: number, gaps: readonly number[]) => {
    let x = x0
    const glyphs = Array.from(text).flatMap((sign, at) => {
      const own = glyphsOf(sign, x, 0, { size: 20, font: 'hei' })
      x += 20 + (gaps[at] ?? 0)
      return own
    })
    return toTextLine(glyphs, false, x0)
  }
  const left = part('老茶树发', 0, [2, 10, 9])
  const joined = (gap: number) => joinTitleRows([left, part('芽', left.x1 + gap, [])], [], []).length === 1
  expect([56, 58].map(joined)).toEqual([true, false])
})
