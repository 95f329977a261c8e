import { type Bytes, withRoom } from './columns.ts'

/** To copy fewer bytes than this one by one is faster than to call for it. */
const FEW_BYTES = 24

/** Writes numbers with seven bits a byte, the lowest first; the eighth bit says that more follow. */
export class VarintWriter {
  bytes: Bytes
  length = 0

  constructor(capacity: number) {
    this.bytes = new Uint8Array(capacity)
  }

  /** @param value below 2 ** 32 */
  number(value: number): void {
    if (this.length + 5 > this.bytes.length) this.bytes = withRoom(this.bytes, this.length + 5)
    const { bytes } = this
    let rest = value
    while (rest > 0x7f) {
      bytes[this.length++] = (rest & 0x7f) | 0x80
      rest >>>= 7
    }
    bytes[this.length++] = rest
  }

  zeros(count: number): void {
    this.bytes = withRoom(this.bytes, this.length + count)
    this.bytes.fill(0, this.length, this.length + count)
    this.length += count
  }

  /** Writes what is written already, in `source` from `from` to `to`. */
  copy(source: Bytes, from: number, to: number): void {
    const length = to - from
    if (this.length + length > this.bytes.length) this.bytes = withRoom(this.bytes, this.length + length)
    if (length < FEW_BYTES)
      for (let i = 0; i < length; i++) this.bytes[this.length + i] = source[from + i] ?? 0
    else this.bytes.set(source.subarray(from, to), this.length)
    this.length += length
  }
}
