import { expect, test } from 'vitest'
import { createTermCounts, inverseDocumentFrequency } from '../../../src/search/ranking/term-counts.ts'
import { textOfFields } from '../../../src/search/term-index/fields.ts'
import { createTermIndex } from '../../../src/search/term-index/term-index.ts'
import { buildArticle } from '../../support/build-article.ts'
import { tokeniser } from '../../support/tokeniser.ts'

const index = createTermIndex(tokeniser)
for (const headline of ['长江水位', '长江大桥', '汉江水位', '天气'])
  index.add({ id: headline, ...textOfFields(buildArticle({ headline })) })
const counts = createTermCounts(index)

test.each([
  [['长江'], 2],
  [['长江', '水位'], 1],
  [['水位', '江'], 2],
  [['长江', '天气'], 0],
  [['长江', '！'], 0],
  [['！', '长江'], 0],
  [[], 0],
])('articles that hold all of %j: %i', (texts, expected) => {
  expect(counts.countTogether(texts)).toBe(expected)
})

test('the fewer articles hold a word the more it says, also one that all or none hold', () => {
  const said = [0, 1, 2, 4].map((count) => inverseDocumentFrequency(count, counts.documentCount))
  expect(counts.documentCount).toBe(4)
  expect(said).toEqual(said.toSorted((a, b) => b - a))
  expect(new Set(said).size).toBe(4)
  expect(said.at(-1)).toBeGreaterThan(0)
})
