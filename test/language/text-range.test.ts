import { expect, test } from 'vitest'
import {
  isWordTerm,
  loadScriptConverter,
  mergeRanges,
  runsOf,
  termGroupsOf,
  wholeCharacter,
} from '../../src/language/index.ts'

test.each([
  [
    'apart',
    [
      [0, 2],
      [3, 4],
    ],
    [
      [0, 2],
      [3, 4],
    ],
  ],
  [
    'that touch',
    [
      [0, 2],
      [2, 4],
    ],
    [[0, 4]],
  ],
  [
    'that overlap, in any order',
    [
      [5, 9],
      [0, 6],
    ],
    [[0, 9]],
  ],
  [
    'one inside the other',
    [
      [0, 9],
      [2, 4],
    ],
    [[0, 9]],
  ],
  [
    'three in a row',
    [
      [4, 6],
      [0, 2],
      [2, 4],
    ],
    [[0, 6]],
  ],
  ['none', [], []],
] as const)('ranges %s', (_case, ranges, merged) => {
  expect(mergeRanges(ranges)).toEqual(merged)
})

test('a text is cut between characters', () => {
  expect([0, 1, 2, 3].map((at) => wholeCharacter('a𠮷b', at))).toEqual([0, 1, 1, 3])
})

test('grams are told from words', () => {
  expect(termGroupsOf('农业').flat().map(isWordTerm)).toEqual([true, false])
})

test.each([
  ['one character', '农', [['农', '~农']]],
  [
    'pairs of neighbours',
    '农业部',
    [
      ['农业', '~农业'],
      ['业部', '~业部'],
    ],
  ],
  ['characters of two units', '𠮷野', [['𠮷野', '~𠮷野']]],
  ['numbers and words, without commas', '1,100名gdp', [['1100'], ['名', '~名'], ['gdp']]],
  ['punctuation', '，。', []],
] as const)('a text holds %s by these terms', (_case, literal, groups) => {
  expect(termGroupsOf(literal)).toEqual(groups)
})

test.each([
  ['增长18.7%达1,100亿', ['增长', '18.7', '达', '1,100', '亿']],
  ['gdp15%', ['gdp', '15']],
  ['gdp15', ['gdp15']],
  ['1.5g手机', ['1', '5g', '手机']],
  ['五五，개', ['五五', '개']],
  ['it is é', ['it', 'is', 'é']],
])('the runs of %s', (text, expected) => {
  const found = [...runsOf(text)]
  expect(found.map((it) => it.text)).toEqual(expected)
  for (const it of found) {
    expect(text.slice(it.start, it.start + it.text.length)).toBe(it.text)
    expect(it.unspaced).toBe(/[增长达亿手机五개]/.test(it.text))
  }
})

test('Chinese is written in other characters by words, and other text stays', async () => {
  const { toSimplified, toTraditional } = await loadScriptConverter()
  expect(toTraditional('头发和发展 GDP')).toBe('頭髮和發展 GDP')
  expect(toTraditional('广播电视总台：澳门回归祖国')).toBe('廣播電視總臺：澳門回歸祖國')
  expect(toSimplified('頭髮和發展 GDP')).toBe('头发和发展 GDP')
})
