import { ByteWriter } from './byte-writer.ts'

/** How often each document holds a term, by document number. */
export type Postings = Map<number, number>
/** Postings of one term by field. */
export type FieldPostings = Map<number, Postings>

/** A stretch of packed bytes that holds the postings of one term in one field. */
export interface PackedBlock {
  readonly field: number
  /** Documents in it. */
  readonly count: number
  readonly start: number
  readonly end: number
}

/**
 * Packed, a term is a block for each of its fields: field, count, length in bytes, then the postings by ascending
 * document. A posting is the distance to the document before and the frequency. Most terms stand once in a text, so
 * the lowest bit of the distance tells whether a frequency follows: 1.5 bytes a posting, where a `Map` takes 60.
 */
export function packPostings(fields: FieldPostings, into: ByteWriter): void {
  const block = new ByteWriter(64)
  for (const [field, postings] of fields) {
    if (postings.size === 0) continue
    block.length = 0
    let last = -1
    for (const [document, frequency] of postings) {
      const distance = (document - last) * 2
      block.number(frequency === 1 ? distance : distance + 1)
      if (frequency !== 1) block.number(frequency)
      last = document
    }
    into.number(field)
    into.number(postings.size)
    into.number(block.length)
    into.copy(block.bytes.subarray(0, block.length))
  }
}

/** The blocks of the term that is packed from `from` to `to`. */
export function blocksOf(bytes: Uint8Array, from: number, to: number): readonly PackedBlock[] {
  const blocks: PackedBlock[] = []
  let at = from
  const number = () => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return value
    }
  }
  while (at < to) {
    const [field, count, length] = [number(), number(), number()]
    blocks.push({ field, count, start: at, end: at + length })
    at += length
  }
  return blocks
}

/** Visits the postings of a block in the order of their documents. */
export function eachPosting(
  bytes: Uint8Array,
  { start, end }: PackedBlock,
  visit: (document: number, frequency: number) => void,
): void {
  let document = -1
  for (let at = start; at < end; ) {
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
    document += distance >> 1
    visit(document, frequency)
  }
}
