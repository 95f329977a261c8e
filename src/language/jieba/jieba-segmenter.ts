import type { Segmenter } from '../segmenter.ts'
import { type CharacterModel, cutByModel } from './character-model.ts'
import { CodePoints } from './code-points.ts'
import { LikeliestWords } from './likeliest-words.ts'
import type { Dictionary } from './read-dictionary.ts'
import { WordTrie } from './word-trie.ts'

/** Words inside a word that jieba finds have so many characters (cppjieba, `QuerySegment.hpp`). */
const LENGTHS_OF_PARTS = [2, 3]

/**
 * Cuts as jieba does: into the likeliest words of the dictionary, and what that leaves as single characters by the
 * model. A test holds it to nodejieba, word by word.
 */
export function createJiebaSegmenter(
  identity: string,
  dictionary: Dictionary,
  model: CharacterModel,
): Segmenter {
  const { words } = dictionary
  const line = new CodePoints()
  const likeliest = new LikeliestWords()
  /** @param end told where each word ends, by code point */
  const cutLine = (end: (at: number) => void) => {
    likeliest.find(dictionary, line)
    const { lengths } = likeliest
    for (let at = 0; at < line.count; ) {
      const length = lengths[at] ?? 1
      let to = at + length
      // Characters that stand alone side by side may be a name.
      if (length === 1) while (to < line.count && lengths[to] === 1) to++
      if (length > 1 || to === at + 1) end(to)
      else cutByModel(model, line.points, at, to, end)
      at = to
    }
  }
  const isWord = (from: number, to: number): boolean => {
    let node = WordTrie.root
    for (let at = from; at < to; at++) {
      node = words.child(node, line.points[at] ?? 0)
      if (node === WordTrie.root) return false
    }
    return words.weight(node) !== 0
  }
  return {
    identity,
    cut: (runs) => {
      const ends: number[] = []
      for (let from = 0; from < runs.length; ) {
        const lineEnd = runs.indexOf('\n', from)
        const to = lineEnd < 0 ? runs.length : lineEnd
        line.read(runs, from, to)
        cutLine((point) => void ends.push(line.units[point] ?? 0))
        if (lineEnd >= 0) ends.push(lineEnd + 1)
        from = to + 1
      }
      return ends
    },
    knows: (word) => {
      line.read(word, 0, word.length)
      likeliest.find(dictionary, line)
      return likeliest.lengths[0] === line.count
    },
    eachSubword: (text, from, to, take) => {
      line.read(text, from, to)
      for (const length of LENGTHS_OF_PARTS)
        for (let start = 0; length < line.count && start + length <= line.count; start++)
          if (isWord(start, start + length)) take(line.units[start] ?? 0, line.units[start + length] ?? 0)
    },
  }
}
