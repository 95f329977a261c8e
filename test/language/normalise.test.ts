import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise, normaliseWithPositions } from '../../src/language/index.ts'
import * as ordinary from '../../src/language/normalise.ts'
import { anyUnicode } from '../support/any-unicode.ts'

test.each([
  ['full-width forms', 'ＷＴＯ２００１年', 'wto2001年'],
  ['blanks of all kinds, one for one', '新华社　北京\t\n', '新华社 北京  '],
  ['Kangxi radicals', '⼤⼩⾦', '大小金'],
  ['CJK radicals, which NFKC leaves alone', '⻓江⻰⻛', '长江龙风'],
  ['Traditional characters', '成都大運會博物館', '成都大运会博物馆'],
  ['letters with loose marks', 'e\u0301', 'é'],
  ['dots in foreign names', '艾瑞克•森超・', '艾瑞克·森超·'],
  ['invisible characters', '\uFEFF成\u200B都', '成都'],
  ['numerals, which stay', '二〇二四', '二〇二四'],
  ['characters beyond the first plane', '𠮷', '𠮷'],
  ['lone surrogates, which stay', '\uD800成', '\uD800成'],
])('normalise folds %s', (_case, text, expected) => {
  expect(normalise(text)).toBe(expected)
  expect(normaliseWithPositions(text).text).toBe(expected)
})

const anyText = fc.string({
  unit: fc.oneof(fc.constantFrom('成', '會', '⻓', 'Ａ', '㎏', '，', ' ', '𠮷', 'e', '\u0301'), anyUnicode()),
})

test('normalise is done after one pass, and the same with positions', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = normalise(text)
      expect(normalise(once)).toBe(once)
      expect(normaliseWithPositions(text).text).toBe(once)
    }),
  )
})

test('a match in the normal text maps to what it came from', () => {
  const { text, toOriginal } = normaliseWithPositions('在成都大運會，共㎏三')
  const at = text.indexOf('成都大运会')
  expect(toOriginal(at, at + 5)).toEqual([1, 6])
  expect(toOriginal(text.indexOf('kg'), text.indexOf('kg') + 1)).toEqual([8, 9])
})

test.each([
  ['plain text', '成都大会', [0, 2], [0, 2]],
  ['one that becomes several', '共㎏三', [2, 3], [1, 2]],
  ['several that become one', 'ae\u0301b', [1, 2], [1, 3]],
  ['nothing, at the beginning', '㎏成', [0, 0], [0, 0]],
  ['nothing, in the middle', '㎏成', [2, 2], [1, 1]],
  ['nothing, at the end', '㎏成', [3, 3], [2, 2]],
  ['more than there is', '㎏成', [2, 9], [1, 2]],
  ['what is invisible', '成\u200B都', [0, 2], [0, 3]],
] as const)('where %s comes from', (_case, text, [from, to], expected) => {
  expect(normaliseWithPositions(text).toOriginal(from, to)).toEqual(expected)
})

test('text that is normal already comes back as it is, and a changed unit at either end is seen', () => {
  expect(normalise('成都2024')).toBe('成都2024')
  expect(['A成都', '成都A', '會'].map(normalise)).toEqual(['a成都', '成都a', '会'])
  expect(normalise('')).toBe('')
})

test.each(['normalise', 'normaliseWithPositions', 'identityOfNormalForm'])(
  '%s may be the first that a process asks for',
  async (name) => {
    // A copy of the module that nobody has used.
    const copy = `../../src/language/normalise.ts?${name}`
    const fresh: Readonly<Record<string, (text: string) => unknown>> = await import(copy)
    const known: Readonly<Record<string, (text: string) => unknown>> = ordinary
    expect(JSON.stringify(fresh[name]?.('會Ａ'))).toBe(JSON.stringify(known[name]?.('會Ａ')))
  },
)
