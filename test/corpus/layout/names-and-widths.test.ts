import { expect, test } from 'vitest'
import { toBlocks } from '../../../src/corpus/layout/block.ts'
import { type Group, textOf, toGroups } from '../../../src/corpus/layout/group.ts'
import { toLines } from '../../../src/corpus/layout/line.ts'
import { isSurelyRunning, isTornTitle } from '../../../src/corpus/layout/running-text.ts'
import { stretchWidths } from '../../../src/corpus/layout/stretch.ts'

const SIGNS = '茶树新芽采摘晾晒揉捻烘焙装箱出山迎客'
const signs = (count: number) => SIGNS.repeat(Math.ceil(count / SIGNS.length)).slice(0, count)
const group = (...printed: readonly string[]): Group => {
  const lines = toLines(printed.join('\n'))
  return { lines, text: textOf(lines), afterBlank: true }
}
const groupsOf = (...printed: readonly string[]) =>
  toGroups(toLines(printed.join('\n'))).map(({ lone, text }) => (lone ? `${lone} ${text}` : text))

test.each([
  [9, 'body'],
  [8, 'display'],
])('on a page that sets its titles off a first line of %i signs in twelve is %s', (width, kind) => {
  const text = [
    '山里的老茶树今年又发',
    '新芽，满坡的茶农都忙着采',
    '茶，今年的茶价也涨了一成',
    '，来买茶的人也多了三成。',
  ]
  const blocks = toBlocks(
    toGroups(toLines([signs(width), ...text, '', '新桥合龙', '', '老街翻新'].join('\n'))),
  )
  expect(blocks[0]?.kind).toBe(kind)
})

test.each([
  ['王小明 李小红 张小山 陈小华 赵小强 周小伟', true],
  ['欧阳小明 李小红 张小山 陈小华 赵小强 周小伟', false],
])('names under a title are as wide as eighteen signs: %s', (names, are) => {
  const found = groupsOf('老茶树又发新芽山里忙', names, '今年的茶价又涨了一成多')
  expect(found.includes(`byline ${names}`)).toBe(are)
})

test.each([
  ['李小红 张小山 赵强', true],
  ['李小红 张小山 赵小强', false],
])('names that wrap go on in a line hardly wider than the first: %s', (more, do_) => {
  expect(groupsOf('本报记者 王小明', more, '', '茶乡')[0]).toBe(
    do_ ? `byline 本报记者 王小明${more}` : 'byline 本报记者 王小明',
  )
})

test.each([
  [12, true],
  [11, false],
])('Latin words run on for %i signs to the end of a sentence: %s', (count, is) => {
  expect(isSurelyRunning(group(`tea trees grow ${'abcdefghijkl'.slice(0, count)}end.`))).toBe(is)
})

test.each([
  [['新芽采来茶价涨了一成'], true],
  [['新芽采来茶价涨了一成又', '一成'], false],
])('a title set as a paragraph has one line behind the blank one: %j', (rest, is) => {
  const text = group('山里的老茶树今年又发', '新芽，满坡的茶农都忙着采', '茶。')
  expect(isTornTitle([group('老茶树今年发了许多的'), group(...rest), text], 0, 12)).toBe(is)
})

test.each([
  [4, 20],
  [3, 11],
])('%i wide lines amid a narrow column stand in one of %i signs', (count, width) => {
  const narrow = Array.from({ length: 8 }, () => signs(11))
  const lines = toLines([...narrow, ...Array.from({ length: count }, () => signs(20)), ...narrow].join('\n'))
  expect(stretchWidths(lines, 11)[9]).toBe(width)
})
