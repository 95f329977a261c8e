import { describe, expect, test } from 'vitest'
import { findCaptions } from '../../../src/corpus/geometry/captions.ts'
import { smallestBox, toColumnPieces } from '../../../src/corpus/geometry/column-piece.ts'
import { arrangePieces } from '../../../src/corpus/geometry/flow.ts'
import { spanOfHeading } from '../../../src/corpus/geometry/heading-span.ts'
import { findInnerTitles } from '../../../src/corpus/geometry/inner-titles.ts'
import { outlineStrays } from '../../../src/corpus/geometry/outline-strays.ts'
import { toPageLines } from '../../../src/corpus/geometry/page-lines.ts'
import { hasIndents } from '../../../src/corpus/geometry/piece-text.ts'
import { type PrintedArticle, toPrintedArticle } from '../../../src/corpus/geometry/printed-article.ts'
import { inOrder, isArticle, placeUnused } from '../../../src/corpus/geometry/printed-draft.ts'
import { boundsOf, type TextLine, toTextLines } from '../../../src/corpus/geometry/text-line.ts'
import { joinTitleRows } from '../../../src/corpus/geometry/title-rows.ts'
import type { PrintedPage, Rect } from '../../../src/sources/index.ts'
import {
  column,
  draft,
  glyphsOf,
  heading,
  line,
  linesOf,
  PITCH,
  pieceOf,
  rect,
  SIZE,
  type Type,
  textOf,
} from '../../support/typeset.ts'

const TEA = ['  山里的老茶树又发新', '芽，满坡的茶农都忙着采茶', '，茶价比去年又涨了一成。']
const BRIDGE = ['  河上的新桥昨日合龙', '，两岸居民过桥不必再绕路', '，新桥明年春天通车迎客。']

test.each([
  [8, true],
  [9, false],
])('%i small lines by a picture are a caption: %s', (count, is) => {
  const lines = Array.from({ length: count }, (_, at) => line('茶农在坡上采茶', 0, at * 12, { size: 8 }))
  const found = findCaptions([pieceOf(lines)], [rect(0, -100, 60, -5)], { size: SIZE, font: 'song' })
  expect(found).toHaveLength(is ? 1 : 0)
})

test('of boxes one inside the other the smallest holds what stands in it', () => {
  const [page, frame, bar] = [rect(0, 0, 500, 500), rect(10, 10, 200, 200), rect(300, 300, 400, 400)].map(
    (it) => Object.assign({}, it, { isFilled: false }),
  )
  const boxes = [page, frame, bar].flatMap((it) => it ?? [])
  for (const all of [boxes, boxes.toReversed()]) {
    expect(smallestBox(rect(20, 20, 100, 100), all)).toBe(frame)
    expect(smallestBox(rect(250, 20, 280, 100), all)).toBe(page)
    expect(smallestBox(rect(480, 20, 520, 100), all)).toBeUndefined()
  }
})

describe('lines below one another', () => {
  const piecesOf = (...lines: readonly TextLine[]) =>
    toColumnPieces(lines, { rules: [], boxes: [], pictures: [], display: [] }).map((it) => textOf(it.lines))

  test('that begin with one sign are two, and what is painted over itself is one', () => {
    const twice = [...glyphsOf('新桥合龙', 0, 0), ...glyphsOf('新街通车', 0, PITCH)]
    const shadow = glyphsOf('新桥合龙', 0.8, 0.8)
    expect(toTextLines([...twice, ...shadow], []).map(({ text }) => text)).toEqual(['新桥合龙', '新街通车'])
  })

  test('are one column up to a gap that is clearly wider than the others', () => {
    const at = (gap: number) => [0, 12, 24, 24 + gap].map((y, row) => line(`第${row}行的文字`, 0, y))
    expect(piecesOf(...at(16.2))).toHaveLength(1)
    expect(piecesOf(...at(16.3))).toEqual(['第0行的文字第1行的文字第2行的文字', '第3行的文字'])
  })
})

test('two texts that each could go on in the other are read from the higher one on', () => {
  const first = column(['河上的新桥昨日就要合龙，', '两岸居民过桥不必再绕路，'], 200, 100)
  const second = column(['河上的新桥昨日就要合龙，', '两岸居民过桥不必再绕路，'], 0, 200)
  const parts = { headings: [], rules: [], pictures: [], size: SIZE }
  const { after } = arrangePieces({ ...parts, pieces: [first, second] })
  expect(after).toEqual([undefined, 0])
})

test('whatever stands in an article or beside it is in its outline, each stray with the nearest', () => {
  const article = (region: Rect): PrintedArticle => ({
    title: [],
    kicker: [],
    deck: [],
    byline: [],
    body: [],
    captions: [],
    regions: [region],
  })
  const [left, right] = [rect(0, 0, 100, 100), rect(130, 0, 230, 100)]
  const strays = [
    rect(10, 105, 90, 115),
    rect(10, 40, 90, 50),
    rect(118, 40, 128, 50),
    rect(0, 120.1, 9, 130),
    rect(0, 119.9, 9, 130),
  ]
  const outlined = outlineStrays([article(left), article(right)], strays, SIZE)
  expect(outlined.map(({ regions }) => regions)).toEqual([
    [left, strays[0], strays[1], strays[4]],
    [right, strays[2]],
  ])
})

test.each([
  ['a number', ['3'], ['3']],
  ['a number between dashes', ['— 3 —'], ['—3—']],
  ['a number over the editors', ['— 3 —', '责编 李四'], ['—3—', '责编 李四']],
  ['the last word of a column', ['采茶'], []],
])('the foot of a page is furniture: %s', (_case, foot, furniture) => {
  const column = Array.from({ length: 8 }, (_, row) =>
    glyphsOf('山里的老茶树又发新芽', 20, 300 + row * PITCH),
  )
  const glyphs = [...column, ...foot.map((text, at) => glyphsOf(text, 20, 940 + at * 20))].flat()
  const lines = toPageLines({
    number: 1,
    width: 140,
    height: 1000,
    glyphs,
    rules: [],
    boxes: [],
    pictures: [],
    warnings: [],
  })
  expect(lines.furniture.map(({ text }) => text)).toEqual(furniture)
  expect(lines.text).toHaveLength(column.length + foot.length - furniture.length)
})

describe('the head of a page', () => {
  const text = Array.from({ length: 6 }, (_, row) => glyphsOf('山里的老茶树又发新芽', 20, 300 + row * PITCH))
  const page = (rules: readonly Rect[]): PrintedPage => ({
    number: 1,
    width: 140,
    height: 1000,
    glyphs: [
      glyphsOf('江城晚报试验号', 20, 20, { size: 14 }),
      glyphsOf('今日天气晴好', 20, 60),
      ...text,
    ].flat(),
    rules,
    boxes: [],
    pictures: [],
    warnings: [],
  })
  const head = (...rules: readonly Rect[]) => toPageLines(page(rules)).furniture.map((it) => it.text)
  const across = (y: number) => rect(15, y, 125, y + 1)

  test.each([
    ['from the top', [across(45), across(90)]],
    ['from below', [across(90), across(45)]],
  ])('ends at the lowest rule over the whole width, drawn %s', (_case, rules) => {
    expect(head(...rules)).toEqual(['江城晚报试验号', '今日天气晴好'])
  })

  test('does not reach below a column of text, nor to a rule that is clearly shorter', () => {
    expect(head(across(45), across(299.9 + 6 * PITCH))).toEqual(['江城晚报试验号'])
    expect(head(rect(15, 45, 100, 46))).toEqual(['江城晚报试验号'])
    expect(head(rect(15, 45, 99.9, 46))).toEqual([])
  })
})

test.each([
  [
    'as many indented as flush',
    ['第一段到这里结束。', '  第二段到这里结束。', '第三段文字写满一整行整行'],
    true,
  ],
  ['more of them flush', ['第一段到这里结束。', '第二段到这里结束。', '第三段文字写满一整行整行'], false],
  ['none behind a paragraph that has ended', ['第一段文字写满一整行整行', '第二段文字写满一整行整行'], true],
])('a page indents its paragraphs if lines behind a paragraph say so: %s', (_case, texts, do_) => {
  expect(hasIndents([pieceOf(linesOf(texts, 0, 0))])).toBe(do_)
})

test('a paragraph goes on in the next column, and the others there begin anew', () => {
  const left = column([TEA[0] ?? '', '芽，满坡的茶农都忙着采茶'], 0, 0)
  const right = column(['，茶价比去年又涨一成。', ...BRIDGE], 150, 0)
  expect(toPrintedArticle(draft([left, right])).body.map((it) => [it.kind, textOf(it.lines)])).toEqual([
    ['paragraph', '山里的老茶树又发新芽，满坡的茶农都忙着采茶，茶价比去年又涨一成。'],
    ['paragraph', '河上的新桥昨日合龙，两岸居民过桥不必再绕路，新桥明年春天通车迎客。'],
  ])
})

describe('a title over no text of its own', () => {
  const two = () => [
    draft([column(TEA, 0, 80)], heading('茶乡开园', 0, 50)),
    draft([column(BRIDGE, 150, 80)], heading('新桥合龙', 150, 50)),
  ]
  const over = heading('一城两岸都是喜讯', 0, 20)

  test('stands over several articles', () => {
    const drafts = two()
    expect(placeUnused(drafts, [over, ...drafts.flatMap((it) => it.heading ?? [])], SIZE)).toEqual([])
    expect(drafts.map(({ packages }) => packages)).toEqual([[over.title], [over.title]])
  })

  test('belongs to none where it stands over one', () => {
    const [only] = two()
    const drafts = only ? [only] : []
    expect(placeUnused(drafts, [over], SIZE)).toEqual([over])
    expect(only?.packages).toEqual([])
  })

  test('is a sub-head of the article whose text goes on right below it', () => {
    const [first, second] = [column(TEA, 0, 80), column(BRIDGE, 0, 150)]
    const article = draft([first, second], heading('茶乡开园', 0, 50))
    const inner = heading('新桥', 0, 130, 12)
    expect(placeUnused([article], [inner], SIZE)).toEqual([])
    expect(article.subheads.get(second)).toEqual([inner.title])
  })
})

test('articles come from top to bottom, and from left to right where they begin as high', () => {
  const at = (x: number, y: number) => draft([column(TEA, x, y + 30)], heading('茶乡开园', x, y))
  const [left, right, low] = [at(0, 40), at(150, 36), at(0, 300)]
  for (const given of [
    [left, right, low],
    [low, right, left],
  ])
    expect(inOrder(given, SIZE)).toEqual([left, right, low])
})

test.each([
  ['a short text that names a telephone', 119, '电话：12345', false],
  ['a longer one', 120, '电话：12345', true],
  ['a short text that names none', 60, '老茶树发芽', true],
])('%s under a title is an article if it is no advertisement', (_case, length, start, is) => {
  const text = start.padEnd(length - 1, '茶树新芽采摘晾晒') + '。'
  expect(isArticle(draft([column([text], 0, 40)], heading('茶乡开园', 0, 0)))).toBe(is)
})

test('the parts of a widely set title are joined in whatever order they come', () => {
  const wide: Type = { size: 20, font: 'hei', advance: 80 }
  const parts = [line('桥', 260, 0, wide), line('两岸', 100, 0, wide), line('通', 340, 0, wide)]
  expect(joinTitleRows(parts, [], []).map(({ text }) => text)).toHaveLength(1)
})

test('a sub-head stands before the nearest text below it', () => {
  const above = pieceOf(linesOf(TEA, 0, 0))
  const near = pieceOf(linesOf(['  河上的新桥昨日合龙'], 0, 70))
  const far = pieceOf(linesOf(BRIDGE, 0, 85))
  const lines = [line('新桥合龙', 10, 52, { font: 'hei', isBold: true })]
  const title = { ...boundsOf(lines), lines, size: SIZE, isVertical: false, box: undefined }
  for (const pieces of [
    [above, near, far],
    [far, near, above],
  ])
    expect([...findInnerTitles([title], pieces, SIZE, []).subheads.keys()]).toEqual([near])
})

test('a centred title stands over the columns next to it, and not over one further off', () => {
  const columns = [0, 130, 260, 390].map((x) => rect(x, 50, x + 120, 200))
  const own = heading('两岸相连', 280, 20)
  const parts = { headings: [own], rules: [], pictures: [], size: SIZE }
  const span = spanOfHeading(own, { ...parts, pieces: columns })
  expect([span.x0, span.x1]).toEqual([130, 510])
})
