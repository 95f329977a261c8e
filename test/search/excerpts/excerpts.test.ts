import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from '../../../src/language/index.ts'
import { excerptsOf, highlightsOf } from '../../../src/search/excerpts/excerpts.ts'
import { literalOf } from '../../../src/search/query/literal.ts'
import { buildArticle } from '../../support/build-article.ts'
import { tokeniser } from '../../support/tokeniser.ts'

const literals = (...texts: string[]) => texts.flatMap((it) => literalOf(it) ?? [])
const excerpts = (paragraphs: string[], texts: string[], length = 40, count = 1) =>
  excerptsOf(buildArticle({ headline: '题', paragraphs }), literals(...texts), { length, count, tokeniser })

const marked = (text: string, ...wanted: string[]) =>
  highlightsOf(text, literals(...wanted)).map((range) => text.slice(...range))

test.each([
  [
    'the sentence that holds most',
    ['甲在成都。乙去年在重庆，今年又来成都住下了。丙在北京。'],
    ['成都', '重庆'],
    '乙去年在重庆，今年又来成都住下了。',
  ],
  [
    'neighbouring sentences that hold all',
    ['甲今年在成都。乙今年还在重庆住。丙在北京。'],
    ['成都', '重庆'],
    '甲今年在成都。乙今年还在重庆住。',
  ],
  ['the shorter of two that show the same', ['成都今天天气很好。', '成都好。'], ['成都'], '成都好。'],
  ['the opening where nothing matched', ['开头一句。再一句。'], ['上海'], '开头一句。再一句。'],
])('shows %s', (_case, paragraphs, wanted, text) => {
  expect(excerpts(paragraphs, wanted)[0]?.text).toBe(text)
})

test('a second excerpt shows what the first left out', () => {
  const shown = excerpts(['成都在四川。', '重庆在长江边上，是直辖市。'], ['成都', '重庆'], 40, 2)
  expect(shown.map((it) => it.text)).toEqual(['重庆在长江边上，是直辖市。', '成都在四川。'].toReversed())
})

test.each([
  [
    'the sentence behind it',
    ['本月发放消费券。核券地址限成都市。每人限领一张，过期不补。'],
    '核券地址限成都市。每人限领一张，过期不补。',
  ],
  [
    'the sentence before it at the end of a paragraph',
    ['本月发放消费券。核券地址限成都市。'],
    '本月发放消费券。核券地址限成都市。',
  ],
  [
    'nothing where there is no room',
    ['核券地址限成都市。每人限领一张，过期不补，领券时须出示本人身份证件，并在三十天内使用完毕。'],
    '核券地址限成都市。',
  ],
])('a thin excerpt takes %s', (_case, paragraphs, text) => {
  expect(excerpts(paragraphs, ['成都市'])[0]?.text).toBe(text)
})

test('no sentence is shown twice because excerpts are thin', () => {
  const shown = excerpts(['成都市有。都说好。重庆市有。'], ['成都市', '重庆市'], 8, 2)
  expect(shown.map((it) => it.text)).toEqual(['成都市有。', '重庆市有。'])
  const wide = excerpts(['成都市有。都说好。重庆市有。还有。'], ['成都市', '重庆市'], 12, 2).map(
    ({ text }) => text,
  )
  expect(wide.join('').split('都说好').length).toBeLessThanOrEqual(2)
})

test.each([
  ['Traditional print', '成都大運會開幕', ['大运会'], ['大運會']],
  ['a phrase whose marks are others', '让“冷资源”热', ['让 「冷资源'], ['让“冷资源']],
  ['a number, not a part of one', '2025年有5万', ['5'], ['5']],
  ['a decimal, whole', '增长8.5，不是8', ['8'], ['8']],
  ['a Latin word, whole', 'GDP和GD', ['gd'], ['GD']],
  ['overlapping words as one', '农业发展银行', ['农业发展', '发展银行'], ['农业发展银行']],
])('marks %s', (_case, text, wanted, expected) => {
  expect(marked(text, ...wanted)).toEqual(expected)
})

test('a sentence too long is cut at clauses around what matched', () => {
  const long =
    '市委农办、市住建局等部门，区县、镇村代表，就建设情况作发言，艾瑞克·森超参观了博物馆，并且留言。'
  expect(excerpts([long], ['森超'], 24)[0]?.text).toBe('…艾瑞克·森超参观了博物馆，并且留言。')
})

const longestNumber = (text: string) =>
  Math.max(0, ...Array.from(text.matchAll(/[\d.]+/gu), ([number]) => number.length))

test('excerpts keep to the length, halve nothing, and are the text of the article', () => {
  const unit = fc.constantFrom(
    '成都',
    '大運會',
    '，',
    '。',
    '“',
    '”',
    '𠮷',
    '883.6',
    'GDP ',
    '艾瑞克·森超',
    '的',
  )
  const paragraph = fc.array(unit, { minLength: 1, maxLength: 60 }).map((it) => it.join(''))
  const wanted = fc.constantFrom('成都', '大运会', '883.6', 'gdp', '森超', '𠮷')
  let looked = 0
  fc.assert(
    fc.property(
      fc.array(paragraph, { minLength: 1, maxLength: 3 }),
      fc.array(wanted, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 12, max: 80 }),
      (paragraphs, words, length) => {
        for (const { text, highlights } of excerpts(paragraphs, words, length, 2)) {
          looked++
          expect(text.length).toBeLessThanOrEqual(length)
          expect(text).not.toMatch(/\p{Surrogate}/u)
          const bare = text.replaceAll('…', '')
          expect(paragraphs.some((it) => it.includes(bare))).toBe(true)
          expect(bare).not.toMatch(/^(?:DP|P |·|[瑞克超會])|(?:G|GD|·|[艾瑞大運森])$/u)
          // A number that is longer than the excerpt has to be cut.
          if (!paragraphs.some((it) => longestNumber(it) >= length - 1))
            expect(bare).not.toMatch(/^(?:\d?\.6|3\.6)|(?:88|\.)$/u)
          for (const [from, to] of highlights)
            expect(words.some((it) => normalise(text.slice(from, to)).includes(it))).toBe(true)
        }
      },
    ),
  )
  expect(looked).toBeGreaterThan(20)
})
