import { ByteWriter } from './byte-writer.ts'

/** How often each document holds a term, by document number. */
export type Postings = Map<number, number>
/** Postings of one term by field. */
export type FieldPostings = Map<number, Postings>

/** A stretch of packed bytes that holds the postings of one term in one field. */
export interface PackedBlock {
  readonly field: number
  /** Documents in it, and the highest of them. */
  readonly count: number
  readonly last: number
  readonly start: number
  readonly end: number
}

/**
 * Packed, a term is a block for each of its fields: field, count, last document, length in bytes, then the postings by
 * ascending document. A posting is the distance to the document before and the frequency. Most terms stand once in a
 * text, so the lowest bit of the distance tells whether a frequency follows: 1.5 bytes a posting, where a `Map` takes 60.
 * @param before what is packed of this term and field already; its bytes are copied as they are
 * @param fresh documents above those
 */
export function packBlock(
  field: number,
  before: { readonly bytes: Uint8Array; readonly block: PackedBlock } | undefined,
  fresh: Postings | undefined,
  into: ByteWriter,
): void {
  const count = (before?.block.count ?? 0) + (fresh?.size ?? 0)
  if (count === 0) return
  const packed = before?.bytes.subarray(before.block.start, before.block.end) ?? new Uint8Array()
  const postings = new ByteWriter(packed.length + 2 * (fresh?.size ?? 0))
  postings.copy(packed)
  let last = before?.block.last ?? -1
  for (const [document, frequency] of fresh ?? []) {
    const distance = (document - last) * 2
    postings.number(frequency === 1 ? distance : distance + 1)
    if (frequency !== 1) postings.number(frequency)
    last = document
  }
  into.number(field)
  into.number(count)
  into.number(last)
  into.number(postings.length)
  into.copy(postings.bytes.subarray(0, postings.length))
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
    const [field, count, last, length] = [number(), number(), number(), number()]
    blocks.push({ field, count, last, start: at, end: at + length })
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
