import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Assembly, assemble } from '../../../src/corpus/arrangement/assemble.ts'
import { emptyDraft } from '../../../src/corpus/arrangement/draft.ts'
import { readDraft } from '../../../src/corpus/articles/article-text.ts'
import type { ReadArticle } from '../../../src/corpus/articles/read-drafts.ts'
import { better, type Reading } from '../../../src/corpus/articles/readings.ts'
import { toBlocks } from '../../../src/corpus/layout/block.ts'
import { toGroups } from '../../../src/corpus/layout/group.ts'
import { toLines } from '../../../src/corpus/layout/line.ts'

const LINES = toLines(
  ['第一行说春茶上市。', '第二行说新桥合龙。', '第三行说种子涨价。', '第四行说学校开学。'].join('\n'),
)

/** An article of some of the lines, that is as sure as told. */
function article(places: readonly number[], borders: number, lines = LINES): ReadArticle {
  const draft = { ...emptyDraft(), body: [{ lines: places.flatMap((at) => lines[at] ?? []) }] }
  return { draft, text: { ...readDraft(draft), confidence: { borders, headline: 1 } } }
}

const reading = (...articles: readonly ReadArticle[]): Reading => ({ articles, leftovers: [] })

const cutsOf = ({ articles }: Reading) =>
  articles.map(({ draft }) => draft.body.flatMap(({ lines }) => lines.map(({ number }) => number)))

test('where two readings disagree the likelier cut is kept, and elsewhere the first', () => {
  const first = reading(article([0, 1], 0.2), article([2], 0.8), article([3], 0.9))
  const second = reading(article([0], 0.9), article([1], 0.9), article([2, 3], 0.9))
  expect(cutsOf(better(first, second))).toEqual([[1], [2], [3], [4]])
})

test('a reading that is likelier by little changes nothing', () => {
  const first = reading(article([0], 0.6), article([1], 0.6))
  expect(better(first, reading(article([0], 0.7), article([1], 0.7)))).toBe(first)
})

test('a reading that only joins what is doubtful is no better', () => {
  const first = reading(article([0], 0.05), article([1], 0.05), article([2, 3], 0.05))
  expect(better(first, reading(article([0, 1, 2, 3], 0.3)))).toBe(first)
})

test('what is doubtful either way stays as it looked at first', () => {
  const first = reading(article([0], 0.01), article([1], 0.01))
  expect(better(first, reading(article([0, 1], 0.4)))).toBe(first)
})

test('no line is lost or doubled where a reading leaves over what another holds', () => {
  const [, , third] = LINES
  const stray = { kind: 'display', lines: third ? [third] : [], width: 9, evidence: 'shape' } as const
  const first = { articles: [article([0, 1], 0.1), article([3], 0.5)], leftovers: [stray] }
  const kept = better(first, reading(article([0], 0.9), article([1, 2], 0.9), article([3], 0.5)))
  expect(cutsOf(kept)).toEqual([[1], [2, 3], [4]])
  expect(kept.leftovers).toEqual([])
  expect(better(first, { articles: [article([0, 1], 0.2), article([3, 2], 0.4)], leftovers: [] })).toBe(first)
})

test('no article goes on in what stands behind its jump marker', () => {
  const lines = toLines('春茶上市，茶农采茶。（下转第二版）\n新桥昨日合龙。')
  const first = reading(article([0], 0.1, lines), article([1], 0.1, lines))
  expect(better(first, reading(article([0, 1], 0.9, lines)))).toBe(first)
})

test('what is arranged with another bias once more is the same as if nothing were known of it', () => {
  const text = readFileSync(join('seeds', '003_24b738bb86c80736.txt'), 'utf8').replace(/\n\s*\n/gu, '\n')
  const blocks = toBlocks(toGroups(toLines(text)))
  const known = assemble(blocks)
  const bias = { text: 0, links: -1.2 }
  const draftsOf = ({ drafts, leftovers }: Assembly) => ({ drafts, leftovers })
  const again = assemble(blocks, undefined, bias, known)
  expect(again.parts).toBe(known.parts)
  expect(draftsOf(again)).toEqual(draftsOf(assemble(blocks, undefined, bias)))
  expect(draftsOf(again)).not.toEqual(draftsOf(known))
})
