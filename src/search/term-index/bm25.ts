import { withRoom } from './columns.ts'
import type { FieldLengths } from './field-lengths.ts'
import type { PostingList } from './posting-list.ts'

/** The parameters that MiniSearch has unless told: saturation, length, and what the mere presence of a term is worth. */
const K = 1.2
const B = 0.7
const D = 0.5

/**
 * Sums up BM25+ (Lv and Zhai 2011, with MiniSearch's parameters) of many terms for a few documents: by loops over number
 * arrays, which takes a fifth of the time that an object for each posting does.
 */
export class Bm25 {
  readonly lengths: FieldLengths
  /** By document. */
  #sums = new Float64Array(0)
  #documentCount = 0
  #averages: readonly number[] = []

  constructor(lengths: FieldLengths) {
    this.lengths = lengths
  }

  /** @param documents the ones whose sums are asked for later; those of others are never read */
  start(documents: Uint32Array, capacity: number, documentCount: number, averages: readonly number[]): void {
    this.#sums = withRoom(this.#sums, capacity)
    for (let i = 0; i < documents.length; i++) this.#sums[documents[i] ?? 0] = 0
    this.#documentCount = documentCount
    this.#averages = averages
  }

  /** @param documentFrequency how many documents hold the term in the field */
  add(
    field: number,
    weight: number,
    { documents, frequencies, count }: PostingList,
    documentFrequency: number,
  ): void {
    const rarity = (this.#documentCount - documentFrequency + 0.5) / (documentFrequency + 0.5)
    const inverse = weight * Math.log(1 + rarity)
    const perTerm = (K * B) / (this.#averages[field] ?? 1)
    const sums = this.#sums
    const { fieldCount, numbers } = this.lengths
    for (let i = 0; i < count; i++) {
      const document = documents[i] ?? 0
      const frequency = frequencies[i] ?? 0
      const length = numbers[document * fieldCount + field] ?? 0
      const saturation = (frequency * (K + 1)) / (frequency + K * (1 - B) + perTerm * length)
      sums[document] = (sums[document] ?? 0) + inverse * (D + saturation)
    }
  }

  /** By place in `documents`. */
  sumsOf(documents: Uint32Array): Float64Array {
    const sums = new Float64Array(documents.length)
    for (let i = 0; i < documents.length; i++) sums[i] = this.#sums[documents[i] ?? 0] ?? 0
    return sums
  }
}

/**
 * The part of BM25+ that does not depend on other documents: by how often a term stands in a field, and by how many
 * different terms that has, there and on average.
 */
export const saturationOf = (frequency: number, length: number, averageLength: number): number =>
  D + (frequency * (K + 1)) / (frequency + K * (1 - B + (B * length) / averageLength))
