import { describe, expect, test } from 'vitest'
import { DIMENSIONS } from '../../../src/language/index.ts'
import { DocumentSet } from '../../../src/search/term-index/document-set.ts'
import { createDocumentValues } from '../../../src/search/term-index/document-values.ts'
import { FIELDS } from '../../../src/search/term-index/fields.ts'
import { createHeadlineVectors } from '../../../src/search/term-index/headline-vectors.ts'
import { createHeadlines } from '../../../src/search/term-index/headlines.ts'
import { InvertedIndex } from '../../../src/search/term-index/inverted-index.ts'
import { SortedTerms } from '../../../src/search/term-index/sorted-terms.ts'
import { TermDictionary } from '../../../src/search/term-index/term-dictionary.ts'
import { createTermIndex, TermIndex } from '../../../src/search/term-index/term-index.ts'
import { buildArticle } from '../../support/build-article.ts'
import { tokeniser } from '../../support/tokeniser.ts'

// What is made once and kept: it follows what comes and goes afterwards.

test('a headline that was offered once is offered no more when its article is gone', () => {
  const headlines = createHeadlines((document) => 20240608 - document)
  for (const [document, headline] of ['新桥合龙', '新桥通车'].entries()) headlines.set(document, headline)
  const offered = () => headlines.holding(['新桥'], 9).map(({ printed }) => printed)
  expect(offered()).toEqual(['新桥合龙', '新桥通车'])
  headlines.remove(0)
  expect(offered()).toEqual(['新桥通车'])
})

test('with a headline its meaning goes, and that of no other one', () => {
  const vectors = createHeadlineVectors()
  const along = (axis: number) => Float32Array.from({ length: DIMENSIONS }, (_, i) => Number(i === axis))
  for (const document of [0, 1, 2]) vectors.set(document, along(document))
  vectors.remove(1)
  const wanted = { limit: 9, least: 0.5, passes: () => true }
  expect(
    [0, 1, 2].map((axis) => vectors.nearest(along(axis), wanted).map(({ document }) => document)),
  ).toEqual([[0], [], [2]])
})

test('terms that come after the first search for a prefix are found by the next one', () => {
  const dictionary = new TermDictionary()
  const sorted = new SortedTerms(dictionary)
  const add = (term: string) => dictionary.intern('', term, 0, term.length)
  add('报纸')
  expect([...sorted.withPrefix('报')]).toEqual(['报纸'])
  add('报童')
  expect([...sorted.withPrefix('报')].toSorted()).toEqual(['报童', '报纸'].toSorted())
  expect([...sorted.within('报社', 1)].map(([term]) => term).toSorted()).toEqual(['报童', '报纸'].toSorted())
})

test('how many hold a term is counted over what is packed and what came lately', async () => {
  const index = new InvertedIndex(4)
  for (const document of [0, 1, 2]) index.addPosting('报童', document, document % 2, 1)
  await index.merge(undefined)
  expect(index.documentFrequency('报童')).toBe(3)
  index.addPosting('报童', 3, 0, 2)
  expect(index.documentFrequency('报童')).toBe(4)
})

/** Tells how much of it is packed. */
class WatchedIndex extends TermIndex {
  packedBytes = () => this.inverted.columns().postings.length
}

describe('an index of articles', () => {
  const text = (n: number) => ({ id: `a${n}`, headline: '', deck: '', byline: '', body: `报童第${n}号` })

  test('does not find one article that was removed, before anything was written anew', () => {
    const index = createTermIndex(tokeniser)
    for (const n of [1, 2]) index.add({ ...text(n) })
    index.discard('a1')
    const found = new DocumentSet(index.capacity)
    index.addMatching('报童', { body: 1 }, found)
    expect([...found.toArray()].map((it) => index.idOf(it))).toEqual(['a2'])
  })

  test.each([
    [3, true],
    [4, false],
  ])('of ten, those that came lately are merged from %i on: %s', async (most, isMerged) => {
    const index = new WatchedIndex({
      fields: [...FIELDS],
      eachTerm: (it, emit) => tokeniser.eachTerm(it, emit),
      autoVacuum: false,
    })
    for (let n = 0; n < 7; n++) index.add({ ...text(n) })
    const never = { share: 1, least: 1_000, most: 1_000 }
    await index.compact({ merge: { share: 0, least: 1, most: 1 }, vacuum: never })
    for (let n = 7; n < 10; n++) index.add({ ...text(n) })
    const before = index.packedBytes()
    // However large the share of all may be.
    await index.compact({ merge: { share: 1, least: 1, most }, vacuum: never })
    expect(index.packedBytes() > before).toBe(isMerged)
  })
})

test('what has no date lies in no span of days, wherever the span begins', () => {
  const values = createDocumentValues()
  for (const [document, issueDate] of ['2024-06-08', undefined, '2023-01-01'].entries())
    values.set(document, buildArticle({ headline: '报', ...(issueDate !== undefined && { issueDate }) }))
  const passing = (span: { from?: string; to?: string }) => [0, 1, 2].filter(values.matcher(span))
  expect(passing({ to: '2024-12-31' })).toEqual([0, 2])
  expect(passing({ from: '2024-01-01' })).toEqual([0])
  expect(passing({})).toEqual([0, 1, 2])
})
