/* oxlint-disable eslint/no-underscore-dangle -- the protected members of MiniSearch are named so */
import type { ArticleId } from '../../domain/index.ts'
import type { Tokeniser } from '../../language/index.ts'
import { Bm25 } from './bm25.ts'
import { columnOf, textsOf } from './columns.ts'
import type { CompactionPolicy, Threshold } from './compaction.ts'
import { DocumentSet } from './document-set.ts'
import { FIELDS, type Field } from './fields.ts'
import { PackedMiniSearch } from './packed-minisearch.ts'
import type { TermIndexColumns } from './term-index-columns.ts'
import type { FieldBoosts, WeightedTerm } from './weighted-term.ts'

/** An article as it is indexed: its id, and its texts by field. */
export type IndexedArticle = { readonly id: ArticleId } & Readonly<Record<Field, string>>

/** An index, empty, whose documents are articles and whose terms are those of the tokeniser. */
export function createTermIndex(tokeniser: Tokeniser): TermIndex {
  return new TermIndex({
    fields: [...FIELDS],
    eachTerm: (text, emit) => tokeniser.eachTerm(text, emit),
    tokenize: (text) => tokeniser.termsOf(text),
    processTerm: (term) => term,
    // Its engine decides when it is worth it, and lets nothing change meanwhile.
    autoVacuum: false,
  })
}

/**
 * The inverted index of the archive: a MiniSearch, and a second way to ask it, by sets of documents and one sum for each,
 * without an object for hits that nobody sees. Documents are asked for by number.
 */
export class TermIndex<T = IndexedArticle> extends PackedMiniSearch<T> {
  #sums: Bm25 | undefined

  /** One above the highest number of a document. Numbers are given in the order of adding, and never again. */
  get capacity(): number {
    return this._nextId
  }

  /** The number of a document; undefined if it is not in the index. */
  documentOf(id: unknown): number | undefined {
    return this._idToShortId.get(id)
  }

  /** The id of a document; undefined if it has been removed. */
  idOf(document: number): string | undefined {
    const id: string | number | undefined = this._documentIds.get(document)
    return id?.toString()
  }

  /** Adds all documents that can be found. */
  addAllLive(documents: DocumentSet): void {
    documents.join(this.live)
  }

  /** Adds the documents that hold `term` in a field of `boosts` to `matching`. */
  addMatching(term: string, boosts: FieldBoosts, matching: DocumentSet): void {
    this.inverted.addMatching(term, this.#weightsOf(boosts), matching)
    if (this.unvacuumed > 0) matching.meet(this.live)
  }

  /** What each of `documents` is worth: the sum of what `search` would give for each term in each field. */
  scores(terms: readonly WeightedTerm[], documents: Uint32Array): Float64Array {
    const wanted = new DocumentSet(this._nextId)
    wanted.addAll(documents, documents.length)
    const bm25 = this.#bm25()
    bm25.start(documents, this._nextId, this._documentCount, this._avgFieldLength)
    for (const { term, boosts } of terms) {
      const weights = this.#weightsOf(boosts)
      this.inverted.read(term, weights, wanted, this.#liveIfSomeAreGone(), (field, list, frequency) =>
        bm25.add(field, weights[field] ?? 0, list, frequency),
      )
    }
    return bm25.sumsOf(documents)
  }

  /** All terms, in no order; those of removed documents stay until the next vacuum. */
  terms(): Iterable<string> {
    return this.inverted.terms()
  }

  /** How many documents hold a term, summed over the fields; removed ones count until the next vacuum. */
  documentFrequency(term: string): number {
    return this.inverted.documentFrequency(term)
  }

  /** Merges and vacuums if it is worth it by `policy`. Yields now and then; see {@link InvertedIndex.merge}. */
  async compact({ merge, vacuum }: CompactionPolicy): Promise<void> {
    const isWorth = (changes: number, { share, least, most }: Threshold) =>
      changes >= Math.min(most, Math.max(least, share * this._documentCount))
    if (isWorth(this.unvacuumed, vacuum)) await this.vacuum()
    else if (isWorth(this.unmerged, merge)) await this.merge(undefined)
  }

  /**
   * All that the index knows but stored fields, merged and vacuumed. Ids must be strings. The columns are the index's
   * own: they are good until the next change.
   */
  async columns(): Promise<TermIndexColumns> {
    if (this.unmerged + this.unvacuumed > 0) await this.vacuum()
    const ids = Array.from({ length: this._nextId }, (_, document) => this.idOf(document) ?? '')
    return {
      ...this.inverted.columns(),
      ids: columnOf(ids),
      fieldLengths: this.lengths.column(this._nextId),
      averageLengths: Float64Array.from(this._avgFieldLength),
    }
  }

  /** Takes over what another index with the same fields knew. This one must be empty. */
  load(columns: TermIndexColumns): void {
    this.inverted.load(columns)
    this.lengths.load(columns.fieldLengths)
    this._avgFieldLength = Array.from(columns.averageLengths)
    const ids = textsOf(columns.ids)
    this.takeIds(
      [...ids.entries()].filter(([, id]) => id !== ''),
      ids.length,
    )
  }

  #liveIfSomeAreGone(): DocumentSet | undefined {
    return this.unvacuumed > 0 ? this.live : undefined
  }

  /** By number of the field. */
  #weightsOf(boosts: FieldBoosts): readonly number[] {
    return this.fieldNames.map((name) => boosts[name] ?? 0)
  }

  #bm25(): Bm25 {
    if (this.#sums?.lengths !== this.lengths) this.#sums = new Bm25(this.lengths)
    return this.#sums
  }
}
