/**
 * Words by their characters. A node is a beginning of words, and a number; the children of all nodes stand in one hash
 * table, found by node and code point (open addressing with linear probing: Knuth, The Art of Computer Programming 3,
 * 6.4, algorithm L). Half a million nodes take 12 MB so; a map a node takes twenty times that.
 */
export class WordTrie {
  /** Where all words begin. No other node is 0, which stands for none elsewhere. */
  static readonly root = 0

  #count = 1
  #parents: Int32Array
  #points: Int32Array
  #weights: Float64Array
  /** Nodes where their hash says, or in the next free place. Never more than half full. */
  #slots: Int32Array

  /** @param room for how many nodes; a power of two. There is always more. */
  constructor(room = 1 << 19) {
    this.#parents = new Int32Array(room)
    this.#points = new Int32Array(room)
    this.#weights = new Float64Array(room)
    this.#slots = new Int32Array(2 * room)
  }

  /** @returns the node one character further, 0 where no word goes on so */
  child(node: number, point: number): number {
    return this.#slots[this.#slotOf(node, point)] ?? 0
  }

  /** Like `child`, and makes the node where there is none. */
  grow(node: number, point: number): number {
    const slot = this.#slotOf(node, point)
    const known = this.#slots[slot] ?? 0
    if (known !== 0) return known
    if (this.#count === this.#parents.length) {
      this.#double()
      return this.grow(node, point)
    }
    const made = this.#count++
    this.#parents[made] = node
    this.#points[made] = point
    this.#slots[slot] = made
    return made
  }

  /** What a word weighs that ends here; 0 where none does. */
  weight(node: number): number {
    return this.#weights[node] ?? 0
  }

  weigh(node: number, weight: number): void {
    this.#weights[node] = weight
  }

  /** Weighs every word anew. */
  weighAll(change: (weight: number) => number): void {
    for (let node = 1; node < this.#count; node++) {
      const weight = this.weight(node)
      if (weight !== 0) this.#weights[node] = change(weight)
    }
  }

  /** @returns the place of a child, or the free one where it would stand */
  #slotOf(node: number, point: number): number {
    const last = this.#slots.length - 1
    // Two odd constants without a pattern: the golden ratio in 32 bits, and one of MurmurHash3's.
    const hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(point, 0x85ebca6b)
    let slot = (hash ^ (hash >>> 15)) & last
    for (;;) {
      const found = this.#slots[slot] ?? 0
      if (found === 0 || (this.#points[found] === point && this.#parents[found] === node)) return slot
      slot = (slot + 1) & last
    }
  }

  #double(): void {
    const room = 2 * this.#parents.length
    this.#parents = withRoom(new Int32Array(room), this.#parents)
    this.#points = withRoom(new Int32Array(room), this.#points)
    this.#weights = withRoom(new Float64Array(room), this.#weights)
    this.#slots = new Int32Array(2 * room)
    for (let node = 1; node < this.#count; node++)
      this.#slots[this.#slotOf(this.#parents[node] ?? 0, this.#points[node] ?? 0)] = node
  }
}

function withRoom<T extends Int32Array | Float64Array>(larger: T, filled: T): T {
  larger.set(filled)
  return larger
}
