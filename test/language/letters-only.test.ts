import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasLetters, lettersOnly } from '../../src/language/index.ts'

test.each([
  ['“奋斗”的青春', '奋斗的青春', true],
  ['奋斗的青春！', '奋斗的青春', true],
  ['奋斗的青春期', '奋斗的青春', false],
  ['奋斗的青', '奋斗的青春', false],
  ['《》', '', true],
  ['𠮷，野', '𠮷野', true],
])('%s has the letters %s: %s', (text, letters, expected) => {
  expect(hasLetters(text, letters)).toBe(expected)
})

test('says the same as a comparison of the letters', () => {
  const text = fc.string({ unit: fc.constantFrom('成', '都', '，', ' ', '𠮷', 'a', '1', '\u0301') })
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(hasLetters(one, lettersOnly(one))).toBe(true)
      expect(hasLetters(one, lettersOnly(other))).toBe(lettersOnly(one) === lettersOnly(other))
    }),
  )
})
