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

  return {
    get size() {
      return inside._documentCount
    },
    get capacity() {
      return inside._nextId
    },
    add: (id, texts) => {
      mini.add({ id, ...texts })
      return inside._nextId - 1
    },
    remove: (id) => {
      const document = inside._idToShortId.get(id)
      if (document !== undefined) mini.discard(id)
      return document
    },
    idOf: (document) => inside._documentIds.get(document),
    numberOf: (id) => inside._idToShortId.get(id),
    terms: () => inside._index.keys(),
    postingCount: (term) => {
      let count = 0
      for (const postings of inside._index.get(term)?.values() ?? []) count += postings.size
      return count
    },
    visit: (term, boosts, visitor) => visit(inside, term, boosts, visitor),
  }
}

function visit(
  inside: Internals,
  term: string,
  boosts: FieldBoosts,
  visitor: (document: number, score: number) => void,
): void {
  const fields = inside._index.get(term)
  if (fields === undefined) return
  for (const [field, postings] of fields) {
    const name = FIELDS[field]
    const boost = name === undefined ? 0 : (boosts[name] ?? 0)
    if (boost === 0) continue
    const count = inside._documentCount
    const inverse = Math.log(1 + (count - postings.size + 0.5) / (postings.size + 0.5))
    const average = inside._avgFieldLength[field] ?? 1
    for (const [document, frequency] of postings) {
      const length = inside._fieldLength.get(document)?.[field]
      if (length === undefined) continue // discarded, and not yet swept out
      const saturation = (frequency * (K + 1)) / (frequency + K * (1 - B + (B * length) / average))
      visitor(document, boost * inverse * (D + saturation))
    }
  }
}
