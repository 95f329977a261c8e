import { expect, test } from 'vitest'
import { literalOf } from '../../../src/search/query/literal.ts'
import type { TermClause } from '../../../src/search/ranking/query-plan.ts'
import { createTextChecks } from '../../../src/search/ranking/text-checks.ts'
import { DocumentSet } from '../../../src/search/term-index/document-set.ts'
import { buildArticle } from '../../support/build-article.ts'
import { archiveOf } from '../../support/seed-articles.ts'

const articles = Array.from({ length: 130 }, (_, n) =>
  buildArticle({ headline: `第${n}期`, paragraphs: [n % 2 === 0 ? '长江水位平稳。' : '博物馆开放。'] }),
)

/** Checks over these articles by their numbers, and how many were read so far. */
function open(given = articles) {
  const archive = archiveOf(given)
  let read = 0
  const checks = createTextChecks(
    { idOf: (document) => articles[document]?.id, capacity: articles.length },
    {
      getMany: (ids) => {
        read += ids.length
        return archive.getMany(ids)
      },
    },
  )
  const ask = async (text: string, documents: readonly number[], field?: TermClause['field']) => {
    const doubt = { clause: clauseOf(text, field), documents: setOf(documents) }
    const [held] = await checks.settle([doubt])
    return Array.from(held?.toArray() ?? [])
  }
  return { checks, ask, read: () => read }
}
function clauseOf(text: string, field?: TermClause['field']): TermClause {
  const literal = literalOf(text)
  if (!literal) throw new Error('nothing to look for')
  return { text, literal, others: [], field, isWord: false, isExact: true, dates: undefined }
}
function setOf(documents: readonly number[]): DocumentSet {
  const set = new DocumentSet(articles.length)
  for (const it of documents) set.add(it)
  return set
}
const all = articles.map((_article, n) => n)
const even = all.filter((n) => n % 2 === 0)

test('of documents in doubt those hold a clause whose text does, and no text is read twice for it', async () => {
  const { ask, read } = open()
  expect(await ask('水位', [0, 1, 2])).toEqual([0, 2])
  expect(read()).toBe(3)
  expect(await ask('水位', all)).toEqual(even)
  expect(read()).toBe(130)
  expect(await ask('水位', [1, 3])).toEqual([])
  expect(read()).toBe(130)
  // Another field is another question.
  expect(await ask('水位', [0], 'title')).toEqual([])
  expect(read()).toBe(131)
})

test('doubts of one query read each text once', async () => {
  const { checks, read } = open()
  const held = await checks.settle([
    { clause: clauseOf('水位'), documents: setOf([0, 1, 2]) },
    { clause: clauseOf('博物馆'), documents: setOf([1, 2, 3]) },
  ])
  expect(held.map((it) => Array.from(it.toArray()))).toEqual([
    [0, 2],
    [1, 3],
  ])
  expect(read()).toBe(4)
})

test('what is gone from the archive is no hit, and is looked for again', async () => {
  const { ask, read } = open(articles.slice(1))
  expect(await ask('水位', [0, 2])).toEqual([2])
  expect(await ask('水位', [0, 2])).toEqual([2])
  expect(read()).toBe(3)
})

test('a hundred clauses are remembered, those asked for last', async () => {
  const { ask, read } = open()
  const clause = (n: number) => `词语${n}`
  for (let n = 0; n < 100; n++) await ask(clause(n), [0])
  expect(read()).toBe(100)
  await ask(clause(0), [0])
  expect(read()).toBe(100)
  await ask(clause(100), [0]) // The second is forgotten for it: the first was asked for since.
  await ask(clause(0), [0])
  expect(read()).toBe(101)
  await ask(clause(1), [0])
  expect(read()).toBe(102)
})
