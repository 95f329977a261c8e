import MiniSearch from 'minisearch'
import { expect, test } from 'vitest'
import { createTokeniser, openCutter } from '../../src/language/index.ts'
import { FIELDS, textOfFields } from '../../src/search/index-fields.ts'
import { createMiniSearchIndex } from '../../src/search/minisearch-index.ts'
import { readSeedArticles } from '../support/seed-articles.ts'

const BOOSTS = { headline: 4, deck: 2, byline: 1.5, body: 1 }
const tokeniser = createTokeniser(openCutter())

/** Stock MiniSearch over the same terms, asked as its manual says. */
function openStock() {
  const stock = new MiniSearch({
    fields: [...FIELDS],
    tokenize: (text) => tokeniser.termsOf(text),
    processTerm: (term) => term,
    searchOptions: { tokenize: (query) => query.split(' '), boost: BOOSTS },
  })
  // MiniSearch multiplies a score with the number of terms that matched; search here counts units by itself.
  const scores = (terms: readonly string[]) =>
    stock
      .search(terms.join(' '))
      .map(({ id, score, queryTerms }) => ({ id: String(id), score: score / queryTerms.length }))
  return { stock, scores }
}

test('scores, documents and their order are those of stock MiniSearch, before and after changes', async () => {
  const articles = await readSeedArticles()
  const { stock, scores } = openStock()
  const index = createMiniSearchIndex(tokeniser)
  for (const article of articles) {
    stock.add({ id: article.id, ...textOfFields(article) })
    index.add(article.id, textOfFields(article))
  }
  const terms = [...new Set(articles.flatMap((it) => tokeniser.termsOf(it.paragraphs.join('\n'))))]
  const pairs = terms.map((term, i): [string, string] => [term, terms[(i * 7919) % terms.length] ?? term])
  const queries = pairs.map((it) => Array.from(new Set(it)))
  expect(queries.length).toBeGreaterThan(2000)

  const compare = (query: readonly string[]) => {
    const own = new Float64Array(index.capacity)
    for (const term of query) index.score({ term, boosts: BOOSTS }, own)
    const ranked = Array.from(own, (score, document) => ({ id: index.idOf(document) ?? '', score }))
      .filter((it) => it.score > 0 && it.id !== '')
      .toSorted((a, b) => b.score - a.score)
    const expected = scores(query).toSorted((a, b) => b.score - a.score)
    expect(ranked.map((it) => it.score.toFixed(9)).join()).toBe(
      expected.map((it) => it.score.toFixed(9)).join(),
    )
    expect(
      ranked
        .map((it) => it.id)
        .toSorted()
        .join(),
    ).toBe(
      expected
        .map((it) => it.id)
        .toSorted()
        .join(),
    )
  }
  for (const query of queries.slice(0, 2500)) compare(query)

  const [first, second] = articles
  if (!first || !second) throw new Error('the seed pages hold articles')
  for (const { id } of [first, second]) {
    index.remove(id)
    stock.discard(id)
  }
  index.add(first.id, textOfFields(first))
  stock.add({ id: first.id, ...textOfFields(first) })
  await stock.vacuum()
  expect(index.size).toBe(stock.documentCount)
  for (const query of queries.slice(0, 500)) compare(query)
})
