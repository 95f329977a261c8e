import type { CodePoints } from './code-points.ts'
import type { Dictionary } from './read-dictionary.ts'
import { WordTrie } from './word-trie.ts'

/**
 * Finds the words of which the shares in all text, multiplied, are largest, from the end to the beginning (cppjieba,
 * `MPSegment.hpp`, to the same last bit: of equals the shorter).
 */
export class LikeliestWords {
  /** Code points of the likeliest word that begins at each; 1 also where the dictionary knows none. */
  lengths = new Int32Array(1024)
  /** Logarithm of the share of everything from there on. */
  #best = new Float64Array(1024)

  find({ words, least }: Dictionary, { points, count }: CodePoints): void {
    if (count >= this.lengths.length) {
      this.lengths = new Int32Array(2 * count)
      this.#best = new Float64Array(2 * count)
    }
    const best = this.#best
    best[count] = 0
    for (let from = count - 1; from >= 0; from--) {
      let node = words.child(WordTrie.root, points[from] ?? 0)
      // A weight of 0 is no word; the root has none.
      let largest = (best[from + 1] ?? 0) + (words.weight(node) || least)
      let length = 1
      for (let to = from + 1; node !== WordTrie.root && to < count; ) {
        node = words.child(node, points[to] ?? 0)
        to++
        const weight = words.weight(node)
        if (weight === 0) continue
        const sum = (best[to] ?? 0) + weight
        if (sum > largest) {
          largest = sum
          length = to - from
        }
      }
      best[from] = largest
      this.lengths[from] = length
    }
  }
}
