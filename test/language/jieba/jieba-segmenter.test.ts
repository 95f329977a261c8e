import { beforeAll, expect, test } from 'vitest'
import { createTokeniser, type Segmenter } from '../../../src/language/index.ts'
import { readCharacterModel } from '../../../src/language/jieba/character-model.ts'
import { createJiebaSegmenter } from '../../../src/language/jieba/jieba-segmenter.ts'
import { type Dictionary, readDictionary } from '../../../src/language/jieba/read-dictionary.ts'
import { WordTrie } from '../../../src/language/jieba/word-trie.ts'

/** 100 words in all; the median frequency is 8. The last line has no end. Letters of one, two, three and four bytes. */
const MAIN = [
  '农业 20 n',
  '银行 10 n',
  '农业银行 4 nt',
  '发展 30 vn',
  '业银 1 x',
  'é 5 x',
  'T恤 8 n',
  '𠮷野 6 nr',
  '的 16 uj',
].join('\n')

const MODEL = [
  '0 -9 -9 -1',
  '-9 0 -1 -9',
  '0 -9 -9 0',
  '-9 0 0 -9',
  '0 -9 -9 0',
  '张:-1',
  '明:-1',
  '小:-1',
  '在:-1',
]

let dictionary: Dictionary
let segmenter: Segmenter
beforeAll(async () => {
  dictionary = await readDictionary(Buffer.from(MAIN), '报童\n蓝翔 nz\r\n\n云计算 12 n\n云计算机 2 n\n')
  segmenter = createJiebaSegmenter('jieba of a test', dictionary, readCharacterModel(MODEL.join('\n')))
})

function weightOf(word: string): number {
  let node: number = WordTrie.root
  for (const it of word) {
    node = dictionary.words.child(node, it.codePointAt(0) ?? 0)
    if (node === WordTrie.root) return 0
  }
  return dictionary.words.weight(node)
}

test.each([
  ['农业', 20],
  ['农业银行', 4],
  ['é', 5],
  ['T恤', 8],
  ['𠮷野', 6],
  ['的', 16],
  // Taught without a frequency: as frequent as the median word.
  ['报童', 8],
  ['蓝翔', 8],
  ['云计算', 12],
])('%s has a share of %i in a hundred', (word, percent) => {
  expect(weightOf(word)).toBeCloseTo(Math.log(percent / 100), 12)
})

test('beginnings of words, and tags, are no words', () => {
  expect(['农', '农业银', 'n', '云', ' ', ''].map(weightOf)).toEqual([0, 0, 0, 0, 0, 0])
  expect(dictionary.least).toBeCloseTo(Math.log(1 / 100), 12)
})

const wordsOf = (text: string) => {
  const ends = segmenter.cut(text)
  return ends.map((end, i) => text.slice(ends[i - 1] ?? 0, end))
}

test.each([
  ['the longest word is likelier than its parts', '农业银行', ['农业银行']],
  ['words beside one another', '农业发展的银行', ['农业', '发展', '的', '银行']],
  [
    'lines by themselves, and a break is a word',
    '农业\n银行\n\n发展',
    ['农业', '\n', '银行', '\n', '\n', '发展'],
  ],
  ['a break at the end', '农业\n', ['农业', '\n']],
  ['what is no word, by the model', '发展张明发展', ['发展', '张明', '发展']],
  ['characters of two units', '的𠮷野𠮷的', ['的', '𠮷野', '𠮷', '的']],
  ['words that were taught', '报童的云计算', ['报童', '的', '云计算']],
  ['nothing', '', []],
])('cuts %s', (_case, text, expected) => {
  expect(wordsOf(text)).toEqual(expected)
})

test('a line longer than its buffers is cut to its end', () => {
  const text = '农业发展'.repeat(700)
  const words = wordsOf(text)
  expect(words).toHaveLength(1400)
  expect(new Set(words)).toEqual(new Set(['农业', '发展']))
  expect(wordsOf('农'.repeat(1023) + '业')).toHaveLength(1023)
})

test('knows whole words and single characters', () => {
  expect(['农业', '农业银行', '张', '𠮷', '的'].map((it) => segmenter.knows(it))).not.toContain(false)
  expect(['张明', '农业发展', '业发'].map((it) => segmenter.knows(it))).not.toContain(true)
})

test('gives words of two and three characters inside a longer one, and not the word itself', () => {
  const partsOf = (text: string, from: number, to: number) => {
    const parts: string[] = []
    segmenter.eachSubword(text, from, to, (start, end) => parts.push(text.slice(start, end)))
    return parts
  }
  expect(partsOf('在农业银行', 1, 5)).toEqual(['农业', '业银', '银行'])
  expect(partsOf('的𠮷野的', 0, 5)).toEqual(['𠮷野'])
  expect(partsOf('云计算机', 0, 4)).toEqual(['云计算'])
  expect(partsOf('云计算', 0, 3)).toEqual([])
  expect(partsOf('农业', 0, 2)).toEqual([])
})

test('of a word of four, the pairs that are no words are grams, also where a word of three begins', () => {
  const tokeniser = createTokeniser(segmenter)
  const terms = tokeniser.termsOf('云计算机')
  expect(terms.toSorted()).toEqual(
    ['云计算机', '云计算', '~云', '~计', '~算', '~机', '~云计', '~计算', '~算机'].toSorted(),
  )
  expect(tokeniser.termsOf('农业银行').toSorted()).toEqual(
    ['农业银行', '农业', '业银', '银行', '~农', '~业', '~银', '~行'].toSorted(),
  )
  expect(tokeniser.termsOf('的农业，GDP 1,100').toSorted()).toEqual(
    ['的', '农业', '~的农', '~农', '~业', 'gdp', '1100'].toSorted(),
  )
})
