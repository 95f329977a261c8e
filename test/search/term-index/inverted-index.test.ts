import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BlockReader } from '../../../src/search/term-index/block-reader.ts'
import { BlockWriter } from '../../../src/search/term-index/block-writer.ts'
import { DocumentSet } from '../../../src/search/term-index/document-set.ts'
import { FIELDS } from '../../../src/search/term-index/fields.ts'
import { InvertedIndex } from '../../../src/search/term-index/inverted-index.ts'
import { PostingList } from '../../../src/search/term-index/posting-list.ts'

/** Among a million documents they are packed as distances, among a hundred many are bits. */
const anyPostings = fc
  .constantFrom(100, 1_000_000)
  .chain((documents) =>
    fc.uniqueArray(
      fc.tuple(
        fc.nat({ max: documents }),
        fc.oneof(fc.constant(1), fc.nat({ max: 20 }), fc.nat({ max: 100_000 })),
      ),
      { maxLength: 200, selector: ([document]) => document },
    ),
  )
  .map((postings) => postings.filter(([, frequency]) => frequency > 0).toSorted(([a], [b]) => a - b))

const listOf = (postings: readonly (readonly [number, number])[]) => {
  const list = new PostingList()
  list.reserve(postings.length)
  for (const [i, [document, frequency]] of postings.entries()) {
    list.documents[i] = document
    list.frequencies[i] = frequency
  }
  list.count = postings.length
  return list
}
const pairsOf = ({ documents, frequencies, count }: PostingList) =>
  Array.from({ length: count }, (_, i): [number, number] => [documents[i] ?? -1, frequencies[i] ?? -1])

/** What stands in the blocks between `from` and `to`, field by field. */
function unpacked(writer: BlockWriter, from: number, wanted?: DocumentSet) {
  const blocks = new BlockReader()
  blocks.open(writer.bytes, from, writer.length)
  const read: [number, [number, number][]][] = []
  while (blocks.next()) {
    const list = new PostingList()
    const documents = new DocumentSet(blocks.last + 1)
    blocks.addTo(documents, list)
    blocks.unpack(list, wanted)
    read.push([blocks.field, pairsOf(list)])
    expect(documents.size).toBe(blocks.count)
    if (wanted) documents.meet(wanted)
    expect([...documents.toArray()]).toEqual(pairsOf(list).map(([document]) => document))
  }
  return read
}

test('packed postings come out as they went in, field by field', () => {
  fc.assert(
    fc.property(fc.array(anyPostings, { maxLength: 4 }), (fields) => {
      const writer = new BlockWriter(0)
      for (const [field, postings] of fields.entries()) writer.block(field, listOf(postings))
      expect(unpacked(writer, 0)).toEqual([...fields.entries()].filter(([, postings]) => postings.length > 0))
    }),
  )
})

test('of packed postings only those are unpacked whose documents are wanted', () => {
  fc.assert(
    fc.property(anyPostings, fc.array(fc.boolean(), { minLength: 1 }), (postings, picks) => {
      const picked = postings.filter((_, i) => picks[i % picks.length])
      const writer = new BlockWriter(0)
      writer.block(2, listOf(postings))
      const wanted = new DocumentSet(1_000_001)
      for (const [document] of picked) wanted.add(document)
      expect(unpacked(writer, 0, wanted)).toEqual(postings.length > 0 ? [[2, picked]] : [])
    }),
  )
})

test('a block that goes on from another one holds the postings of both', () => {
  fc.assert(
    fc.property(anyPostings, fc.nat({ max: 200 }), (postings, many) => {
      const writer = new BlockWriter(0)
      writer.block(1, listOf(postings.slice(0, many)))
      const before = new BlockReader()
      before.open(writer.bytes, 0, writer.length)
      const isThere = before.next()
      const from = writer.length
      const more = listOf(postings.slice(many))
      writer.block(1, more, isThere ? before : undefined)
      expect(unpacked(writer, from)).toEqual(more.count > 0 ? [[1, postings]] : [])
    }),
  )
})

/** What happens to an index: a document with the terms of its fields, one removed, or a merge. */
const anyEvent = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(fc.array(fc.constantFrom('报', '童', '报童', '~报', '长江'), { maxLength: 4 }), {
      maxLength: 4,
    }),
  },
  { weight: 2, arbitrary: fc.nat({ max: 20 }) },
  { weight: 2, arbitrary: fc.constant('merge' as const) },
)

test('whatever was added, removed and merged, each term has the documents that hold it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyEvent, { maxLength: 30 }), async (events) => {
      const postings = new InvertedIndex(FIELDS.length)
      const live = new DocumentSet(64)
      const model: (readonly (readonly string[])[] | undefined)[] = []
      for (const event of events) {
        if (event === 'merge') await postings.merge(live.size < model.length ? live : undefined)
        else if (typeof event === 'number') {
          live.delete(event)
          if (event < model.length) model[event] = undefined
        } else {
          for (const [field, terms] of event.entries()) {
            const { emit, count } = postings.fieldWriter(model.length, field)
            for (const term of terms) emit('', term, 0, term.length)
            expect(count()).toBe(new Set(terms).size)
          }
          live.add(model.length)
          model.push(event)
        }
      }
      for (const term of ['报', '童', '报童', '~报', '长江', '无'])
        for (const unwanted of [-1, 1]) {
          const read = new Map<number, [number, number][]>()
          const fields = FIELDS.map((_, field) => (field === unwanted ? 0 : 1))
          postings.read(term, fields, live, live, (field, list) => read.set(field, pairsOf(list)))
          const expected = new Map<number, [number, number][]>()
          for (const field of FIELDS.keys()) {
            const matching = model.flatMap((it, document): [number, number][] => {
              const frequency = it?.[field]?.filter((other) => other === term).length ?? 0
              return frequency > 0 ? [[document, frequency]] : []
            })
            if (matching.length > 0 && field !== unwanted) expected.set(field, matching)
          }
          expect(read).toEqual(expected)
        }
    }),
  )
})

test('each of many terms is counted once, however often it comes', () => {
  const postings = new InvertedIndex(FIELDS.length)
  for (let document = 0; document < 3; document++) {
    const { emit, count } = postings.fieldWriter(document, 0)
    for (let times = 0; times < 3; times++)
      for (let term = 0; term < 2000; term++) emit('', `${term}词`, 0, `${term}词`.length)
    expect(count()).toBe(2000)
  }
})
