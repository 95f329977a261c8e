/* oxlint-disable eslint/no-underscore-dangle -- the private fields of MiniSearch are named so */
import MiniSearch from 'minisearch'
import type { ArticleId } from '../domain/index.ts'
import type { Tokeniser } from '../language/index.ts'
import { FIELDS, type Field } from './index-fields.ts'
import { PackedTerms } from './packed-terms.ts'
import type { FieldBoosts, TermIndex } from './term-index.ts'

/**
 * The private side of MiniSearch 7.2.0, which this file alone touches: its own `search` spends most of its time on
 * objects for hits that nobody sees. `test/search/minisearch-index.test.ts` holds the two to the same scores.
 */
interface Internals {
  _index: PackedTerms
  readonly _documentIds: ReadonlyMap<number, ArticleId>
  readonly _idToShortId: ReadonlyMap<ArticleId, number>
  readonly _fieldLength: ReadonlyMap<number, readonly number[]>
  readonly _avgFieldLength: readonly number[]
  readonly _documentCount: number
  readonly _nextId: number
}

const K = 1.2
const B = 0.7
const D = 0.5

/** Documents added or removed since the index was packed last that make packing worth the time. */
const WORTH_PACKING = 200
/**
 * While many come at once, packing waits for so many, and for this share of those that are packed: each posting is
 * then copied three times, and unpacked ones never take more than a third of what maps alone would.
 */
const WORTH_PACKING_OF_MANY = 1000
const WORTH_SHARE = 0.5

export function createMiniSearchIndex(tokeniser: Tokeniser): TermIndex {
  const mini = new MiniSearch<{ readonly id: ArticleId } & Readonly<Record<Field, string>>>({
    fields: [...FIELDS],
    tokenize: (text) => tokeniser.termsOf(text),
    processTerm: (term) => term,
    autoVacuum: false,
  })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border to MiniSearch's private side
  const inside = mini as unknown as Internals
  const terms = new PackedTerms()
  inside._index = terms
  // MiniSearch keeps a small array for each document; by field and document they are read twice as fast.
  const lengths: number[][] = FIELDS.map(() => [])
  const isGone = (document: number) => !inside._documentIds.has(document)
  let unpacked = 0
  let unswept = 0

  /** Those that hold a term, without the ones that are gone. */
  const liveCount = (count: number, each: (visit: (document: number) => void) => void): number => {
    if (unswept === 0) return count
    let live = 0
    each((document) => {
      if (!isGone(document)) live++
    })
    return live
  }

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
      unpacked++
      return document
    },
    remove: (id) => {
      const document = inside._idToShortId.get(id)
      if (document === undefined) return undefined
      mini.discard(id)
      unswept++
      return document
    },
    tidy: async (more) => {
      const worth = more
        ? Math.max(WORTH_PACKING_OF_MANY, WORTH_SHARE * (inside._documentCount - unpacked))
        : WORTH_PACKING
      if (unpacked + unswept < worth) return
      await terms.pack(unswept > 0 ? isGone : undefined)
      unpacked = 0
      unswept = 0
    },
    idOf: (document) => inside._documentIds.get(document),
    numberOf: (id) => inside._idToShortId.get(id),
    score: ({ term, boosts }, scores) =>
      terms.eachField(term, (field, count, each) => {
        const boost = boostOf(field, boosts)
        if (boost === 0) return
        const holders = liveCount(count, each)
        const inverse = boost * Math.log(1 + (inside._documentCount - holders + 0.5) / (holders + 0.5))
        const average = inside._avgFieldLength[field] ?? 1
        const lengthsHere = lengths[field] ?? []
        // Removed documents that are not yet swept out are scored too: nobody asks for their scores.
        each((document, frequency) => {
          const length = lengthsHere[document] ?? 0
          const saturation = (frequency * (K + 1)) / (frequency + K * (1 - B + (B * length) / average))
          scores[document] = (scores[document] ?? 0) + inverse * (D + saturation)
        })
      }),
    eachHolder: (term, boosts, visit) =>
      terms.eachField(term, (field, _count, each) => {
        if (boostOf(field, boosts) > 0)
          each((document) => {
            if (unswept === 0 || !isGone(document)) visit(document)
          })
      }),
    terms: () => terms.keys(),
    holderCount: (term) => terms.count(term),
  }
}

function boostOf(field: number, boosts: FieldBoosts): number {
  const name = FIELDS[field]
  return name === undefined ? 0 : (boosts[name] ?? 0)
}
