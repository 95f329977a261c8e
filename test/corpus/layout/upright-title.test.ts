import { expect, test } from 'vitest'
import { readPage } from '../../../src/corpus/articles/read-page.ts'
import { toGroups } from '../../../src/corpus/layout/group.ts'
import { toLines } from '../../../src/corpus/layout/line.ts'

const TEXT = [
  '本报讯（记者 王小明）山里的',
  '老茶树今年又发新芽，满坡的茶',
  '农都忙着采茶，镇上的茶坊连夜',
  '炒制，第二天一早运往城里。',
]

const groupsOf = (printed: readonly string[]) =>
  toGroups(toLines(printed.join('\n'))).map(({ lone, text }) => [lone, text])

test('a title set upright, a sign a line, heads the text below it', () => {
  const [article, ...others] = readPage({
    file: 'page.txt',
    text: [...'老茶乡开园迎客'.split(''), ...TEXT].join('\n'),
  }).articles
  expect(article?.headline).toBe('老茶乡开园迎客')
  expect(article?.paragraphs.join('')).toMatch(/^本报讯.*运往城里。$/u)
  expect(others).toEqual([])
})

test('a blank line behind each sign parts none of them', () => {
  expect(groupsOf(['老', '', '茶', '', '乡', '', '开', '', '园'])).toEqual([['display', '老茶乡开园']])
})

test('a blank line parts two titles whose signs have none between', () => {
  expect(groupsOf([...'老茶乡开园'.split(''), '', ...'新茶坊迎客'.split('')])).toEqual([
    ['display', '老茶乡开园'],
    ['display', '新茶坊迎客'],
  ])
})

test.each([
  ['four signs', '茶乡开园'.split('')],
  ['a column of figures', '123456789'.split('')],
  ['more than a title has', Array.from({ length: 61 }, () => '茶')],
])('%s are none', (_, printed) => {
  expect(groupsOf(printed).map(([lone]) => lone)).not.toContain('display')
})
