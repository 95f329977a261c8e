import fc from 'fast-check'
import SearchableMap from 'minisearch/SearchableMap'
import { expect, test } from 'vitest'
import { SortedTerms } from '../../../src/search/term-index/sorted-terms.ts'
import { TermDictionary } from '../../../src/search/term-index/term-dictionary.ts'
import { runs } from '../../support/runs.ts'

const anyTerm = fc.string({ unit: fc.constantFrom('报', '童', '纸', '𠮷', 'a'), minLength: 1, maxLength: 6 })

test('prefixes and near terms are those that the map of MiniSearch finds', () => {
  fc.assert(
    fc.property(
      fc.array(anyTerm, { maxLength: 80 }),
      anyTerm,
      fc.integer({ min: 0, max: 4 }),
      (terms, asked, distance) => {
        const dictionary = new TermDictionary()
        const map = new SearchableMap<number>()
        for (const term of terms) {
          dictionary.intern('', term, 0, term.length)
          map.set(term, 1)
        }
        const sorted = new SortedTerms(dictionary)
        expect([...sorted.withPrefix(asked)].toReversed()).toEqual([...map.atPrefix(asked).keys()].toSorted())
        const near = Array.from(map.fuzzyGet(asked, distance), ([term, [, far]]) => [term, far])
        expect([...sorted.within(asked, distance)]).toEqual(
          near.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
        )
      },
    ),
    runs(1000),
  )
})
