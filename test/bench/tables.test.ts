import { expect, test } from 'vitest'
import { createBench, mediansOf } from '../../bench/performance/bench.ts'
import { figure, putBetween, ratio } from '../../bench/performance/tables/markdown.ts'
import type { Task } from '../../bench/performance/task.ts'

test.each([
  [1234.5, '1,235'],
  [99.96, '100'],
  [0.04567, '0.046'],
  [2.5042, '2.5'],
  [0, '0'],
  [undefined, '–'],
  [Number.NaN, '–'],
])('the figure %d is printed as %s', (value, expected) => {
  expect(figure(value)).toBe(expected)
})

test('a ratio compares with what there is', () => {
  expect(ratio(1, 4)).toBe('×0.25')
  expect(ratio(1, undefined)).toBe('–')
})

test('a table takes the place of the older one, and the prose stays', () => {
  const document = 'before\n<!-- load -->\nold\n<!-- /load -->\nafter'
  expect(putBetween(document, 'load', 'new')).toBe('before\n<!-- load -->\nnew\n<!-- /load -->\nafter')
  expect(() => putBetween(document, 'query', 'new')).toThrow(RangeError)
})

test('medians are of each figure by itself, over the runs that have it', () => {
  expect(mediansOf([{ a: 1, b: 5 }, { a: 9 }, { a: 2 }])).toEqual({ a: 2, b: 5 })
})

test('a measurement that fails leaves a gap, and the others are made', async () => {
  const measure = async ({ engine }: Task) => {
    if (engine === 'orama') throw new Error('out of memory')
    return { ms: 5 }
  }
  const corpus = { corpus: '', queries: '', folder: '' }
  const setting = { sizes: [1000], engines: [], runs: 1, news: '', corpusOf: () => corpus }
  const said: string[] = []
  const bench = createBench(setting, measure, (text) => said.push(text))
  const wanted = (['orama', 'flexsearch'] as const).map(
    (engine) => ({ measure: 'build', engine, articles: 1000 }) as const,
  )
  expect(await bench.medians(wanted)).toEqual([{}, { ms: 5 }])
  expect(said[0]).toContain('build orama 1000, run 1 failed: Error: out of memory')
})

test('what two tables ask for is measured once, after the engine was built', async () => {
  const done: string[] = []
  const measure = async ({ measure, engine }: Task) => {
    done.push(`${measure} ${engine}`)
    return { ms: done.length }
  }
  const corpus = { corpus: '', queries: '', folder: '' }
  const setting = { sizes: [1000], engines: [], runs: 2, news: '', corpusOf: () => corpus }
  const bench = createBench(setting, measure, () => {})
  const wanted = (['orama', 'flexsearch'] as const).map(
    (engine) => ({ measure: 'load', engine, articles: 1000 }) as const,
  )
  const first = await bench.medians(wanted)
  expect(await bench.medians(wanted)).toEqual(first)
  expect(done).toEqual([
    'build orama',
    'load orama',
    'build flexsearch',
    'load flexsearch',
    'load orama',
    'load flexsearch',
  ])
})
