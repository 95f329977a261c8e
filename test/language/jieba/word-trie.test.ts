import fc from 'fast-check'
import { expect, test } from 'vitest'
import { WordTrie } from '../../../src/language/jieba/word-trie.ts'

const pointsOf = (word: string) => Array.from(word, (it) => it.codePointAt(0) ?? 0)

/** @returns what the word weighs; 0 where it is none */
function find(trie: WordTrie, word: string): number {
  let node: number = WordTrie.root
  for (const point of pointsOf(word)) {
    node = trie.child(node, point)
    if (node === WordTrie.root) return 0
  }
  return trie.weight(node)
}

test('a trie knows its words and no others, however often it has to grow', () => {
  const word = fc.string({
    unit: fc.constantFrom('农', '业', '银', '行', '𠮷', 'a'),
    minLength: 1,
    maxLength: 5,
  })
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 60 }), word, (words, other) => {
      const trie = new WordTrie(2)
      for (const [i, it] of words.entries()) {
        let node: number = WordTrie.root
        for (const point of pointsOf(it)) node = trie.grow(node, point)
        trie.weigh(node, i + 1)
      }
      for (const it of [...words, other]) expect(find(trie, it)).toBe(words.indexOf(it) + 1)
    }),
  )
})
