/** One kind of number for many terms or documents, side by side: what a snapshot is made of. */
export type Column = Bytes | Units | Numbers | Float64Array<ArrayBuffer>
export type Bytes = Uint8Array<ArrayBuffer>
export type Units = Uint16Array<ArrayBuffer>
export type Numbers = Uint32Array<ArrayBuffer>

/** Columns by name. */
export type Columns = Readonly<Record<string, Column>>

type ColumnClass<T> = new (length: number) => T

/** The column itself where it has room for `length` numbers, else a copy half as large again, or more. */
export function withRoom<T extends Column>(column: T, length: number): T {
  if (length <= column.length) return column
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a typed array is made by a constructor of this form
  const larger = new (column.constructor as ColumnClass<T>)(
    Math.max(length, 16, Math.ceil(1.5 * column.length)),
  )
  larger.set(column)
  return larger
}
