import { expect, test } from 'vitest'
import { literalOf } from '../../../src/search/query/literal.ts'
import { matchingDocuments } from '../../../src/search/ranking/matching-documents.ts'
import { textOfFields } from '../../../src/search/term-index/fields.ts'
import { createTermIndex } from '../../../src/search/term-index/term-index.ts'
import { buildArticle } from '../../support/build-article.ts'
import { tokeniser } from '../../support/tokeniser.ts'

/** An index of some headlines that notes which terms it is asked for. */
function watchedIndex(headlines: readonly string[]) {
  const index = createTermIndex(tokeniser)
  for (const [i, headline] of headlines.entries())
    index.add({ id: `${i}`, ...textOfFields(buildArticle({ headline })) })
  const asked: string[] = []
  const addMatching = index.addMatching.bind(index)
  index.addMatching = (term, ...others) => {
    asked.push(term.replace('~', ''))
    addMatching(term, ...others)
  }
  const find = (text: string) => {
    asked.length = 0
    const literal = literalOf(text)
    const found = literal && matchingDocuments(index, { literal, others: [], field: undefined })
    return { found: found?.size, asked: new Set(asked) }
  }
  return find
}

test('the long lists of frequent pairs are not walked where a rare pair of the phrase rules all out', () => {
  const many = Array.from({ length: 20 }, () => '长江水位')
  // 水怪 stands nowhere, wherever in the phrase it is.
  const find = watchedIndex([...many, '江水怪谈'.replace('水怪', '水、怪')])
  expect(find('长江水怪')).toEqual({ found: 0, asked: new Set(['水怪']) })
  expect(find('怪长江水')).toEqual({ found: 0, asked: new Set(['怪长']) })
  // One article holds 怪谈, and no 位怪: of the two that are in none together, the third is not asked for.
  const rare = watchedIndex([...many, '怪谈', '位怪'])
  expect(rare('水位怪谈')).toEqual({ found: 0, asked: new Set(['位怪', '怪谈']) })
  expect(rare('长江水位')).toMatchObject({ found: 20 })
})
