import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ByteWriter } from '../../src/search/byte-writer.ts'
import { blocksOf, eachPosting, type Postings, packBlock } from '../../src/search/packed-postings.ts'

const anyPostings = fc.uniqueArray(fc.nat({ max: 1_000_000 }), { maxLength: 40 }).chain((documents) =>
  fc
    .array(fc.integer({ min: 1, max: 100_000 }), {
      minLength: documents.length,
      maxLength: documents.length,
    })
    .map(
      (frequencies): Postings =>
        new Map(documents.toSorted((a, b) => a - b).map((it, i) => [it, frequencies[i] ?? 1])),
    ),
)

function unpack(writer: ByteWriter) {
  const fields = new Map<number, Postings>()
  for (const block of blocksOf(writer.bytes, 0, writer.length)) {
    const postings: Postings = new Map()
    eachPosting(writer.bytes, block, (document, frequency) => postings.set(document, frequency))
    expect(block.count).toBe(postings.size)
    fields.set(block.field, postings)
  }
  return fields
}

test('postings come out as they went in, field by field', () => {
  fc.assert(
    fc.property(fc.array(anyPostings, { maxLength: 4 }), (fields) => {
      const writer = new ByteWriter(0)
      for (const [field, postings] of fields.entries()) packBlock(field, undefined, postings, writer)
      const expected = fields.flatMap((it, field) => (it.size > 0 ? [[field, it] as const] : []))
      expect(unpack(writer)).toEqual(new Map(expected))
    }),
  )
})

test('later documents are packed behind the earlier ones', () => {
  fc.assert(
    fc.property(anyPostings, fc.nat({ max: 40 }), (postings, cut) => {
      const entries = [...postings]
      const earlier = new ByteWriter(0)
      packBlock(2, undefined, new Map(entries.slice(0, cut)), earlier)
      const [block] = blocksOf(earlier.bytes, 0, earlier.length)
      const all = new ByteWriter(0)
      packBlock(2, block && { bytes: earlier.bytes, block }, new Map(entries.slice(cut)), all)
      expect(unpack(all).get(2) ?? new Map()).toEqual(postings)
    }),
  )
})
