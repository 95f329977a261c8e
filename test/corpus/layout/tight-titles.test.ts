import { describe, expect, test } from 'vitest'
import { readPage } from '../../../src/corpus/articles/read-page.ts'
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

test('a title between a paragraph that has ended and one that begins is parted from both', () => {
  expect(kinds(...TEA, '新桥合龙', ...BRIDGE)).toEqual([
    ['text', TEA.join('')],
    ['title', '新桥合龙'],
    ['text', BRIDGE.join('')],
  ])
})

test('a title of several lines stays whole', () => {
  expect(kinds(...TEA, '两岸盼了十年', '新桥昨日', ...BRIDGE)[1]).toEqual(['title', '两岸盼了十年新桥昨日'])
})

test('a byline under a title that no blank line sets off is found', () => {
  expect(kinds('新桥合龙', '□本报记者 李四', ...BRIDGE).map(([kind]) => kind)).toEqual([
    'title',
    'byline',
    'text',
  ])
})

test.each([
  ['a short last line', ['山里的老茶树今年又发', '新芽，满坡的茶农都忙着采', '新茶。', ...BRIDGE]],
  [
    'a line that is short by a figure',
    ['山里的老茶树今年又发', '新芽山上今年产量达到', '28.6万公斤，增长一成。', ...BRIDGE],
  ],
  ['a signature whose paper wraps', [...TEA.slice(0, 2), '新茶上市。（江南', '日报记者 李霞）', ...BRIDGE]],
  ['a signature that wraps', [...TEA.slice(0, 2), '茶。（本报记者 李', '四）', ...BRIDGE]],
])('%s is text', (_case, lines) => {
  expect(kinds(...lines).filter(([kind]) => kind !== 'text')).toEqual([])
})

describe('a page on which no blank line sets titles off', () => {
  const text = [
    '茶乡开园 新芽上市',
    '本报讯（记者 王小明）山里的',
    '老茶树今年又发新芽，满坡的茶',
    '农都忙着采茶。',
    '茶价比去年涨了一成，茶农们笑',
    '开了颜。',
    '两岸盼了十年 新桥合龙',
    '□本报记者 陈国华',
    '河上的新桥昨日合龙，两岸',
    '的居民从此不必再绕路，往返只',
    '要五分钟。',
    '新桥全长三百米，双向四条车道',
    '，年底通车。',
  ].join('\n')

  test('gives its articles with their headlines and bylines', () => {
    expect(readPage({ file: 'page.txt', text }).articles).toMatchObject([
      { headline: '茶乡开园 新芽上市', byline: ['王小明'] },
      { headline: '两岸盼了十年 新桥合龙', byline: ['陈国华'] },
    ])
  })
})

test('a title as wide as its column is found by the opening of its article right below', () => {
  const opening = ['本报讯（记者 王小明）河', '上的新桥昨日合龙，两岸的', '居民从此不必再绕路。']
  expect(kinds(...TEA, '新桥合龙两岸不必再绕路了', ...opening)[1]).toEqual([
    'title',
    '新桥合龙两岸不必再绕路了',
  ])
})

test('where each line holds a paragraph, a short line without a stop over a long one is a title', () => {
  const unwrapped = (...lines: string[]) =>
    partTightTitles(toLines(lines.join('\n')), 0).map(({ kind, lines: own }) => [kind, own.length])
  const paragraph = '山里的老茶树今年又发新芽，满坡的茶农都忙着采茶，茶价比去年涨了一成。'
  expect(unwrapped('茶乡开园 新芽上市', paragraph, paragraph)).toEqual([
    ['title', 1],
    ['text', 2],
  ])
  expect(unwrapped(paragraph, '茶农们说：', paragraph)).toEqual([['text', 3]])
})

test('a title that begins with the label of a series is none of the title above it', () => {
  expect(kinds(...TEA, '两岸盼了十年', '【走进县城】茶乡', '开园', ...BRIDGE).slice(1, 3)).toEqual([
    ['title', '两岸盼了十年'],
    ['title', '【走进县城】茶乡开园'],
  ])
})

test.each([
  ['indented', '茶乡今年开园比去年早'],
  ['as wide as its column', '茶乡今年开园比去年早十来天'],
])(
  'a title at the head of a group, %s, is parted from the opening of its article right below',
  (_case, title) => {
    const opening = ['本报讯山里的老茶树今年又', '发新芽，满坡的茶农都忙着采', '茶，今年的产量比去年更高。']
    expect(kinds(title, ...opening)).toEqual([
      ['title', title],
      ['text', opening.join('')],
    ])
  },
)
