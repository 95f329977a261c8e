/* oxlint-disable eslint/no-underscore-dangle -- the private fields of MiniSearch are named so */
import MiniSearch from 'minisearch'
import type { ArticleId } from '../../domain/index.ts'
import type { Tokeniser } from '../../language/index.ts'
import { columnOf, textsOf, withRoom } from './columns.ts'
import { DocumentSet } from './document-set.ts'
import { FIELDS } from './fields.ts'
import { InvertedIndex } from './inverted-index.ts'
import type { PostingList } from './posting-list.ts'
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
  const postings = new InvertedIndex()
  /** Document by document and field by field, the number of different terms. */
  let lengths = new Uint32Array(0)
  inside._fieldLength = {
    get: (document) => FIELDS.map((_, field) => lengths[document * FIELDS.length + field] ?? 0),
    delete: () => {},
  }
  /** Those that can be found; the postings may hold others, until they are swept out. */
  const here = new DocumentSet(0)
  /** By document, while they are being summed up. */
  let sums = new Float64Array(0)
  let unpacked = 0
  let unswept = 0
  const kept = () => (unswept > 0 ? here : undefined)
  const isWorth = (changes: number, { share, least, most }: typeof WORTH_PACKING) =>
    changes >= Math.min(most, Math.max(least, share * inside._documentCount))
  const addScores = (
    field: number,
    weight: number,
    { documents, frequencies, count }: PostingList,
    holders: number,
  ) => {
    const inverse = weight * Math.log(1 + (inside._documentCount - holders + 0.5) / (holders + 0.5))
    const perTerm = (K * B) / (inside._avgFieldLength[field] ?? 1)
    const [sumsNow, lengthsNow] = [sums, lengths]
    for (let i = 0; i < count; i++) {
      const document = documents[i] ?? 0
      const frequency = frequencies[i] ?? 0
      const length = lengthsNow[document * FIELDS.length + field] ?? 0
      const saturation = (frequency * (K + 1)) / (frequency + K * (1 - B) + perTerm * length)
      sumsNow[document] = (sumsNow[document] ?? 0) + inverse * (D + saturation)
    }
  }
  const sweep = async () => {
    await postings.pack(kept())
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
      here.reserve(document + 1)
      here.add(document)
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
      here.delete(document)
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
      here.reserve(ids.length)
      for (const [document, id] of ids.entries()) {
        if (id === '') continue
        here.add(document)
        inside._documentIds.set(document, id)
        inside._idToShortId.set(id, document)
      }
      inside._documentCount = inside._documentIds.size
      inside._nextId = ids.length
      inside._avgFieldLength = Array.from(columns.averageLengths)
      lengths = columns.fieldLengths
    },
    idOf: (document) => inside._documentIds.get(document),
    numberOf: (id) => inside._idToShortId.get(id),
    addAll: (documents) => documents.join(here),
    addMatching: (term, boosts, holders) => {
      postings.addMatching(term, weightsOf(boosts), holders)
      if (unswept > 0) holders.meet(here)
    },
    scores: (terms, documents) => {
      const wanted = new DocumentSet(inside._nextId)
      wanted.addAll(documents, documents.length)
      sums = withRoom(sums, inside._nextId)
      for (let i = 0; i < documents.length; i++) sums[documents[i] ?? 0] = 0
      for (const { term, boosts } of terms) {
        const weights = weightsOf(boosts)
        postings.read(term, weights, wanted, kept(), (field, list, count) =>
          addScores(field, weights[field] ?? 0, list, count),
        )
      }
      const scores = new Float64Array(documents.length)
      for (let i = 0; i < documents.length; i++) scores[i] = sums[documents[i] ?? 0] ?? 0
      return scores
    },
    terms: () => postings.terms(),
    documentFrequency: (term) => postings.count(term),
  }
}

/** By number of the field. */
const weightsOf = (boosts: FieldBoosts): readonly number[] => FIELDS.map((name) => boosts[name] ?? 0)
