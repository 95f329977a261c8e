import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DocumentSet } from '../../../src/search/term-index/document-set.ts'

const CAPACITY = 100
const anyDocuments = fc.uniqueArray(fc.nat({ max: CAPACITY - 1 }))

const setOf = (documents: readonly number[]) => {
  const set = new DocumentSet(CAPACITY)
  set.addAll(Uint32Array.from([...documents, 7]), documents.length)
  return set
}
const ascending = (documents: Iterable<number>) => [...documents].toSorted((a, b) => a - b)

test('a set holds what was added to it, counts it and gives it in order', () => {
  fc.assert(
    fc.property(anyDocuments, fc.nat({ max: CAPACITY - 1 }), (documents, other) => {
      const set = setOf(documents)
      expect([...set.toArray()]).toEqual(ascending(documents))
      expect([set.size, set.isEmpty]).toEqual([documents.length, documents.length === 0])
      expect(set.has(other)).toBe(documents.includes(other))
      set.add(other)
      expect([...set.toArray()]).toEqual(ascending(new Set([...documents, other])))
      set.delete(other)
      expect([...set.toArray()]).toEqual(ascending(documents.filter((it) => it !== other)))
    }),
  )
})

test('sets are joined, met and subtracted', () => {
  fc.assert(
    fc.property(anyDocuments, anyDocuments, (some, others) => {
      const after = (change: (set: DocumentSet) => void) => {
        const set = setOf(some)
        change(set)
        return [...set.toArray()]
      }
      expect(after((it) => it.join(setOf(others)))).toEqual(ascending(new Set([...some, ...others])))
      expect(after((it) => it.meet(setOf(others)))).toEqual(
        ascending(some.filter((it) => others.includes(it))),
      )
      expect(after((it) => it.subtract(setOf(others)))).toEqual(
        ascending(some.filter((it) => !others.includes(it))),
      )
    }),
  )
})

test('a set that has grown keeps what it held, and a smaller one holds nothing beyond its room', () => {
  const set = setOf([3, 64])
  set.reserve(1000)
  set.add(999)
  expect([...set.toArray()]).toEqual([3, 64, 999])
  set.meet(new DocumentSet(0))
  expect(set.isEmpty).toBe(true)
})

test('bits of bytes are documents, from the lowest bit of the first byte on', () => {
  const set = setOf([1])
  set.addBits(Uint8Array.of(9, 0b101, 0, 0, 0x80, 0, 1, 0, 0, 9), 1, 9)
  expect([...set.toArray()]).toEqual([0, 1, 2, 31, 40])
})
