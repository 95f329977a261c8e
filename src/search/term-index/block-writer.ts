import { bytesOfBits, FREQUENCY_BITS, isDense, MAX_INLINE } from './block-format.ts'
import { BlockReader } from './block-reader.ts'
import { FIELDS_AT_MOST } from './fields.ts'
import { PostingList } from './posting-list.ts'
import { VarintWriter } from './varint-writer.ts'

const NOTHING = new BlockReader()

/** Writes blocks in the form that {@link BlockReader} reads. */
export class BlockWriter extends VarintWriter {
  readonly #distances = new VarintWriter(64)
  readonly #frequencies = new VarintWriter(64)
  readonly #whole = new PostingList()

  /**
   * Writes the block of one field; nothing if the list is empty.
   * @param before the block that the list goes on from: it is copied, and seldom unpacked
   */
  block(field: number, list: PostingList, before: BlockReader = NOTHING): void {
    if (list.count === 0) return
    const count = before.count + list.count
    const last = list.documents[list.count - 1] ?? 0
    const dense = isDense(count, last)
    if (before.count > 0 && dense !== before.isDense) {
      before.unpack(this.#whole, undefined)
      this.#whole.append(list)
      this.block(field, this.#whole)
      return
    }
    const distances = this.#distances
    const frequencies = this.#frequencies
    writeFrequencies(list, before, frequencies)
    if (!dense) writeDistances(list, before, distances)
    const packed = before.frequenciesAt - before.documentsAt
    this.number(count * FIELDS_AT_MOST + field)
    this.number(dense ? bytesOfBits(last) : packed + distances.length)
    this.number(before.end - before.frequenciesAt + frequencies.length)
    this.number(last)
    const documentsAt = this.length
    this.copy(before.bytes, before.documentsAt, before.frequenciesAt)
    if (dense) {
      this.zeros(bytesOfBits(last) - packed)
      setBits(list, this.bytes, documentsAt)
    } else this.copy(distances.bytes, 0, distances.length)
    this.copy(before.bytes, before.frequenciesAt, before.end)
    this.copy(frequencies.bytes, 0, frequencies.length)
  }
}

function writeDistances({ documents, count }: PostingList, before: BlockReader, writer: VarintWriter): void {
  writer.length = 0
  let last = before.count > 0 ? before.last : -1
  for (let i = 0; i < count; i++) {
    const document = documents[i] ?? 0
    writer.number(document - last - 1)
    last = document
  }
}

function setBits({ documents, count }: PostingList, bytes: Uint8Array, from: number): void {
  for (let i = 0; i < count; i++) {
    const document = documents[i] ?? 0
    const at = from + (document >>> 3)
    bytes[at] = (bytes[at] ?? 0) | (1 << (document & 7))
  }
}

function writeFrequencies(
  { frequencies, count }: PostingList,
  before: BlockReader,
  writer: VarintWriter,
): void {
  writer.length = 0
  let between = before.countAfterFrequencies()
  for (let i = 0; i < count; i++) {
    const more = (frequencies[i] ?? 0) - 2
    if (more < 0) {
      between++
      continue
    }
    writer.number((between << FREQUENCY_BITS) | Math.min(more, MAX_INLINE))
    if (more >= MAX_INLINE) writer.number(more - MAX_INLINE)
    between = 0
  }
}
