/** What stands in a slot: the parent's number, the code point, the child's number; all 0 where it is free. */
const SLOT = 3

/** All that a trie is, to write it down. */
export interface WordTrieTables {
  /** By the number of the node. */
  readonly weights: Float64Array
  readonly slots: Int32Array
}

/**
 * Words by their characters. A node is a beginning of words, and a number; the children of all nodes stand in one hash
 * table, found by node and code point (open addressing with linear probing: Knuth, The Art of Computer Programming 3,
 * 6.4, algorithm L). Half a million nodes take 16 MB so; a map a node takes fifteen times that.
 */
export class WordTrie {
  /** Where all words begin. It is nobody's child, so 0 also stands for none. */
  static readonly root = 0

  #count = 1
  #weights: Float64Array
  /** Never more than half full. */
  #slots: Int32Array

  /** @param room for how many nodes; a power of two. There is always more. */
  constructor(room = 1 << 19) {
    this.#weights = new Float64Array(room)
    this.#slots = new Int32Array(2 * SLOT * room)
  }

  /** The trie that had these tables, which are now its own. */
  static from({ weights, slots }: WordTrieTables): WordTrie {
    const trie = new WordTrie(1)
    trie.#count = weights.length
    trie.#weights = weights
    trie.#slots = slots
    return trie
  }

  get tables(): WordTrieTables {
    return { weights: this.#weights.subarray(0, this.#count), slots: this.#slots }
  }

  /** @returns the node one character further, 0 where no word goes on so */
  child(node: number, point: number): number {
    return this.#slots[this.#find(node, point) + 2] ?? 0
  }

  /** Like `child`, and makes the node where there is none. */
  grow(node: number, point: number): number {
    const slot = this.#find(node, point)
    const known = this.#slots[slot + 2] ?? 0
    if (known !== 0) return known
    if (this.#count === this.#weights.length) {
      this.#double()
      return this.grow(node, point)
    }
    const made = this.#count++
    this.#slots[slot] = node
    this.#slots[slot + 1] = point
    this.#slots[slot + 2] = made
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

  /** @returns where the slot of a child begins, or the free one where it would stand */
  #find(node: number, point: number): number {
    const slots = this.#slots
    const last = slots.length / SLOT - 1
    // Two odd constants without a pattern: the golden ratio in 32 bits, and one of MurmurHash3's.
    const hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(point, 0x85ebca6b)
    let slot = (hash ^ (hash >>> 15)) & last
    for (;;) {
      const at = SLOT * slot
      if (slots[at + 1] === point && slots[at] === node) return at
      if (slots[at + 2] === 0) return at
      slot = (slot + 1) & last
    }
  }

  #double(): void {
    const { length } = this.#weights
    const weights = new Float64Array(2 * length)
    weights.set(this.#weights)
    const slots = this.#slots
    this.#weights = weights
    this.#slots = new Int32Array(2 * slots.length)
    for (let at = 0; at < slots.length; at += SLOT) {
      const slot = slots.subarray(at, at + SLOT)
      if (slot[2] !== 0) this.#slots.set(slot, this.#find(slot[0] ?? 0, slot[1] ?? 0))
    }
  }
}
