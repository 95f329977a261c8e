import { expect, test } from 'vitest'
import { loadPinyin } from '../../src/language/index.ts'

test.each([
  ['成', ['cheng']],
  ['女', ['nv', 'ru']],
  ['重', ['zhong', 'chong']],
  ['率', ['lv', 'shuai']],
  ['a', []],
  ['7', []],
  ['，', []],
  ['。', []],
  ['\u{2A700}', []],
])('%s is read %j', async (character, readings) => {
  const pinyin = await loadPinyin()
  expect(pinyin.readingsOf(character)).toEqual(readings)
  expect(pinyin.readingsOf(character), 'asked for again').toBe(pinyin.readingsOf(character))
})
