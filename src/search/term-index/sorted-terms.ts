import { withRoom } from './columns.ts'
import type { TermDictionary } from './term-dictionary.ts'

/**
 * The terms of a dictionary in the order of their UTF-16 units, for those who look for a prefix or for near terms: four
 * bytes a term, made when first asked for and again when there are new terms. The search of the bot never asks: it
 * looks for words and pairs of characters, never for beginnings of them.
 */
export class SortedTerms {
  readonly #dictionary: TermDictionary
  #numbers = new Uint32Array(0)

  constructor(dictionary: TermDictionary) {
    this.#dictionary = dictionary
  }

  /** The terms that begin with `prefix`, the last first, as MiniSearch's tree mostly gives them. */
  *withPrefix(prefix: string): Generator<string> {
    this.#refresh()
    const first = this.#firstFrom(prefix)
    for (let at = this.#firstBehind(prefix, first - 1) - 1; at >= first; at--) yield this.#at(at)
  }

  /**
   * The terms within an edit distance of `term`. Neighbours in the order share a prefix, and with it the upper rows of
   * the matrix; if a prefix is too far already, all terms that begin with it are passed over.
   */
  *within(term: string, maxDistance: number): Generator<readonly [term: string, distance: number]> {
    this.#refresh()
    const width = term.length + 1
    /** By length of a prefix: the distances of that prefix from each prefix of `term`, one row behind the other. */
    let rows = Uint32Array.from({ length: 32 * width }, (_, i) => i)
    let before = ''
    for (let at = 0; at < this.#numbers.length; ) {
      const other = this.#at(at)
      rows = withRoom(rows, (other.length + 1) * width)
      let length = sharedPrefix(before, other)
      let nearest = 0
      while (length < other.length && nearest <= maxDistance)
        nearest = writeRow(rows, ++length, term, other.charCodeAt(length - 1))
      before = other.slice(0, length)
      if (nearest > maxDistance) at = this.#firstBehind(before, at)
      else {
        const distance = rows[other.length * width + term.length] ?? 0
        if (distance <= maxDistance) yield [other, distance]
        at++
      }
    }
  }

  #refresh(): void {
    const { size } = this.#dictionary
    if (this.#numbers.length === size) return
    const terms = Array.from({ length: size }, (_, number) => this.#dictionary.textOf(number))
    this.#numbers = Uint32Array.from(terms.keys()).toSorted((a, b) =>
      (terms[a] ?? '') < (terms[b] ?? '') ? -1 : 1,
    )
  }

  #at(place: number): string {
    return this.#dictionary.textOf(this.#numbers[place] ?? 0)
  }

  /** The first place whose term is not below `text`. */
  #firstFrom(text: string): number {
    let [low, high] = [0, this.#numbers.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#at(middle) < text) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The first place behind `start` whose term does not begin with `prefix`; mostly it is near. */
  #firstBehind(prefix: string, start: number): number {
    const begins = (place: number) =>
      place < this.#numbers.length && this.#dictionary.startsWith(this.#numbers[place] ?? 0, prefix)
    let step = 1
    while (begins(start + step)) step *= 2
    let [low, high] = [start + (step >>> 1), start + step]
    while (high - low > 1) {
      const middle = (low + high) >>> 1
      if (begins(middle)) low = middle
      else high = middle
    }
    return high
  }
}

function sharedPrefix(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a.charCodeAt(length) === b.charCodeAt(length)) length++
  return length
}

/** Writes a row of Levenshtein's matrix below the one before. @returns the least distance in it */
function writeRow(rows: Uint32Array, row: number, term: string, unit: number): number {
  const width = term.length + 1
  const here = row * width
  const above = here - width
  rows[here] = row
  let least = row
  for (let i = 1; i < width; i++) {
    const replaced = (rows[above + i - 1] ?? 0) + (term.charCodeAt(i - 1) === unit ? 0 : 1)
    const distance = Math.min(replaced, (rows[above + i] ?? 0) + 1, (rows[here + i - 1] ?? 0) + 1)
    rows[here + i] = distance
    if (distance < least) least = distance
  }
  return least
}
