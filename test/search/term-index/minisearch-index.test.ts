import MiniSearch from 'minisearch'
import { expect, test } from 'vitest'
import type { Article } from '../../../src/domain/index.ts'
import { createTokeniser, openSegmenter } from '../../../src/language/index.ts'
import { DocumentSet } from '../../../src/search/term-index/document-set.ts'
import { FIELDS, type Field, textOfFields } from '../../../src/search/term-index/fields.ts'
import { createMiniSearchIndex } from '../../../src/search/term-index/minisearch-index.ts'
import { readSeedArticles } from '../../support/seed-articles.ts'

const tokeniser = createTokeniser(await openSegmenter())

/** Where the terms of a query are looked for, and how much each field counts. */
const KINDS: readonly Partial<Record<Field, number>>[] = [
  { headline: 4, deck: 2, byline: 1.5, body: 1 },
  { headline: 4, deck: 2, byline: 1.5, body: 1 },
  { body: 0.3 },
  { headline: 4, deck: 2 },
  { byline: 1.5 },
]

/** Stock MiniSearch over the same terms, asked as its manual says. */
function openStock() {
  const stock = new MiniSearch({
    fields: [...FIELDS],
    tokenize: (text) => tokeniser.termsOf(text),
    processTerm: (term) => term,
    searchOptions: { tokenize: (query) => query.split(' ') },
  })
  // MiniSearch multiplies a score with the number of terms that matched; search here counts units by itself.
  const scores = (terms: readonly string[], boost: Partial<Record<Field, number>>) =>
    stock
      .search(terms.join(' '), { fields: Object.keys(boost), boost })
      .map(({ id, score, queryTerms }) => ({ id: String(id), score: score / queryTerms.length }))
  return { stock, scores }
}

/** Best first, equals by id: the sums are taken in another order, and differ in the fifteenth digit. */
const ranked = (hits: readonly { readonly id: string; readonly score: number }[]) =>
  hits
    .map(({ id, score }) => ({ id, score: Number(score.toFixed(9)) }))
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))

test('scores, documents and their order are those of stock MiniSearch, before and after changes', {
  timeout: 60_000,
}, async () => {
  const articles = await readSeedArticles()
  const { stock, scores } = openStock()
  const index = createMiniSearchIndex(tokeniser)
  const add = (id: string, article: Article) => {
    // Seven editions, each without some paragraphs: packing and sweeping begin at 200 documents.
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
  // One to four terms, words and grams, frequent and rare ones, and one that stands nowhere.
  const others = (i: number) =>
    [7919, 104_729, 1_299_709].slice(0, i % 4).map((step) => terms[(i * step) % terms.length] ?? '')
  const queries = Array.from(terms.slice(0, 2000).entries(), ([i, term]) => {
    const absent = i % 50 === 0 ? ['魑魅魍魉'] : []
    return [...new Set([term, ...others(i), ...absent])]
  })
  let compared = 0

  const compare = (query: readonly string[], boosts: Partial<Record<Field, number>>) => {
    const holders = new DocumentSet(index.capacity)
    for (const term of query) index.addMatching(term, boosts, holders)
    const documents = holders.toArray()
    const own = index.scores(
      query.map((term) => ({ term, boosts })),
      documents,
    )
    const hits = Array.from(documents, (document, i) => ({
      id: index.idOf(document) ?? '',
      score: own[i] ?? 0,
    }))
    expect(ranked(hits)).toEqual(ranked(scores(query, boosts)))
    compared++
  }
  /** A third of the queries, each in its kind; the rest at other times. */
  const compareSome = (offset: number) => {
    for (let i = offset % 3; i < queries.length; i += 3)
      compare(queries[i] ?? [], KINDS[(i + offset) % KINDS.length] ?? {})
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
  expect(compared).toBeGreaterThan(2000)
})
