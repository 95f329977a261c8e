import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCharacterModel } from '../../../src/language/jieba/character-model.ts'
import { fileOfDictionary, keepDictionary, readKept } from '../../../src/language/jieba/kept-dictionary.ts'
import type { Dictionary } from '../../../src/language/jieba/read-dictionary.ts'
import { WordTrie } from '../../../src/language/jieba/word-trie.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const WORDS = ['农业', '农业银行', '银行', '𠮷野家', '的', '报童']
const OTHERS = ['农', '行', '报', '童报']

const weightOf = ({ words }: Dictionary, word: string) => {
  let node: number = WordTrie.root
  for (const character of word) {
    node = words.child(node, character.codePointAt(0) ?? 0)
    if (node === WordTrie.root) return 0
  }
  return words.weight(node)
}

const growInto = (words: WordTrie, word: string, weight: number) => {
  let node: number = WordTrie.root
  for (const character of word) node = words.grow(node, character.codePointAt(0) ?? 0)
  words.weigh(node, weight)
}

const dictionary: Dictionary = { words: new WordTrie(8), least: -12.5 }
for (const [i, word] of WORDS.entries()) growInto(dictionary.words, word, -1 - i / 2)
const model = readCharacterModel(
  [
    '-0.5 -1 -2 -3',
    '-1 -2 -3 -4',
    '-5 -6 -7 -8',
    '0 -1 0 -1',
    '-3 -2 -1 0',
    '农:-1.5',
    '业:-2',
    '行:-3',
    '的:-4',
  ].join('\n'),
)
const read = { dictionary, model }

test('a kept dictionary knows the same words with the same weights, and takes more; its model is the same', async () => {
  const file = join(temporaryFolder(), 'deeper', 'kept.bin')
  expect(await readKept(file)).toBeUndefined()
  await keepDictionary(file, read)
  const kept = await readKept(file)
  if (kept === undefined) throw new Error('it was not kept')
  expect(kept.model).toEqual(model)
  expect(kept.dictionary.least).toBe(dictionary.least)
  const expected = [-1, -1.5, -2, -2.5, -3, -3.5, 0, 0, 0, 0]
  expect([...WORDS, ...OTHERS].map((it) => weightOf(kept.dictionary, it))).toEqual(expected)
  growInto(kept.dictionary.words, '报童的报童的报童的报童', 7)
  expect([...WORDS, ...OTHERS].map((it) => weightOf(kept.dictionary, it))).toEqual(expected)
})

test('what was damaged is not used, wherever it was', async () => {
  const file = join(temporaryFolder(), 'kept.bin')
  await keepDictionary(file, read)
  const whole = readFileSync(file)
  for (const at of [0, 1, whole.length >> 1, whole.length - 5, whole.length - 1]) {
    const damaged = Buffer.from(whole)
    damaged[at] = (damaged[at] ?? 0) ^ 0x10
    writeFileSync(file, damaged)
    expect(await readKept(file), `byte ${at}`).toBeUndefined()
  }
  writeFileSync(file, whole)
  for (const length of [whole.length - 1, 4, 3, 0]) {
    truncateSync(file, length)
    expect(await readKept(file), `${length} bytes`).toBeUndefined()
  }
})

test('where nothing can be written, nothing happens', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'a-file'), '')
  const file = join(folder, 'a-file', 'kept.bin')
  await keepDictionary(file, read)
  expect(await readKept(file)).toBeUndefined()
})

test('a changed word has a file of its own, in each text', () => {
  const bytes = new TextEncoder().encode('农业 300 n')
  const files = [
    fileOfDictionary(bytes, '', bytes),
    fileOfDictionary(bytes, '报童', bytes),
    fileOfDictionary(bytes.subarray(1), '', bytes),
    fileOfDictionary(bytes, '', bytes.subarray(1)),
  ]
  expect(new Set(files).size).toBe(4)
  expect(fileOfDictionary(bytes, '报童', bytes)).toBe(files[1])
})
