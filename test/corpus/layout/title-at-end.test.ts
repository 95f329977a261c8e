import { describe, expect, test } from 'vitest'
import { toBlocks } from '../../../src/corpus/layout/block.ts'
import { toGroups } from '../../../src/corpus/layout/group.ts'
import { toLines } from '../../../src/corpus/layout/line.ts'

const kindOf = (page: readonly string[], text: string) =>
  toBlocks(toGroups(toLines(page.join('\n')))).find(({ lines }) => lines.some((line) => line.text === text))
    ?.kind

const TEA = [
  '山里的老茶树今年又发',
  '新芽漫山遍野的茶农都忙着',
  '采茶今年的茶价比去年涨了',
  '一成有余茶农们个个都笑开',
  '了颜村里的合作社收了新茶',
  '当天就运到城里的茶庄去卖',
  '往年要等上好几天。',
]
const OPENING = [
  '本报讯（记者李四）河',
  '上的新桥昨日合龙，两岸的居',
  '民从此不必再绕路，往返只要',
  '五分钟。',
]
const AS_WIDE = '两岸盼望十年新桥昨日合龙'

describe('behind the last sentence of a column', () => {
  test.each([
    ['an article opens below', ['', ...OPENING]],
    ['a reporter signs below', ['□本报记者 李四', '', ...OPENING.slice(1)]],
  ])('a title as wide as the column is one where %s', (_case, below) => {
    expect(kindOf([...TEA, AS_WIDE, ...below], AS_WIDE)).toBe('display')
  })

  test('what stands over nothing that opens stays in the text: it may go on in another column', () => {
    expect(kindOf([...TEA, AS_WIDE, '', '民从此不必再绕路往返只要', '五分钟。'], AS_WIDE)).toBe('body')
  })

  test('the start of a paragraph stays in the text', () => {
    expect(
      kindOf(
        [...TEA, '两岸的居民昨日都看见', '新桥合龙从此不必再绕远路', '', ...OPENING],
        '两岸的居民昨日都看见',
      ),
    ).toBe('body')
  })

  test.each([['新桥合龙，居民从此不必绕'], ['（浣花日报锦里新闻记者']])('%s is no title', (line) => {
    expect(kindOf([...TEA, line, '', ...OPENING], line)).not.toBe('display')
  })

  test('a title may speak of a reporter', () => {
    const title = '新桥建设者昨日答记者问'
    expect(kindOf([...TEA, title, '', ...OPENING], title)).toBe('display')
  })
})

test('where each line is a paragraph, a short line over a paragraph and no blank line between is a title', () => {
  const paragraph =
    '河上的新桥昨日合龙，两岸的居民从此不必再绕路，往返只要五分钟，比过去快了一个小时，孩子们上学也方便得多。'
  const other =
    '山里的老茶树今年又发新芽，满坡的茶农都忙着采茶，茶价比去年涨了一成，村里的合作社当天就把新茶运到城里的茶庄。'
  const page = [
    '茶乡开园 新芽上市',
    '',
    other,
    '',
    '新桥通车 公交改道',
    '',
    '新桥昨日合龙 两岸盼了十年',
    paragraph,
    '',
    '新桥全长三百米，双向四条车道，年底通车，两岸的公交车也要改走新桥。',
  ]
  expect(kindOf(page, '新桥昨日合龙 两岸盼了十年')).toBe('display')
})
