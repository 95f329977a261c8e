import { expect, test } from 'vitest'
import { toBlocks } from '../../../src/corpus/layout/block.ts'
import { toGroups } from '../../../src/corpus/layout/group.ts'
import { toLines } from '../../../src/corpus/layout/line.ts'

const kindOf = (page: readonly string[], text: string) =>
  toBlocks(toGroups(toLines(page.join('\n')))).find(({ lines }) => lines.some((line) => line.text === text))
    ?.kind

const TEA = ['山里的老茶树今年又发', '新芽，满坡的茶农都忙着采', '茶。']
const BRIDGE = ['河上的新桥昨日合龙，', '两岸的居民从此不必再绕路', '。']

test.each([['（李四）'], ['（李四 王小五）'], ['(李四)']])(
  '%s that blank lines set off signs the text above',
  (names) => {
    expect(kindOf([...TEA, '', names, '', '新桥合龙', '', ...BRIDGE], names)).toBe('byline')
  },
)

test('a name in brackets right behind its text stays in it, so that the text is known to end there', () => {
  expect(kindOf([...TEA, '（李四）', '', '新桥合龙', '', ...BRIDGE], '（李四）')).toBe('body')
})

test('what is no name stays a title', () => {
  expect(kindOf([...TEA, '', '（一）', '', ...BRIDGE], '（一）')).not.toBe('byline')
})
