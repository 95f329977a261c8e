/** One kind of number for many terms or documents, side by side: what a snapshot is made of. */
export type Column = Bytes | SignedBytes | Units | Numbers | Reals

/** A column of 8-bit numbers: encoded postings. */
export type Bytes = Uint8Array<ArrayBuffer>

/** A column of signed 8-bit numbers: vectors. */
export type SignedBytes = Int8Array<ArrayBuffer>

/** A column of 16-bit numbers: texts as UTF-16 units. */
export type Units = Uint16Array<ArrayBuffer>

/** A column of 32-bit whole numbers: positions, numbers of terms and documents, days. */
export type Numbers = Uint32Array<ArrayBuffer>
type Reals = Float64Array<ArrayBuffer>

/** The column itself if it has room for `length` numbers, else a copy half as large again, or more. */
export function withRoom<T extends Column>(column: T, length: number): T {
  if (length <= column.length) return column
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- typed arrays are made by constructors of this form
  const larger = new (column.constructor as new (length: number) => T)(
    Math.max(length, 16, Math.ceil(1.5 * column.length)),
  )
  larger.set(column)
  return larger
}

/** Stands behind each text of a column. */
const END = '\0'

/** Texts in one column, as UTF-16; a zero in one of them becomes a blank. */
export function columnOf(texts: readonly string[]): Units {
  const joined = Buffer.from(texts.map((it) => it.replaceAll(END, ' ') + END).join(''), 'utf16le')
  const column = new Uint16Array(joined.length / 2)
  new Uint8Array(column.buffer).set(joined)
  return column
}

/** The texts that {@link columnOf} wrote, in their order. */
export function textsOf({ buffer, byteOffset, byteLength }: Units): string[] {
  const texts = Buffer.from(buffer, byteOffset, byteLength).toString('utf16le').split(END)
  texts.pop()
  return texts
}
