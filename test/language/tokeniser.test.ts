import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  createIcuSegmenter,
  createTokeniser,
  openJieba,
  openSegmenter,
  type Tokeniser,
  termGroupsOf,
} from '../../src/language/index.ts'
import { notRun } from '../support/not-run.ts'

test.each([
  ['jieba', await openSegmenter()],
  ['Intl.Segmenter', createIcuSegmenter()],
])('by %s every character and pair of neighbours is found by its term groups', (_name, segmenter) => {
  const tokeniser = createTokeniser(segmenter)
  const text = fc.string({ unit: fc.constantFrom(...Array.from('中国农业发展银行和服务𠮷五五知道5G，。 a')) })
  fc.assert(
    fc.property(text, (text) => {
      const terms = new Set(tokeniser.termsOf(text))
      for (const run of text.match(/\p{sc=Han}+/gu) ?? []) {
        const characters = Array.from(run)
        for (const [i, character] of characters.entries())
          for (const literal of [character, character + (characters[i + 1] ?? '')])
            for (const group of termGroupsOf(literal)) expect(group.some((it) => terms.has(it))).toBe(true)
      }
    }),
  )
})

const hasJieba = (await openJieba()) !== undefined
describe.skipIf(!hasJieba)(`with jieba${notRun(hasJieba, 'nodejieba')}`, () => {
  let tokeniser: Tokeniser
  beforeAll(async () => {
    tokeniser = createTokeniser(await openSegmenter())
  })
  const wordsOf = (text: string) => tokeniser.wordsOf(text).map((it) => it.text)

  test.each([
    ['numbers stay whole', '增长18.7%，达1,100亿元50条', ['增长', '18.7', '达', '1100', '亿元', '50', '条']],
    ['Latin words stay whole', '5G和GDP、GoChengdu', ['5g', '和', 'gdp', 'gochengdu']],
    ['Traditional text is cut as Simplified', '農業發展', ['农业', '发展']],
  ])('%s', (_case, text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  test('a word inside a longer one is a term', () => {
    expect(tokeniser.termsOf('中国农业发展银行')).toContain('农业')
  })

  test('words know where they stand in the text as printed', () => {
    const text = '在成都大運會，２０２３ 年'
    const found = tokeniser.wordsOf(text).map(({ start, end }) => text.slice(start, end))
    expect(found).toEqual(['在', '成都', '大運會', '２０２３', '年'])
  })
})
