import { describe, expect, test } from 'vitest'
import { toBlocks } from '../../../src/corpus/layout/block.ts'
import { captionsByCredit } from '../../../src/corpus/layout/caption-lines.ts'
import { type Group, textOf, toGroups } from '../../../src/corpus/layout/group.ts'
import { untangle } from '../../../src/corpus/layout/interleaved.ts'
import { toLines } from '../../../src/corpus/layout/line.ts'
import { markWidthOf } from '../../../src/corpus/layout/line-width.ts'
import { printedPieces } from '../../../src/corpus/layout/part-columns.ts'
import { isLongRun } from '../../../src/corpus/layout/running-text.ts'
import { partTightTitles } from '../../../src/corpus/layout/tight-titles.ts'

const SIGNS = '茶树新芽采摘晾晒揉捻烘焙装箱'
const signs = (count: number) => SIGNS.repeat(Math.ceil(count / SIGNS.length)).slice(0, count)

describe('a line', () => {
  test.each([
    ['two wide blanks', '\u3000\u3000', true],
    ['one wide blank', '\u3000', false],
    ['four blanks', '    ', true],
    ['three blanks', '   ', false],
    ['a tab', '\t', true],
    ['nothing', '', false],
  ])('behind %s is indented or not', (_case, blanks, is) => {
    expect(toLines(`${blanks}老茶树又发新芽`)[0]?.indented).toBe(is)
  })

  test('gives its marks the width by which the lines inside a block are alike, its first and last left out', () => {
    const block = (...own: readonly (readonly [signs: number, marks: number])[]) =>
      own.map(([count, marks], at) => ({
        measure: { signs: count, marks },
        afterBlank: at === 0,
        stretched: false,
      }))
    expect(markWidthOf(block([10, 0], [10, 0], [8, 4], [10, 0]))).toBe(0.5)
    expect(markWidthOf([...block([10, 0], [10, 0], [8, 4]), ...block([10, 0], [10, 0])])).toBe(1)
    expect(markWidthOf([...block([10, 0]), ...block([8, 4], [10, 0], [10, 0])])).toBe(1)
  })
})

test.each([
  [5, false],
  [6, true],
])('%i lines of one width with a comma and no stop are running text: %s', (count, is) => {
  const lines = toLines(Array.from({ length: count }, () => `${signs(9)}，${signs(2)}`).join('\n'))
  const group: Group = { lines, text: textOf(lines), afterBlank: true }
  expect(isLongRun(group)).toBe(is)
  expect(isLongRun({ ...group, lone: 'caption' })).toBe(false)
})

test.each([
  [8, 'title'],
  [9, 'text'],
])('where lines hold paragraphs, one of %i signs over one of sixteen is of its kind: %s', (width, kind) => {
  const lines = toLines(`${signs(width)}\n${signs(15)}。`)
  expect(partTightTitles(lines, 0)[0]?.kind).toBe(kind)
})

test.each([2, 3])('%i short lines right over text that is set unevenly are display lines', (count) => {
  const text = Array.from({ length: 3 }, () => [`${signs(11)}。`, `${signs(17)}。`]).flat()
  const lines = toLines([...Array.from({ length: count }, () => signs(5)), ...text].join('\n'))
  const kinds = toBlocks(toGroups(lines)).map((it) => `${it.kind} ${it.lines.length}`)
  expect(kinds).toEqual([`display ${count}`, 'body 6'])
})

test.each([
  [3, 2],
  [4, 2],
  [5, 3],
])('a column goes on %i lines further down, or another begins there: %i in all', (step, columns) => {
  const rows = Array.from({ length: 24 }, (_, at) => {
    const right = at < 8 || at >= 7 + step ? signs(7) : ''
    return `${signs(8)}        ${right}`.trimEnd()
  })
  expect(printedPieces(rows.join('\n')).filter(({ isApart }) => isApart)).toHaveLength(columns)
})

test.each([
  [['图为茶农在坡上采茶。', '李小霞 摄'], 2],
  [['图为茶农在坡上', '采茶的样子。', '李小霞 摄'], 3],
  [['图为采茶。', '茶农的样子。', '李小霞 摄'], 2],
])(
  'a caption that opens by its wording has one sentence over its credit, on any number of lines: %j',
  (printed, size) => {
    const found = [...captionsByCredit(toLines(['茶乡开园', '', ...printed].join('\n')))]
    expect(found.map(([, length]) => length)).toEqual([size])
  },
)

describe('rows that were taken by turns from two columns', () => {
  const wrap = (text: string) => Array.from({ length: 6 }, (_, at) => text.slice(at * 12, at * 12 + 12))
  const tea = wrap(
    '山里的老茶树今年又发新芽，茶农忙着采茶，老茶树发的新芽最香，采茶的茶农说，今年的老茶树新芽多，茶农采茶忙到天黑，新芽采下来就炒，茶农的老茶树年年发新芽。',
  )
  const bridge = wrap(
    '河上的新桥昨日合龙，两岸居民过桥不用绕路，居民说新桥合龙是大喜事，两岸从此一桥相连，绕路的居民如今过桥只要一刻钟，新桥昨日合龙时两岸居民都来看新桥。',
  )
  const order = (...rows: readonly (string | undefined)[]) =>
    untangle(toLines(rows.join('\n\n'))).map(({ text }) => text)

  test('are put in order from three on that go on elsewhere than in the next', () => {
    const [t, b] = [tea, bridge]
    expect(order(t[0], t[1], t[2], t[3], b[0], t[4], b[1], t[5])).toEqual([...tea, b[0], b[1]])
  })

  test('stay as they are where there are two', () => {
    const [t, b] = [tea, bridge]
    const rows = [t[0], t[1], t[2], b[0], t[3], t[4], t[5], b[1]]
    expect(order(...rows)).toEqual(rows)
  })
})
