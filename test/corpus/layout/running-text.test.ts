import { expect, test } from 'vitest'
import { toBlocks } from '../../../src/corpus/layout/block.ts'
import { toGroups } from '../../../src/corpus/layout/group.ts'
import { toLines } from '../../../src/corpus/layout/line.ts'

const kindsOf = (lines: readonly string[]) =>
  toBlocks(toGroups(toLines(lines.join('\n')))).map(
    ({ kind, lines: [first] }) => `${kind} ${first?.text.slice(0, 4)}`,
  )

const MARKET = [
  '集市上的摊位比去年多了三',
  '成，来往的客商说，今年的',
  '生意比往年更好做一些了。',
  '市场管理处打算再添两排摊',
  '位，明年春天就能租出去。',
]
const HALL = [
  '图书馆的新馆在老城墙边上',
  '落成，上下四层，能放下六',
  '十万册书，读者可以坐在窗',
  '边看书，也可以借回家去。',
]

test.each([
  ['whose words the text below says again', ['老城墙边上的新馆落成', '', ...HALL]],
  [
    'in two parts with a blank line between, over a dateline',
    ['老城墙边上，添了座新楼', '', '六十万册书搬进新家', '', '本报讯（记者 王小明）昨', ...HALL],
  ],
])('a title as long as a line of text, %s, is a display line', (_case, lines) => {
  const kinds = kindsOf([...MARKET, '', ...lines])
  expect(kinds[1]).toBe(`display ${lines[0]?.slice(0, 4)}`)
})

test('the first line of a paragraph that a blank line tore off its rest stays text', () => {
  expect(kindsOf([...MARKET, '', '在冬天里，老城墙边上', '', ...HALL])[1]).toBe('body 在冬天里')
})
