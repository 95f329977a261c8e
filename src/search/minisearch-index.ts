/* oxlint-disable eslint/no-underscore-dangle -- the private fields of MiniSearch are named so */
import MiniSearch from 'minisearch'
import type { ArticleId } from '../domain/index.ts'
import type { Tokeniser } from '../language/index.ts'
import { columnOf, textsOf, withRoom } from './columns.ts'
import { FIELDS } from './index-fields.ts'
import { Postings } from './postings.ts'
import type { FieldBoosts, TermIndex } from './term-index.ts'

/**
 * The private side of MiniSearch 7.2.0, which this file alone touches. It keeps the documents, their lengths and
 * averages; its terms and postings, and the objects that its `search` makes for hits that nobody sees, are what
 * costs, and are replaced. `test/search/minisearch-index.test.ts` holds the two to the same scores.
 */
interface Internals {
  readonly _documentIds: Map<number, ArticleId>
  readonly _idToShortId: Map<ArticleId, number>
  _fieldLength: FieldLengths
  _avgFieldLength: readonly number[]
  _documentCount: number
  _nextId: number
  addDocumentId(id: ArticleId): number
  addFieldLength(document: number, field: number, documentsBefore: number, length: number): void
}

/** What MiniSearch asks of its map from documents to the lengths of their fields. */
interface FieldLengths {
  get(document: number): readonly number[]
  delete(document: number): void
}

const K = 1.2
const B = 0.7
const D = 0.5

/** Documents for which it is worth to pack: as a share of all, but within these bounds. */
const WORTH_PACKING = { share: 0.05, least: 200, most: 1000 }
/** The same while many come at once: each posting is copied a few times, and what waits takes 5 KB a document. */
const WORTH_PACKING_OF_MANY = { share: 0.5, least: 1000, most: 10_000 }
/** To sweep out documents that are gone, every posting must be written anew; to pass over them costs next to nothing. */
const WORTH_SWEEPING = { share: 0.1, least: 200, most: 10_000 }

export function createMiniSearchIndex(tokeniser: Tokeniser): TermIndex {
  const mini = new MiniSearch({ fields: [...FIELDS], autoVacuum: false })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border to MiniSearch's private side
  const inside = mini as unknown as Internals
  const postings = new Postings()
  /** Document by document and field by field, the number of different terms. */
  let lengths = new Uint32Array(0)
  inside._fieldLength = {
    get: (document) => FIELDS.map((_, field) => lengths[document * FIELDS.length + field] ?? 0),
    delete: () => {},
  }
  /** 1 for documents that are gone and not yet swept out of the postings. */
  let gone = new Uint8Array(0)
  let unpacked = 0
  let unswept = 0
  const goneNow = () => (unswept > 0 ? gone : undefined)
  const isWorth = (changes: number, { share, least, most }: typeof WORTH_PACKING) =>
    changes >= Math.min(most, Math.max(least, share * inside._documentCount))
  const sweep = async () => {
    await postings.pack(goneNow())
    unpacked = 0
    unswept = 0
  }

  return {
    get size() {
      return inside._documentCount
    },
    get capacity() {
      return inside._nextId
    },
    add: (id, texts) => {
      const document = inside.addDocumentId(id)
      gone = withRoom(gone, document + 1)
      lengths = withRoom(lengths, (document + 1) * FIELDS.length)
      for (const [field, name] of FIELDS.entries()) {
        const { take, different } = postings.taker(document, field)
        tokeniser.eachTerm(texts[name], take)
        lengths[document * FIELDS.length + field] = different()
        inside.addFieldLength(document, field, inside._documentCount - 1, different())
      }
      unpacked++
      return document
    },
    remove: (id) => {
      const document = inside._idToShortId.get(id)
      if (document === undefined) return undefined
      mini.discard(id)
      gone[document] = 1
      unswept++
      return document
    },
    tidy: async (more) => {
      if (isWorth(unswept, WORTH_SWEEPING)) await sweep()
      else if (isWorth(unpacked, more ? WORTH_PACKING_OF_MANY : WORTH_PACKING)) {
        await postings.pack(undefined)
        unpacked = 0
      }
    },
    columns: async () => {
      if (unpacked + unswept > 0) await sweep()
      const ids = Array.from(
        { length: inside._nextId },
        (_, document) => inside._documentIds.get(document) ?? '',
      )
      return {
        ...postings.columns(),
        ids: columnOf(ids),
        fieldLengths: lengths.subarray(0, inside._nextId * FIELDS.length),
        averageLengths: Float64Array.from(inside._avgFieldLength),
      }
    },
    load: (columns) => {
      postings.load(columns)
      const ids = textsOf(columns.ids)
      for (const [document, id] of ids.entries()) {
        if (id === '') continue
        inside._documentIds.set(document, id)
        inside._idToShortId.set(id, document)
      }
      inside._documentCount = inside._documentIds.size
      inside._nextId = ids.length
      inside._avgFieldLength = Array.from(columns.averageLengths)
      lengths = columns.fieldLengths
      gone = new Uint8Array(ids.length)
    },
    idOf: (document) => inside._documentIds.get(document),
    numberOf: (id) => inside._idToShortId.get(id),
    score: ({ term, boosts }, scores) => {
      const weights = weightsOf(boosts)
      postings.read(term, weights, goneNow(), (field, { documents, frequencies, count }) => {
        const inverse =
          (weights[field] ?? 0) * Math.log(1 + (inside._documentCount - count + 0.5) / (count + 0.5))
        const perTerm = (K * B) / (inside._avgFieldLength[field] ?? 1)
        const lengthsNow = lengths
        for (let i = 0; i < count; i++) {
          const document = documents[i] ?? 0
          const frequency = frequencies[i] ?? 0
          const length = lengthsNow[document * FIELDS.length + field] ?? 0
          const saturation = (frequency * (K + 1)) / (frequency + K * (1 - B) + perTerm * length)
          scores[document] = (scores[document] ?? 0) + inverse * (D + saturation)
        }
      })
    },
    holders: (term, boosts, give) =>
      postings.read(term, weightsOf(boosts), goneNow(), (_field, { documents, count }) =>
        give(documents, count),
      ),
    terms: () => postings.terms(),
    holderCount: (term) => postings.count(term),
  }
}

/** By number of the field. */
const weightsOf = (boosts: FieldBoosts): readonly number[] => FIELDS.map((name) => boosts[name] ?? 0)
