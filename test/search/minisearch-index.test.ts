import MiniSearch from 'minisearch'
import { expect, test } from 'vitest'
import type { Article } from '../../src/domain/index.ts'
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
  const add = (id: string, article: Article) => {
    // Seven editions, each without some paragraphs: packing begins at a few hundred documents.
    const edition = Object.assign({}, article, { paragraphs: article.paragraphs.slice(id.length % 7) })
    stock.add({ id, ...textOfFields(edition) })
    index.add(id, textOfFields(edition))
  }
  const remove = (id: string) => {
    stock.discard(id)
    index.remove(id)
  }
  const ids = articles.flatMap((article) =>
    Array.from({ length: 7 }, (_, i) => [article.id + '+'.repeat(i), article] as const),
  )

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
    const holders = new Set<number>()
    for (const term of query) index.eachHolder(term, BOOSTS, (document) => holders.add(document))
    expect(holders.size).toBe(expected.length)
  }
  const compareSome = (offset: number) => {
    for (let i = offset; i < 2000; i += 5) compare(queries[i] ?? [])
  }

  for (const [id, article] of ids.slice(0, 100)) add(id, article)
  compareSome(0) // nothing is packed
  for (const [id, article] of ids.slice(100)) add(id, article)
  await index.tidy(false)
  compareSome(1) // all is packed
  for (const [id, article] of ids.slice(0, 30)) {
    remove(id)
    if (id.length % 2 === 0) add(id, article)
  }
  await stock.vacuum()
  compareSome(2) // some is fresh, some is gone
  for (const [id, article] of ids.slice(30)) {
    remove(id)
    add(id, article)
  }
  await stock.vacuum()
  await index.tidy(false)
  compareSome(3) // what had gone is swept out
  expect(index.size).toBe(stock.documentCount)
  expect(new Set(index.terms()).size).toBe(stock.termCount)
})
