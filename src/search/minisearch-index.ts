/* oxlint-disable eslint/no-underscore-dangle -- the private fields of MiniSearch are named so */
import MiniSearch from 'minisearch'
import type { ArticleId } from '../domain/index.ts'
import type { Tokeniser } from '../language/index.ts'
import { FIELDS, type Field } from './index-fields.ts'
import type { FieldBoosts, TermIndex } from './term-index.ts'

type Postings = Map<number, number>

/**
 * The private side of MiniSearch 7.2.0, which this file alone touches: its own `search` spends most of its time on
 * objects for hits that nobody sees. `test/search/minisearch-index.test.ts` holds the two to the same scores.
 */
interface Internals {
  _index: FlatTerms
  readonly _documentIds: ReadonlyMap<number, ArticleId>
  readonly _idToShortId: ReadonlyMap<ArticleId, number>
  readonly _fieldLength: ReadonlyMap<number, readonly number[]>
  readonly _avgFieldLength: readonly number[]
  readonly _documentCount: number
  /** Documents that were removed and whose postings are not yet swept out. */
  readonly _dirtCount: number
  readonly _nextId: number
}

/**
 * Stands in for the radix tree of MiniSearch, which scans the children of a node one by one: in Chinese its root has
 * thousands. Terms need no prefix search here.
 */
class FlatTerms extends Map<string, Map<number, Postings>> {
  fetch(term: string, create: () => Map<number, Postings>): Map<number, Postings> {
    let fields = this.get(term)
    if (fields === undefined) this.set(term, (fields = create()))
    return fields
  }
}

const K = 1.2
const B = 0.7
const D = 0.5

export function createMiniSearchIndex(tokeniser: Tokeniser): TermIndex {
  const mini = new MiniSearch<{ readonly id: ArticleId } & Readonly<Record<Field, string>>>({
    fields: [...FIELDS],
    tokenize: (text) => tokeniser.termsOf(text),
    processTerm: (term) => term,
  })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border to MiniSearch's private side
  const inside = mini as unknown as Internals
  inside._index = new FlatTerms()
  // MiniSearch keeps a small array for each document; by field and document they are read twice as fast.
  const lengths: number[][] = FIELDS.map(() => [])

  return {
    get size() {
      return inside._documentCount
    },
    get capacity() {
      return inside._nextId
    },
    add: (id, texts) => {
      mini.add({ id, ...texts })
      const document = inside._nextId - 1
      for (const [field, length] of inside._fieldLength.get(document)?.entries() ?? [])
        (lengths[field] ??= [])[document] = length
      return document
    },
    remove: (id) => {
      const document = inside._idToShortId.get(id)
      if (document !== undefined) mini.discard(id)
      return document
    },
    idOf: (document) => inside._documentIds.get(document),
    numberOf: (id) => inside._idToShortId.get(id),
    score: ({ term, boosts }, scores) => {
      for (const [field, postings] of inside._index.get(term) ?? []) {
        const boost = boostOf(field, boosts)
        const lengthOf = lengths[field]
        if (boost > 0 && lengthOf) addScores(inside, field, postings, boost, lengthOf, scores)
      }
    },
    eachHolder: (term, boosts, visit) => {
      for (const [field, postings] of inside._index.get(term) ?? [])
        if (boostOf(field, boosts) > 0)
          for (const document of postings.keys()) if (inside._documentIds.has(document)) visit(document)
    },
    terms: () => inside._index.keys(),
    holderCount: (term) => {
      let count = 0
      for (const postings of inside._index.get(term)?.values() ?? []) count += postings.size
      return count
    },
  }
}

function boostOf(field: number, boosts: FieldBoosts): number {
  const name = FIELDS[field]
  return name === undefined ? 0 : (boosts[name] ?? 0)
}

function addScores(
  inside: Internals,
  field: number,
  postings: Postings,
  boost: number,
  lengths: readonly number[],
  scores: Float64Array,
): void {
  const count = inside._documentCount
  const holders = inside._dirtCount === 0 ? postings.size : liveCount(inside, postings)
  const inverse = boost * Math.log(1 + (count - holders + 0.5) / (holders + 0.5))
  const average = inside._avgFieldLength[field] ?? 1
  // Removed documents that are not yet swept out are scored too: nobody asks for their scores.
  for (const [document, frequency] of postings) {
    const length = lengths[document] ?? 0
    const saturation = (frequency * (K + 1)) / (frequency + K * (1 - B + (B * length) / average))
    scores[document] = (scores[document] ?? 0) + inverse * (D + saturation)
  }
}

function liveCount(inside: Internals, postings: Postings): number {
  let count = 0
  for (const document of postings.keys()) if (inside._documentIds.has(document)) count++
  return count
}
