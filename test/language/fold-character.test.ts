import { expect, test } from 'vitest'
import { foldCharacter } from '../../src/language/fold-character.ts'

// Beside normalise.test.ts: that asks a table, which is made of these once a process.
test.each([
  ['•', '·'],
  ['・', '·'],
  ['‧', '·'],
  ['\u3000', ' '],
  ['\t', ' '],
  ['\u00a0', ' '],
  ['\u200b', ''],
  ['\ufeff', ''],
  ['Ａ', 'a'],
  ['İ', 'i\u0307'],
  ['㎏', 'kg'],
  ['⽔', '水'],
  ['⻓', '长'],
  ['會', '会'],
  ['e\u0301', 'é'],
  ['…', '…'],
  ['，', ','],
  ['〇', '〇'],
  ['𠮷', '𠮷'],
])('%j folds to %j', (character, folded) => {
  expect(foldCharacter(character)).toBe(folded)
  expect(foldCharacter(folded)).toBe(folded)
})
