import { expect, test } from 'vitest'
import { normalise } from '../../../src/language/index.ts'
import { findLiteral, holdsLiteral, literalOf } from '../../../src/search/query/literal.ts'

const placesOf = (text: string, wanted: string) => {
  const literal = literalOf(wanted)
  const normal = normalise(text)
  return literal && findLiteral(normal, literal).map(([from, to]) => normal.slice(from, to))
}

test.each([
  ['大桥通车，大桥', '大桥', ['大桥', '大桥']],
  ['大桥', '桥大', []],
  ['哈哈哈哈', '哈哈', ['哈哈', '哈哈']],
  // Marks and blanks may stand between the parts of a phrase, four at most, and nothing else.
  ['让“冷资源”变热', '让冷资源变热', []],
  ['让“冷资源”变热', '让 冷资源 变热', ['让“冷资源”变热']],
  ['2023 年', '2023年', ['2023 年']],
  ['大桥    通车', '大桥 通车', ['大桥    通车']],
  ['大桥     通车', '大桥 通车', []],
  ['大桥的通车', '大桥 通车', []],
  ['大桥', '大桥 通车', []],
  ['大桥，', '大桥 通车', []],
  // Numbers.
  ['5、2025、5', '5', ['5', '5']],
  ['8.5亿', '8', []],
  ['8.5亿', '5', []],
  ['约8.5亿', '8', []],
  ['约18,000人', '18', []],
  ['v.5', 'v', ['v']],
  ['1,100人', '100', []],
  ['1,100人', '1', []],
  ['1,100人', '1100', ['1,100']],
  ['1,100,200人', '1100200', ['1,100,200']],
  ['11,00人', '1100', ['11,00']],
  ['1,1000人', '1100', []],
  ['1，100人', '1100', ['1,100']],
  ['1100人', '1,100', ['1100']],
  ['1101人', '1100', []],
  ['增长5%', '5%', ['5%']],
  ['增长5%', '5', ['5']],
  ['增长5人', '5%', []],
  ['增长15%', '5%', []],
  // Latin words.
  ['gdp增长', 'GDP', ['gdp']],
  ['gdps', 'GDP', []],
  ['agdp', 'GDP', []],
  ['GDP15%', 'GDP', ['gdp']],
  ['GDP15%', '15%', ['15%']],
  ['GDP15', 'GDP', []],
  ['g20峰会', '20', []],
  ['New  York', 'new york', ['new  york']],
])('in %s one finds %s as %j', (text, wanted, found) => {
  expect(placesOf(text, wanted)).toEqual(found)
})

test('no more are looked for than are asked for, and punctuation alone is nothing', () => {
  const literal = literalOf('大桥')
  expect(literal && findLiteral('大桥大桥大桥', literal, 2)).toEqual([
    [0, 2],
    [2, 4],
  ])
  expect(literal && holdsLiteral('通车', literal)).toBe(false)
  expect(literalOf('，。')).toBeUndefined()
  expect(literalOf('大桥 5%')).toMatchObject({ runs: ['大桥', '5'], followedBy: '%', length: 3 })
})

test('a percent sign belongs to the number that ends a phrase, whatever blanks follow, and to no other', () => {
  const texts = ['5%', '5% ', '5%　', '增长 5%\n', '5%增长', '5% 增长', '5%、6', '5', '%', '5 %', '增长%']
  expect(texts.filter((it) => literalOf(it)?.followedBy === '%')).toEqual(texts.slice(0, 4))
})
