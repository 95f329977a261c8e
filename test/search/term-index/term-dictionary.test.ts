import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TermDictionary } from '../../../src/search/term-index/term-dictionary.ts'

const anyTerm = fc.string({
  unit: fc.constantFrom('报', '童', '𠮷', '~', 'a', '5'),
  minLength: 1,
  maxLength: 5,
})

/** Gives each term the way a text does: as a stretch of something longer, with its mark apart. */
function intern(table: TermDictionary, term: string): number {
  const mark = term.startsWith('~') ? '~' : ''
  const source = `的${term.slice(mark.length)}了`
  return table.intern(mark, source, 1, source.length - 1)
}

test('terms are numbered in the order in which they came, each once, and found again', () => {
  fc.assert(
    fc.property(fc.array(anyTerm, { maxLength: 300 }), (terms) => {
      const table = new TermDictionary()
      const numbers = new Map<string, number>()
      for (const term of terms) {
        const expected = numbers.get(term) ?? numbers.size
        expect(table.find('', term)).toBe(numbers.get(term) ?? -1)
        expect(intern(table, term)).toBe(expected)
        numbers.set(term, expected)
      }
      expect(table.size).toBe(numbers.size)
      for (const [term, number] of numbers)
        expect([table.textOf(number), table.find('', term)]).toEqual([term, number])
    }),
  )
})

test('more terms than the table began with, and what is loaded from its columns', () => {
  const table = new TermDictionary()
  const terms = Array.from({ length: 5000 }, (_, i) => `${String.fromCharCode(0x4e00 + i)}${i % 7}`)
  for (const term of terms) intern(table, term)
  const loaded = new TermDictionary()
  loaded.load(table.columns())
  expect(terms.map((term) => loaded.find('', term))).toEqual([...terms.keys()])
  expect(intern(loaded, '新词')).toBe(5000)
  expect([table.find('', '新词'), loaded.find('', '新词')]).toEqual([-1, 5000])
})
