import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakLines, type Line } from '../../src/pictures/typesetting/break-lines.ts'
import { runs } from '../support/runs.ts'

const EM = 10
const isWide = (it: string) => (it.codePointAt(0) ?? 0) > 0x2ff
const measure = (text: string) => Array.from(text).reduce((sum, it) => sum + (isWide(it) ? EM : EM / 2), 0)
const set = (text: string, width = 100, indent = 0) =>
  breakLines(text, { width, em: EM, indent, isJustified: true, measure })
const textOf = ({ pieces }: Line) => pieces.map(({ text }) => text).join('')
const NEVER_FIRST = /^[，。、；：！？）》」』】〕”’…—%‰℃·～,.;:!?)\]}]/u
const NEVER_LAST = /[（《「『【〔“‘([{¥￥$]$/u

test.each([
  [
    'a comma that does not fit is pushed in',
    '一，二，三四五六七八，甲乙',
    ['一，二，三四五六七八，', '甲乙'],
  ],
  [
    'a bracket that opens goes to the next line',
    '一二三四五六七八九（甲）',
    ['一二三四五六七八九', '（甲）'],
  ],
  ['a number keeps its per cent sign', '一二三四五六七增长12.5%了', ['一二三四五六七增长', '12.5%了']],
  ['a dash of two is not parted', '一二三四五六七八九——甲', ['一二三四五六七八', '九——甲']],
  ['a word is not parted', '一二三四五六七八 Rotterdam', ['一二三四五六七八', 'Rotterdam']],
  ['a word longer than a line is', 'abcdefghijklmnopqrstuvwxyz', ['abcdefghijklmnopqrst', 'uvwxyz']],
  ['a mark after such a word takes a letter along', `${'x'.repeat(20)}，甲`, ['x'.repeat(19), 'x，甲']],
  [
    'a mark that binds on both sides, after such a word, keeps it too',
    `${'x'.repeat(19)}·乙`,
    ['x'.repeat(18), 'x·乙'],
  ],
  ['blanks at the ends of lines are dropped', '  一二三四五六七八九十 甲 ', ['一二三四五六七八九十', '甲']],
])('%s', (_case, text, lines) => {
  expect(set(text).map(textOf)).toEqual(lines)
})

test('marks side by side give up a blank half, and one at the end hangs no further than its ink', () => {
  const [line] = set('（“甲”），乙', 200)
  expect(line?.pieces.map(({ x }) => x)).toEqual([-5, 0, 10, 20, 25, 30, 40])
  expect(set('甲。', 200)[0]?.width).toBe(15)
})

test('full lines are as wide as the column', () => {
  const lines = set('一二三，四五六（七八）九十甲乙丙丁，戊己庚辛'.repeat(4), 103)
  for (const { width } of lines.slice(0, -1)) expect(width).toBeCloseTo(103, 5)
})

const words = fc.constantFrom(
  ...Array.from('报纸的一国（）《》“”‘’，。、；：！？%…'),
  '——',
  'GDP',
  '2024',
  '12.5',
  '￥',
  '·',
  ' ',
  '🚀',
  '𠮷',
  'e\u0301',
  'AT&T',
  '《人民》',
  '……',
  '(',
  ')',
)
/** A mark that opens is followed by a character, as in any text that was printed. */
const printed = fc
  .array(words, { maxLength: 120 })
  .map((all) => all.join('').replace(/(?:[（《“‘(￥][ ]*)+(?=[）》”’，。、；：！？%…—) ]|$)/gu, ''))
  .map((text) =>
    text
      .replace(/([）》”’，。、；：！？%…—·)])(?:[ ]*[）》”’，。、；：！？%…—·)]){3,}/gu, '$1')
      .replace(/^[ ）》”’，。、；：！？%…—·)]+/u, ''),
  )
  .map((text) => text.replace(/(?:[（《“‘(￥·] *){4,}/gu, '（'))

test('no line breaks a rule of Chinese print, is wider than the column, or loses a character', () => {
  fc.assert(
    fc.property(
      printed,
      fc.integer({ min: 120, max: 300 }),
      fc.constantFrom(0, 20),
      (text, width, indent) => {
        const lines = set(text, width, indent)
        expect(lines.map(textOf).join('').replace(/ /g, '')).toBe(text.replace(/\s/gu, ''))
        for (const [at, line] of lines.entries()) {
          expect(line.width).toBeLessThanOrEqual(width + 0.1)
          if (at > 0) expect(textOf(line)).not.toMatch(NEVER_FIRST)
          if (at < lines.length - 1) expect(textOf(line)).not.toMatch(NEVER_LAST)
        }
      },
    ),
    runs(1_000),
  )
})

/** What is to be seen of a line, from the left. */
const seenOf = ({ pieces }: Line) =>
  pieces
    .toSorted((a, b) => a.x - b.x)
    .map(({ text }) => text)
    .join('')

test.each([
  [
    'words from right to left follow the first one leftwards',
    '他说 مرحبا يا عالم 三次',
    '他说 عالم يا مرحبا 三次',
  ],
  ['a number among them stays as it is', '在 عام 2024 كان 那年', '在 كان 2024 عام 那年'],
  ['a single one stands where it stood', '在 سلام 之后', '在 سلام 之后'],
  ['Latin words end the row', 'שלום עולם ABC שלום', 'עולם שלום ABC שלום'],
])('%s', (_case, text, seen) => {
  const [line] = set(text, 1_000)
  expect(line && seenOf(line)).toBe(seen)
  expect(line?.pieces.map((piece) => piece.text).join('')).toBe(text)
  const ends = line?.pieces.toSorted((a, b) => a.x - b.x).map(({ x, advance }) => x + advance)
  expect(ends?.at(-1)).toBeCloseTo(line?.width ?? 0)
})
