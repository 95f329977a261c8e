import { expect, test } from 'vitest'
import { toLines } from '../../../src/corpus/layout/line.ts'
import { partTightTitles } from '../../../src/corpus/layout/tight-titles.ts'

const WIDTH = 12

const kinds = (...lines: string[]) =>
  partTightTitles(toLines(lines.join('\n')), WIDTH).map((part) => [
    part.kind,
    part.lines.map(({ text }) => text).join(''),
  ])

const TEA = ['山里的老茶树今年又发', '新芽，满坡的茶农都忙着采', '茶。']
const BRIDGE = ['河上的新桥昨日合龙，', '两岸的居民从此不必再绕路', '。']
const TITLE = ['两岸居民盼望已久的新', '桥合龙']

test('a title that is indented and wraps where its column ends is a paragraph of the text', () => {
  expect(kinds(...TEA, ...TITLE, ...BRIDGE)).toEqual([['text', [...TEA, ...TITLE, ...BRIDGE].join('')]])
})

test.each([
  ['that wraps by a width of its own', ['两岸居民盼望', '新桥合龙']],
  ['that fits into its column', ['两岸居民盼望新桥']],
  ['that is not indented', ['两岸居民盼望已久的新桥', '合龙']],
])('a title %s stays a title', (_case, title) => {
  expect(kinds(...TEA, ...title, ...BRIDGE)[1]).toEqual(['title', title.join('')])
})

test('a title over the opening of an article stays a title', () => {
  const opening = ['本报讯（记者李四）河', '上的新桥昨日合龙，两岸居', '民从此不必再绕路。']
  expect(kinds(...TEA, ...TITLE, ...opening)[1]).toEqual(['title', TITLE.join('')])
})
