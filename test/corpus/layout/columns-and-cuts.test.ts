import { describe, expect, test } from 'vitest'
import { toBlocks } from '../../../src/corpus/layout/block.ts'
import { captionsByCredit } from '../../../src/corpus/layout/caption-lines.ts'
import { columnWidths } from '../../../src/corpus/layout/column.ts'
import { type Group, type LoneKind, textOf, toGroups } from '../../../src/corpus/layout/group.ts'
import { likeliestChains } from '../../../src/corpus/layout/likeliest-chains.ts'
import { toLines } from '../../../src/corpus/layout/line.ts'
import { cutPageSegments } from '../../../src/corpus/layout/page-segment.ts'

const group = (printed: readonly string[], lone?: LoneKind): Group => {
  const lines = toLines(printed.join('\n'))
  return { lines, text: textOf(lines), afterBlank: true, ...(lone && { lone }) }
}
const SIGNS = '茶树新芽采摘晾晒揉捻烘焙装箱'
const signs = (count: number) => SIGNS.repeat(Math.ceil(count / SIGNS.length)).slice(0, count)
const groupsOf = (...printed: readonly string[]) =>
  toGroups(toLines(printed.join('\n'))).map(({ lone, text }) => (lone ? `${lone} ${text}` : text))
const blocksOf = (...printed: readonly string[]) =>
  toBlocks(toGroups(toLines(printed.join('\n')))).map(({ kind, lines }) => [kind, textOf(lines)])

test.each([
  ['like the one before', 12, 12],
  ['a little wider than the one before', 14, 12],
  ['too wide for the one before', 15, 20],
  ['like the one behind', 20, 20],
  ['wider than both', 22, 20],
])('a short group is taken for one of the column that fits it better: %s', (_case, width, expected) => {
  const column = (own: number) => group(Array.from({ length: 6 }, () => signs(own)))
  const [narrow, wide, short] = [column(12), column(20), group([signs(width)])]
  const isRunning = (it: Group) => it !== short
  expect(columnWidths([narrow, short, wide], isRunning)).toEqual([12, expected, 20])
  expect(columnWidths([wide, short, narrow], isRunning)).toEqual([20, expected, 12])
})

test('a measured width gives way to the most usual one of the page, up to a whole sign wider or narrower', () => {
  const column = (own: number, lines: number) => group(Array.from({ length: lines }, () => signs(own)))
  const widthsOf = (own: number) => columnWidths([column(own, 5), column(12, 9)], () => true)[0]
  expect([10, 11, 12, 13, 14].map(widthsOf)).toEqual([10, 12, 12, 12, 14])
})

describe('a title that goes on behind a blank line', () => {
  const joined = (count: number) =>
    toBlocks([
      group([...Array.from({ length: count - 1 }, () => signs(8)), `${signs(6)}和`], 'display'),
      group([signs(7)], 'display'),
    ]).length

  test.each([1, 2, 5])('is one with its first %i lines', (count) => expect(joined(count)).toBe(1))
  test.each([6, 7])('is another than %i lines, which no title has', (count) => expect(joined(count)).toBe(2))
})

describe('a short line amid text, no blank line around it', () => {
  const tight = [
    '山里的老茶树今年又发',
    '新芽，满坡的茶农都忙着采',
    '茶。',
    '新桥合龙',
    '河上的新桥昨日合龙，',
    '两岸的居民从此不必再绕路',
    '。',
  ]
  test('is a title where as many have a blank line before them', () => {
    expect(blocksOf('茶乡开园', '', ...tight)).toContainEqual(['display', '新桥合龙'])
  })
  test('is text where more have one', () => {
    expect(blocksOf('茶乡开园', '', ...tight, '', '老街翻新')).not.toContainEqual(['display', '新桥合龙'])
  })
})

test.each([
  ['wider than the column', '两岸盼了十年的新桥终于合龙通车', 'display'],
  ['no wider', '，两岸居民盼了十年的新桥', 'body'],
])('a line without a stop at the end of text, %s, is of its kind', (_case, last, kind) => {
  const column = [
    '山里的老茶树今年又发了新',
    '芽，满坡的茶农都忙着采茶',
    '，茶价也涨了，来买茶的人',
    '多得很。',
  ]
  const text = ['新桥在河上，两岸都看得见', '它。河上的船从桥下过去了']
  const blocks = blocksOf(...column, '', ...text, last)
  expect(blocks.at(-1)).toEqual([kind, kind === 'body' ? [...text, last].join('') : last])
})

describe('where lines of text are parted', () => {
  const text = ['山里的老茶树又发新芽', '满坡的茶农忙着采茶。']

  test('a title that jumps here ends at its marker, and its text begins right below', () => {
    expect(groupsOf('茶乡开园（上接第一版）', ...text)).toEqual(['茶乡开园（上接第一版）', text.join('')])
  })

  test.each([
    ['as wide as the title', '今年的茶价又涨了一成', true],
    ['narrower than the title', '今年的茶价又涨一成', false],
  ])('a name under a title is a byline if what stands below is %s', (_case, below, is) => {
    expect(groupsOf('老茶树又发新芽山里忙', '王小明', below)).toEqual(
      is
        ? ['老茶树又发新芽山里忙', 'byline 王小明', below]
        : [['老茶树又发新芽山里忙', '王小明', below].join('')],
    )
  })
})

describe('a caption as wide as its picture', () => {
  const captionOf = (full: number) => {
    const printed = [...Array.from({ length: full }, () => signs(8)), `${signs(5)} 李小`, '霞 摄']
    return [...captionsByCredit(toLines(['茶乡开园。', ...printed].join('\n')))]
  }
  test('has five lines', () => expect(captionOf(3)).toEqual([[1, 5]]))
  test('has no more: then only its end is known', () => expect(captionOf(4)).toEqual([[5, 2]]))
})

describe('a row of interleaved columns', () => {
  const row = (text: string) => {
    const [line] = toLines(text)
    if (!line) throw new Error('no line')
    return { first: line, last: line, width: line.width, isApart: false }
  }
  const goesOn = (left: string, right: string) =>
    likeliestChains([row(left), row(right)], () => 1)[1] !== undefined

  test.each([
    ['a full line', signs(12), signs(12), true],
    ['the indented first line of a paragraph', signs(10), signs(12), true],
    ['a line that ends nothing and is short', signs(7), signs(12), false],
    ['a full line over a short one that ends its text', signs(12), `${signs(4)}。`, true],
    ['a full line over a short one that ends nothing', signs(12), signs(5), false],
  ])('is gone on with behind %s: %s / %s', (_case, left, right, is) => {
    expect(goesOn(left, right)).toBe(is)
  })
})

describe('a text of several pages', () => {
  /** Lines of so many signs, each behind so many blank ones. */
  const textOfLines = (...lines: readonly (readonly [length: number, blanks: number])[]) =>
    toLines(lines.map(([length, blanks]) => '\n'.repeat(blanks) + signs(length)).join('\n'))
  const thousands = (count: number, blanks: readonly number[] = []) =>
    textOfLines(...Array.from({ length: count }, (_, at) => [1000, blanks[at] ?? 0] as const))
  const sizes = (lines: ReturnType<typeof toLines>) => cutPageSegments(lines).map(({ length }) => length)

  test('is arranged as a whole up to what a page holds', () => {
    expect(sizes(thousands(15))).toEqual([15])
  })

  test('is cut at its widest gap between five and eight thousand signs', () => {
    expect(sizes(thousands(16, [0, 0, 0, 9, 0, 1, 2, 1, 0, 9]))[0]).toBe(6)
  })

  test('is cut at the first of gaps that are as wide', () => {
    expect(sizes(thousands(16, [0, 0, 0, 0, 0, 2, 0, 2]))[0]).toBe(5)
  })

  test('has its short lines counted as work too', () => {
    expect(sizes(textOfLines(...Array.from({ length: 1875 }, () => [1, 0] as const)))).toEqual([1875])
    expect(sizes(textOfLines(...Array.from({ length: 1876 }, () => [1, 0] as const)))[0]).toBe(625)
  })

  test('loses no line, and has none twice', () => {
    const lines = thousands(40, [0, 1, 0, 0, 3])
    expect(cutPageSegments(lines).flat()).toEqual(lines)
  })
})
