import { HASH_BASIS, HASH_PRIME, hashUnits } from '../../domain/index.ts'
import { withRoom } from './columns.ts'
import type { TermIndexColumns } from './term-index-columns.ts'

/** Slots of the hash table for each term, at least. */
const ROOM = 1.5

/**
 * Terms by number, from 0 in the order in which they came, and numbers by term. MiniSearch keeps terms in a radix tree
 * that scans the children of a node one by one; in Chinese its root has thousands. This is one flat hash table, in
 * typed arrays alone: a snapshot holds it as it is, and no term is a string before somebody asks for it.
 */
export class TermDictionary {
  /** All terms, one behind the other. */
  #units = new Uint16Array(0)
  /** Where each term ends among them, which is where the next one begins. */
  #ends = new Uint32Array(0)
  /** Number of a term + 1, or 0; where two terms want one slot, the later one takes the next that is free. */
  #slots = new Uint32Array(1024)
  #size = 0

  get size(): number {
    return this.#size
  }

  /** Number of the term that is `mark` and a stretch of `source`; -1 if it is not there. */
  find(mark: string, source: string, from = 0, to = source.length): number {
    return (this.#slots[this.#slotOf(mark, source, from, to)] ?? 0) - 1
  }

  /** As {@link find}, but an unknown term gets a number. */
  intern(mark: string, source: string, from: number, to: number): number {
    const slot = this.#slotOf(mark, source, from, to)
    const known = this.#slots[slot] ?? 0
    if (known > 0) return known - 1
    const number = this.#size++
    this.#slots[slot] = number + 1
    this.#write(number, mark, source, from, to)
    if (this.#size * ROOM > this.#slots.length) this.#spread(2 * this.#slots.length)
    return number
  }

  textOf(number: number): string {
    const units = this.#units
    const start = this.#startOf(number)
    const end = this.#ends[number] ?? 0
    let text = ''
    for (let at = start; at < end; at++) text += String.fromCharCode(units[at] ?? 0)
    return text
  }

  startsWith(number: number, prefix: string): boolean {
    const start = this.#startOf(number)
    if ((this.#ends[number] ?? 0) - start < prefix.length) return false
    for (let i = 0; i < prefix.length; i++) if (this.#units[start + i] !== prefix.charCodeAt(i)) return false
    return true
  }

  /** In UTF-16 units. */
  lengthOf(number: number): number {
    return (this.#ends[number] ?? 0) - this.#startOf(number)
  }

  columns(): TermColumns {
    const termEnds = this.#ends.subarray(0, this.#size)
    const termUnits = this.#units.subarray(0, termEnds.at(-1) ?? 0)
    return { termUnits, termEnds, termSlots: this.#slots }
  }

  load({ termUnits, termEnds, termSlots }: TermColumns): void {
    this.#units = termUnits
    this.#ends = termEnds
    this.#slots = termSlots
    this.#size = termEnds.length
  }

  #startOf(number: number): number {
    return number === 0 ? 0 : (this.#ends[number - 1] ?? 0)
  }

  #write(number: number, mark: string, source: string, from: number, to: number): void {
    const start = this.#startOf(number)
    const end = start + mark.length + to - from
    this.#units = withRoom(this.#units, end)
    this.#ends = withRoom(this.#ends, number + 1)
    let at = start
    for (let i = 0; i < mark.length; i++) this.#units[at++] = mark.charCodeAt(i)
    for (let i = from; i < to; i++) this.#units[at++] = source.charCodeAt(i)
    this.#ends[number] = end
  }

  /** The slot of a term, or the free one where it belongs. */
  #slotOf(mark: string, source: string, from: number, to: number): number {
    const slots = this.#slots
    const mask = slots.length - 1
    const hash = hashUnits(source, from, to, hashUnits(mark))
    let slot = spread(hash) & mask
    for (let held = slots[slot] ?? 0; held > 0; held = slots[slot] ?? 0) {
      if (this.#is(held - 1, mark, source, from, to)) return slot
      slot = (slot + 1) & mask
    }
    return slot
  }

  #is(number: number, mark: string, source: string, from: number, to: number): boolean {
    const units = this.#units
    let at = this.#startOf(number)
    if ((this.#ends[number] ?? 0) - at !== mark.length + to - from) return false
    for (let i = 0; i < mark.length; i++) if (units[at++] !== mark.charCodeAt(i)) return false
    for (let i = from; i < to; i++) if (units[at++] !== source.charCodeAt(i)) return false
    return true
  }

  /** Gives every term its place in a larger table. */
  #spread(length: number): void {
    const slots = new Uint32Array(length)
    const units = this.#units
    let at = 0
    for (let number = 0; number < this.#size; number++) {
      let hash = HASH_BASIS
      for (const end = this.#ends[number] ?? 0; at < end; at++)
        hash = Math.imul(hash ^ (units[at] ?? 0), HASH_PRIME)
      let slot = spread(hash) & (length - 1)
      while ((slots[slot] ?? 0) > 0) slot = (slot + 1) & (length - 1)
      slots[slot] = number + 1
    }
    this.#slots = slots
  }
}

/** The columns that hold the terms and find their numbers. */
export type TermColumns = Pick<TermIndexColumns, 'termUnits' | 'termEnds' | 'termSlots'>

/** A last stir: the low bits alone decide. */
const spread = (hash: number) => {
  const stirred = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (stirred ^ (stirred >>> 12)) >>> 0
}
