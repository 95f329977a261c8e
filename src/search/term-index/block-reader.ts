import { FREQUENCY_BITS, isDense, MAX_INLINE } from './block-format.ts'
import type { Bytes } from './columns.ts'
import { bitsIn, type DocumentSet, wordAt } from './document-set.ts'
import { FIELD_BITS, FIELDS_AT_MOST } from './fields.ts'
import type { PostingList } from './posting-list.ts'

/**
 * Packed, a term is a block for each field that holds it, in the order of the fields. A block is
 * - a head: eight times the number of documents plus the number of the field; the bytes that documents take; those
 *   that frequencies take; the last document;
 * - documents: if they are many, a bit for each document of the archive up to the last, in words of 32; else, for
 *   each in ascending order, how many others lie between it and the one before;
 * - frequencies, of those documents alone that hold the term more than once: eight times how many others lie between,
 *   plus the frequency less two; if that is seven or more it is seven, and what is left is a number of its own.
 *
 * All numbers have seven bits a byte, lowest first. That makes 1.4 bytes a posting, whereas a `Map` takes 60. A processor
 * guesses how long the next number will be; among distances alone it is mostly right, and reads them four times as
 * fast as distances and frequencies in turn. Bits are not even unpacked before sets are joined.
 */
export class BlockReader {
  bytes: Bytes = new Uint8Array(0)
  field = 0
  /** Documents of the block, and the last of them. */
  count = 0
  last = 0
  /** Where the block begins and ends, and its documents and frequencies do. */
  start = 0
  documentsAt = 0
  frequenciesAt = 0
  end = 0
  #endOfTerm = 0
  /** What {@link #number} reads next. */
  #at = 0

  /** Begins before the first block of the term that is packed from `from` to `to`. */
  open(bytes: Bytes, from: number, to: number): void {
    this.bytes = bytes
    this.field = -1
    this.end = from
    this.#endOfTerm = to
  }

  /** Goes on to the block of a field that is no earlier one. @returns whether there is one */
  reaches(field: number): boolean {
    while (this.field < field && this.next());
    return this.field === field
  }

  /** @returns false at the end */
  next(): boolean {
    if (this.end >= this.#endOfTerm) return false
    this.start = this.end
    this.#at = this.start
    const head = this.#number()
    this.field = head & (FIELDS_AT_MOST - 1)
    this.count = head >>> FIELD_BITS
    const documentBytes = this.#number()
    const frequencyBytes = this.#number()
    this.last = this.#number()
    this.documentsAt = this.#at
    this.frequenciesAt = this.documentsAt + documentBytes
    this.end = this.frequenciesAt + frequencyBytes
    return true
  }

  get isDense(): boolean {
    return isDense(this.count, this.last)
  }

  /** Adds the documents of the block to a set; `list` is used to unpack them, if they must be. */
  addTo(documents: DocumentSet, list: PostingList): void {
    if (this.isDense) documents.addBits(this.bytes, this.documentsAt, this.frequenciesAt)
    else {
      this.#unpackDistances(list)
      documents.addAll(list.documents, this.count)
    }
  }

  /** Makes the postings of the block those of `list`, but leaves out those of documents that are not wanted. */
  unpack(list: PostingList, wanted: DocumentSet | undefined): void {
    list.count = 0
    list.reserve(this.count)
    this.#unpackFrequencies(list)
    if (this.isDense) list.count = this.#unpackBits(list, wanted)
    else {
      this.#unpackDistances(list)
      list.count = this.count
      if (wanted) list.keep(wanted)
    }
  }

  /** How many documents come after the last one that holds the term more than once. */
  countAfterFrequencies(): number {
    let after = this.count
    this.#at = this.frequenciesAt
    while (this.#at < this.end) {
      const number = this.#number()
      after -= (number >>> FREQUENCY_BITS) + 1
      if ((number & MAX_INLINE) === MAX_INLINE) this.#number()
    }
    return after
  }

  #unpackDistances(list: PostingList): void {
    list.count = 0
    list.reserve(this.count)
    const { documents } = list
    const { bytes, count } = this
    let document = -1
    // Written out: here most of the time of a query is spent.
    for (let i = 0, at = this.documentsAt; i < count; i++) {
      let byte = bytes[at++] ?? 0
      let between = byte & 0x7f
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = bytes[at++] ?? 0
        between |= (byte & 0x7f) << shift
      }
      document += between + 1
      documents[i] = document
    }
  }

  /** The frequencies of `list` are those of all documents of the block, and afterwards of the wanted ones. */
  #unpackBits({ documents, frequencies }: PostingList, wanted: DocumentSet | undefined): number {
    const { bytes } = this
    let count = 0
    let before = 0
    for (let at = this.documentsAt, first = 0; at < this.frequenciesAt; at += 4, first += 32) {
      const word = wordAt(bytes, at)
      for (let rest = wanted ? word & wanted.wordOf(first) : word; rest !== 0; rest &= rest - 1) {
        const bit = rest & -rest
        documents[count] = first + 31 - Math.clz32(bit)
        frequencies[count++] = frequencies[before + bitsIn(word & (bit - 1))] ?? 0
      }
      before += bitsIn(word)
    }
    return count
  }

  #unpackFrequencies({ frequencies }: PostingList): void {
    frequencies.fill(1, 0, this.count)
    this.#at = this.frequenciesAt
    for (let i = 0; this.#at < this.end; i++) {
      const number = this.#number()
      const more = number & MAX_INLINE
      i += number >>> FREQUENCY_BITS
      frequencies[i] = 2 + (more < MAX_INLINE ? more : more + this.#number())
    }
  }

  #number(): number {
    const { bytes } = this
    let at = this.#at
    let byte = bytes[at++] ?? 0
    let value = byte & 0x7f
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++] ?? 0
      value |= (byte & 0x7f) << shift
    }
    this.#at = at
    return value
  }
}
