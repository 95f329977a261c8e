import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DIMENSIONS, dotProduct, openWordVectors } from '../../src/language/index.ts'

const vectors = openWordVectors()
const alike = (a: readonly string[], b: readonly string[]) => {
  const [one, other] = [vectors.vectorOf(a), vectors.vectorOf(b)]
  if (one === undefined || other === undefined) throw new Error('no vector')
  return dotProduct(one, other)
}

test('words that say the same are nearer than words that share a character', () => {
  expect(alike(['堵车'], ['拥堵'])).toBeGreaterThan(alike(['堵车'], ['车票']))
  expect(alike(['楼市'], ['房价'])).toBeGreaterThan(alike(['楼市'], ['市民']))
  expect(alike(['看病'], ['就医'])).toBeGreaterThan(alike(['看病'], ['看法']))
})

test('whole texts are compared, whatever the order of their words', () => {
  expect(alike(['油价', '下调'], ['汽油', '降价'])).toBeGreaterThan(0.6)
  expect(alike(['油价', '下调'], ['大熊猫', '出生'])).toBeLessThan(0.3)
  expect(alike(['油价', '下调'], ['下调', '油价'])).toBeCloseTo(1)
})

test('a vector has length 1, also of words that the table lacks: by their characters, and numbers alike', () => {
  expect(vectors.has('熊猫馆馆长')).toBe(false)
  const vector = vectors.vectorOf(['熊猫馆馆长'])
  expect(vector).toHaveLength(DIMENSIONS)
  expect(alike(['熊猫馆馆长'], ['熊猫馆馆长'])).toBeCloseTo(1)
  expect(alike(['熊猫馆馆长'], ['熊', '猫', '馆', '馆', '长'])).toBeCloseTo(1)
  expect(alike(['271828'], ['3,141,592'])).toBeCloseTo(1)
})

test('of nothing that is known there is no vector', () => {
  expect(vectors.vectorOf([])).toBeUndefined()
  expect(vectors.vectorOf(['，', '\u{10ffff}'])).toBeUndefined()
})

test('a word has a vector of its own if the table holds it; what stands for any number is no word', () => {
  expect(['楼市', '的', 'gdp', '熊猫馆馆长', '271828', '', '#'].filter((it) => vectors.has(it))).toEqual([
    '楼市',
    '的',
    'gdp',
  ])
})

test('the longest word that begins with a unit is known by its length, and 0 where none does', () => {
  const file = join(import.meta.dirname, '..', '..', 'src', 'language', 'word-vectors', 'words.txt')
  const words = readFileSync(file, 'utf8').split('\n')
  const longest = (first: string) =>
    Math.max(0, ...words.flatMap((it) => (it.startsWith(first) ? it.length : [])))
  const firsts = ['中', '国', '新', '长', '一', '台', '的', 'a', '\uffff']
  expect(firsts.map((it) => vectors.longestFrom(it.charCodeAt(0)))).toEqual(firsts.map(longest))
  expect(vectors.longestFrom('中'.charCodeAt(0))).toBeGreaterThan(2)
  expect(vectors.longestFrom(0xffff)).toBe(0)
})
