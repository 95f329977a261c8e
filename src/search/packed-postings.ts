import { type Bytes, withRoom } from './columns.ts'
import { FIELDS_AT_MOST } from './index-fields.ts'
import type { PostingList } from './posting-list.ts'

/**
 * Packed, a term is a block for each field that holds it: eight times the number of documents plus the number of the
 * field; length of the rest in bytes; then the postings by ascending document. A posting is the distance to the
 * document before and the frequency. Most terms stand once in a text, so the lowest bit of the distance tells whether
 * a frequency follows: 1.5 bytes a posting, where a `Map` takes 60. All numbers have seven bits a byte, lowest first.
 */
export class PackedWriter {
  bytes: Bytes
  length = 0

  constructor(capacity: number) {
    this.bytes = new Uint8Array(capacity)
  }

  copy(packed: Uint8Array): void {
    this.bytes = withRoom(this.bytes, this.length + packed.length)
    this.bytes.set(packed, this.length)
    this.length += packed.length
  }

  /** Writes the block of one field; nothing where the list is empty. */
  block(field: number, { documents, frequencies, count }: PostingList): void {
    if (count === 0) return
    // Three bytes more than a block of one byte a number would need, to write its length behind itself.
    this.bytes = withRoom(this.bytes, this.length + 10 * count + 10)
    this.#number(count * FIELDS_AT_MOST + field)
    const lengthAt = this.length
    this.length += 1
    let last = -1
    for (let i = 0; i < count; i++) {
      const document = documents[i] ?? 0
      const frequency = frequencies[i] ?? 0
      const distance = (document - last) * 2
      last = document
      if (frequency === 1) this.#number(distance)
      else {
        this.#number(distance + 1)
        this.#number(frequency)
      }
    }
    const length = this.length - lengthAt - 1
    const more = bytesOf(length) - 1
    if (more > 0) this.bytes.copyWithin(lengthAt + 1 + more, lengthAt + 1, this.length)
    this.length = lengthAt
    this.#number(length)
    this.length += length
  }

  #number(value: number): void {
    const { bytes } = this
    let rest = value
    while (rest > 0x7f) {
      bytes[this.length++] = (rest & 0x7f) | 0x80
      rest >>>= 7
    }
    bytes[this.length++] = rest
  }
}

/** Walks over the blocks of a term, from one to the next. */
export class PackedReader {
  field = 0
  /** Documents of the block. */
  count = 0
  #bytes = new Uint8Array(0)
  #at = 0
  #next = 0
  #end = 0

  /** Begins before the first block of the term that is packed from `from` to `to`. */
  open(bytes: Bytes, from: number, to: number): void {
    this.#bytes = bytes
    this.#next = from
    this.#end = to
  }

  /** @returns false at the end */
  next(): boolean {
    if (this.#next >= this.#end) return false
    this.#at = this.#next
    const head = this.#number()
    this.field = head % FIELDS_AT_MOST
    this.count = (head - this.field) / FIELDS_AT_MOST
    const length = this.#number()
    this.#next = this.#at + length
    return true
  }

  /** Puts the documents of the block behind those of `list`. */
  unpack(list: PostingList): void {
    list.reserve(this.count)
    const { documents, frequencies } = list
    const bytes = this.#bytes
    const end = this.#next
    let { count } = list
    let document = -1
    // Written out: here most of the time of a query is spent.
    for (let at = this.#at; at < end; ) {
      let byte = bytes[at++] ?? 0
      let distance = byte & 0x7f
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = bytes[at++] ?? 0
        distance |= (byte & 0x7f) << shift
      }
      let frequency = 1
      if ((distance & 1) === 1) {
        byte = bytes[at++] ?? 0
        frequency = byte & 0x7f
        for (let shift = 7; byte > 0x7f; shift += 7) {
          byte = bytes[at++] ?? 0
          frequency |= (byte & 0x7f) << shift
        }
      }
      document += distance >>> 1
      documents[count] = document
      frequencies[count++] = frequency
    }
    list.count = count
  }

  #number(): number {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.#at++] ?? 0
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return value
    }
  }
}

const bytesOf = (value: number): number => (value > 0x1fffff ? 4 : value > 0x3fff ? 3 : value > 0x7f ? 2 : 1)
