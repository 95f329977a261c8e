import { type Numbers, withRoom } from './columns.ts'

/** A document without the field; one whose field is empty has the length 0. */
const NO_FIELD = 0xffffffff

/**
 * How many different terms each field of a document has, document by document in one column. It is a `Map` for
 * MiniSearch, which asks it by document.
 */
export class FieldLengths extends Map<number, number[]> {
  readonly fieldCount: number
  #column: Numbers = new Uint32Array(0)

  constructor(fieldCount: number) {
    super()
    this.fieldCount = fieldCount
  }

  /** Of all documents, field by field. Good until there is more room. */
  get numbers(): Numbers {
    return this.#column
  }

  override get size(): number {
    return Array.from(this.keys()).length
  }

  /** Makes room for the documents below `capacity`. */
  reserve(capacity: number): void {
    const before = this.#column
    this.#column = withRoom(before, capacity * this.fieldCount)
    if (this.#column !== before) this.#column.fill(NO_FIELD, before.length)
  }

  setOne(document: number, field: number, length: number): void {
    this.#column[document * this.fieldCount + field] = length
  }

  /** A copy, with holes for fields that the document does not have. */
  override get(document: number): number[] | undefined {
    const lengths: number[] = []
    for (let field = 0; field < this.fieldCount; field++) {
      const length = this.#column[document * this.fieldCount + field] ?? NO_FIELD
      if (length !== NO_FIELD) lengths[field] = length
    }
    return lengths.length > 0 ? lengths : undefined
  }

  override has(document: number): boolean {
    return this.get(document) !== undefined
  }

  override set(document: number, lengths: number[]): this {
    this.reserve(document + 1)
    lengths.forEach((length, field) => this.setOne(document, field, length))
    return this
  }

  override delete(document: number): boolean {
    const isThere = this.has(document)
    const from = document * this.fieldCount
    this.#column.fill(NO_FIELD, from, from + this.fieldCount)
    return isThere
  }

  override *keys(): MapIterator<number> {
    const capacity = this.#column.length / this.fieldCount
    for (let document = 0; document < capacity; document++) if (this.has(document)) yield document
  }

  override *entries(): MapIterator<[number, number[]]> {
    for (const document of this.keys()) yield [document, this.get(document) ?? []]
  }

  override [Symbol.iterator](): MapIterator<[number, number[]]> {
    return this.entries()
  }

  column(capacity: number): Numbers {
    return this.#column.subarray(0, capacity * this.fieldCount)
  }

  load(column: Numbers): void {
    this.#column = column
  }
}
