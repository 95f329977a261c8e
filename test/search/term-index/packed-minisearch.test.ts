import { setImmediate as yieldToEventLoop } from 'node:timers/promises'
import MiniSearch, { type Options, type Query, type SearchOptions, type SearchResult } from 'minisearch'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Article } from '../../../src/domain/index.ts'
import { createTokeniser, openSegmenter } from '../../../src/language/index.ts'
import { BULK_COMPACTION } from '../../../src/search/term-index/compaction.ts'
import { DocumentSet } from '../../../src/search/term-index/document-set.ts'
import { FIELDS, textOfFields } from '../../../src/search/term-index/fields.ts'
import { PackedMiniSearch } from '../../../src/search/term-index/packed-minisearch.ts'
import { type IndexedArticle, TermIndex } from '../../../src/search/term-index/term-index.ts'
import type { FieldBoosts } from '../../../src/search/term-index/weighted-term.ts'
import { readSeedArticles } from '../../support/seed-articles.ts'

const tokeniser = createTokeniser(await openSegmenter())

/** Articles with an edition, which is stored. */
type Edition = IndexedArticle & { readonly edition: number }

/** Ten stock indexes take the same texts. */
const termsOfTexts = new Map<string, string[]>()
function termsOf(text: string): string[] {
  const terms = termsOfTexts.get(text) ?? tokeniser.termsOf(text)
  termsOfTexts.set(text, terms)
  return terms
}

const OPTIONS: Options<Edition> = {
  fields: [...FIELDS],
  storeFields: ['edition', 'byline'],
  tokenize: termsOf,
  processTerm: (term) => term,
  searchOptions: { tokenize: (query) => query.split(' ') },
  autoVacuum: false,
}
const openStock = () => new MiniSearch<Edition>(OPTIONS)
const openPacked = () =>
  new TermIndex<Edition>({ ...OPTIONS, eachTerm: (text, emit) => tokeniser.eachTerm(text, emit) })

/** Three editions of each seed article, each without some paragraphs. */
let editions: readonly Edition[]
let terms: readonly string[]
beforeAll(async () => {
  const articles = await readSeedArticles()
  editions = articles.flatMap((article) =>
    [0, 2, 4].map((edition) => {
      const shorter: Article = Object.assign({}, article, { paragraphs: article.paragraphs.slice(edition) })
      return Object.assign({ id: `${article.id}${edition}`, edition }, textOfFields(shorter))
    }),
  )
  terms = [...new Set(articles.flatMap((it) => tokeniser.termsOf(it.paragraphs.join('\n'))))]
})

/** A stock index, and what it gave, by what it was asked: queries of one state are asked of the next one, and it is slow. */
class Stock {
  readonly index = openStock()
  readonly #given = new Map<string, unknown>()

  given<T>(asked: string, ask: (index: MiniSearch<Edition>) => T): T {
    if (!this.#given.has(asked)) this.#given.set(asked, ask(this.index))
    return this.#given.get(asked) as T
  }
}

/** Holds all editions, and nothing was ever removed: three states of a packed index come to the same. */
let whole: Stock | undefined
function stockOfAll(): Stock {
  if (whole) return whole
  whole = new Stock()
  whole.index.addAll(editions)
  return whole
}

/** A state that an index may be in, and a stock index that holds the same. */
const STATES: readonly (readonly [
  string,
  (packed: TermIndex<Edition>) => Promise<readonly [packed: TermIndex<Edition>, stock: Stock]>,
])[] = [
  [
    'fresh',
    async (packed) => {
      packed.addAll(editions)
      return [packed, stockOfAll()]
    },
  ],
  [
    'merged',
    async (packed) => {
      packed.addAll(editions.slice(0, 70))
      await packed.vacuum()
      await packed.addAllAsync(editions.slice(70))
      await packed.compact({ ...BULK_COMPACTION, merge: { share: 0, least: 0, most: 1 } })
      return [packed, stockOfAll()]
    },
  ],
  [
    'partly removed',
    async (packed) => {
      const stock = new Stock()
      for (const index of [packed, stock.index]) {
        index.addAll(editions.slice(0, 120))
        if (index === packed) await index.vacuum()
        index.addAll(editions.slice(120))
        index.discardAll(editions.filter((_, i) => i % 5 === 1).map(({ id }) => id))
        index.removeAll(editions.filter((_, i) => i % 5 === 2))
        for (const it of editions.filter((_, i) => i % 10 === 3)) index.replace(it)
      }
      return [packed, stock]
    },
  ],
  [
    'vacuumed',
    async (packed) => {
      const stock = new Stock()
      for (const index of [packed, stock.index]) {
        index.addAll(editions)
        for (const [i, { id }] of editions.entries()) if (i % 3 === 1) index.discard(id)
        await index.vacuum({ batchWait: 0 })
        index.addAll(editions.filter((_, i) => i % 9 === 1))
      }
      expect(packed.termCount).toBe(stock.index.termCount)
      return [packed, stock]
    },
  ],
  [
    'loaded from a snapshot',
    async (packed) => {
      const stock = new Stock()
      for (const index of [packed, stock.index]) {
        index.addAll(editions)
        index.discardAll(editions.slice(40, 90).map(({ id }) => id))
      }
      // A snapshot holds no stored fields, so that none is asked for here.
      const loaded = openPacked()
      loaded.load(await packed.columns())
      for (const index of [loaded, stock.index]) index.addAll(editions.slice(50, 60))
      return [loaded, stock]
    },
  ],
  [
    'loaded from JSON',
    async (packed) => {
      packed.addAll(editions)
      const js = JSON.parse(JSON.stringify(packed))
      return [(await TermIndex.loadJSAsync(js, OPTIONS)) as TermIndex<Edition>, stockOfAll()]
    },
  ],
]

/** Queries of every kind that MiniSearch knows. `i` picks the terms and the kind. */
function queryOf(i: number): { readonly query: Query; readonly options: SearchOptions } {
  const term = (step: number) => terms[(i * step) % terms.length] ?? ''
  const [one, two, three] = [term(7), term(7919), term(104_729)]
  const both = `${one} ${two} ${i % 50 === 0 ? '魑魅魍魉' : three}`
  const kinds: readonly (readonly [Query, SearchOptions])[] = [
    [one, {}],
    [both, {}],
    [both, { combineWith: 'AND' }],
    [`${one} ${two}`, { combineWith: 'AND_NOT' }],
    [both, { boost: { headline: 4, deck: 2, byline: 1.5 } }],
    [both, { fields: ['headline', 'byline'] }],
    [one.slice(0, 2), { prefix: true, weights: { prefix: 0.5, fuzzy: 0.2 } }],
    [both, { prefix: (it) => it.length > 2, combineWith: 'AND' }],
    [one, { fuzzy: 1 }],
    [`${one} ${two}`, { fuzzy: 0.34, prefix: true, maxFuzzy: 2 }],
    [both, { filter: ({ edition }) => edition !== 2 }],
    [both, { boostDocument: (id, it) => (id.endsWith('2') || it === one ? 2 : id.endsWith('4') ? 0 : 1) }],
    [both, { boostTerm: (_term, place) => 1 + place, bm25: { k: 1.5, b: 0.3, d: 0.1 } }],
    [{ combineWith: 'AND', queries: [one, { combineWith: 'AND_NOT', queries: [two, three] }] }, {}],
    [{ combineWith: 'AND_NOT', queries: [MiniSearch.wildcard, one] }, {}],
    [MiniSearch.wildcard, i % 2 === 0 ? {} : { boostDocument: (id) => Number(id.at(-1)) + 1 }],
  ]
  const [query, options] = kinds[i % kinds.length] ?? [one, {}]
  return { query, options }
}

/** Nine digits: sums are taken in another order, and differ in the fifteenth. */
const rounded = (score = Number.NaN) => Number(score.toPrecision(9))

/**
 * What must be the same. Hits with the same score may change places: those are put in the order of their ids.
 */
function comparable(hits: readonly SearchResult[]): string {
  const scores = hits.map(({ score }) => rounded(score))
  const order = [...hits.keys()].toSorted(
    (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || (hits[a]?.id < hits[b]?.id ? -1 : 1),
  )
  expect(scores.findIndex((score, i) => !(score <= (scores[i - 1] ?? Number.POSITIVE_INFINITY)))).toBe(-1)
  const places = order.map((place) => {
    const { score: _score, terms = [], queryTerms = [], match = {}, ...stored } = hits[place] ?? {}
    const matched = Object.entries(match).toSorted(([a], [b]) => (a < b ? -1 : 1))
    return [scores[place], terms.toSorted(), queryTerms.toSorted(), matched, stored]
  })
  return places.map((it) => JSON.stringify(it)).join('\n')
}

/**
 * The stock index counts documents that were discarded until it is vacuumed, more or less of them by the queries asked in
 * between; the packed one never does.
 */
const vacuumStock = (stock: MiniSearch<Edition>) => stock.vacuum({ batchSize: 100_000, batchWait: 0 })

const QUERIES_OF_A_STATE = 400

describe.each(STATES)('a packed index, %s,', (name, bringAbout) => {
  test('gives what stock MiniSearch gives for queries of every kind', async () => {
    const [packed, oracle] = await bringAbout(openPacked())
    const stock = oracle.index
    expect(packed.documentCount).toBe(stock.documentCount)
    await vacuumStock(stock)
    const withoutStored = (hits: SearchResult[]) =>
      name === 'loaded from a snapshot'
        ? hits.map((hit) => Object.assign({}, hit, { edition: undefined, byline: undefined }))
        : hits
    const isFiltered = (options: SearchOptions) => options.filter !== undefined
    for (let i = 0; i < QUERIES_OF_A_STATE; i++) {
      const { query, options } = queryOf(i)
      if (name === 'loaded from a snapshot' && isFiltered(options)) continue
      const expected = oracle.given(`query ${i}`, () =>
        comparable(withoutStored(stock.search(query, options))),
      )
      expect(comparable(withoutStored(packed.search(query, options))), `query ${i}`).toBe(expected)
    }
    for (let i = 0; i < 40; i++) {
      const typed = `${terms[i * 31]} ${terms[i * 17]?.slice(0, 1)}`
      const suggested = (index: MiniSearch<Edition>) =>
        index
          .autoSuggest(typed)
          .map((it) => [rounded(it.score), it.terms.toSorted().join(' ')].join(' '))
          .toSorted()
      expect(suggested(packed)).toEqual(oracle.given(`suggestions ${i}`, suggested))
    }
    for (const { id } of editions.slice(0, 100)) {
      expect(packed.has(id)).toBe(stock.has(id))
      if (name !== 'loaded from a snapshot')
        expect(packed.getStoredFields(id)).toEqual(stock.getStoredFields(id))
    }

    // The same by sets of documents and sums.
    const boostsOf: readonly FieldBoosts[] = [
      { headline: 4, deck: 2, byline: 1.5, body: 1 },
      { body: 0.3 },
      { headline: 4, deck: 2 },
      { byline: 1.5 },
    ]
    for (let i = 0; i < 200; i++) {
      const boosts = boostsOf[i % boostsOf.length] ?? {}
      const asked = [7, 7919, 104_729]
        .slice(0, 1 + (i % 3))
        .map((step) => terms[(i * step) % terms.length] ?? '')
      const query = [...new Set(asked)]
      const matching = new DocumentSet(packed.capacity)
      for (const term of query) packed.addMatching(term, boosts, matching)
      const documents = matching.toArray()
      const scores = packed.scores(
        query.map((term) => ({ term, boosts })),
        documents,
      )
      const own = new Map(
        Array.from(documents, (document, place) => [packed.idOf(document), rounded(scores[place])]),
      )
      const options = { fields: Object.keys(boosts), boost: boosts as Record<string, number> }
      // MiniSearch multiplies a score with the number of terms that matched; search here counts clauses by itself.
      const expected = oracle.given(`sums ${i}`, () => {
        const hits = stock.search(query.join(' '), options)
        return new Map(hits.map((it) => [String(it.id), rounded(it.score / it.queryTerms.length)]))
      })
      expect(own).toEqual(expected)
    }
  })
})

test('documents that come during a vacuum, and leave, are neither lost nor found again', async () => {
  const packed = openPacked()
  packed.addAll(editions.slice(0, 120))
  packed.discardAll(editions.slice(0, 60).map(({ id }) => id))
  const vacuum = packed.vacuum()
  expect(packed.isVacuuming).toBe(true)
  await yieldToEventLoop()
  packed.addAll(editions.slice(120, 140))
  packed.discard(editions[80]?.id)
  await vacuum
  await packed.vacuum()
  const stock = openStock()
  stock.addAll(editions.slice(60, 140))
  stock.discard(editions[80]?.id)
  await stock.vacuum()
  expect(comparable(packed.search('成都 发展'))).toBe(comparable(stock.search('成都 发展')))
  expect([packed.documentCount, packed.termCount, packed.dirtCount]).toEqual([
    stock.documentCount,
    stock.termCount,
    0,
  ])
})

test('an index that was emptied takes documents again', () => {
  const packed = openPacked()
  packed.addAll(editions.slice(0, 20))
  packed.removeAll()
  expect([packed.documentCount, packed.termCount, packed.search('成都').length]).toEqual([0, 0, 0])
  packed.addAll(editions.slice(0, 20))
  const stock = openStock()
  stock.addAll(editions.slice(0, 20))
  expect(comparable(packed.search('成都'))).toBe(comparable(stock.search('成都')))
})

test('an index of more than eight fields is refused', () => {
  expect(() => new PackedMiniSearch({ fields: Array.from({ length: 9 }, (_, i) => `f${i}`) })).toThrow(
    '8 fields at most',
  )
})
