import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPage } from '../../../src/corpus/articles/read-page.ts'
import { joinContinuations } from '../../../src/corpus/index.ts'
import { certaintyOf, isDoubtful } from '../../../src/domain/index.ts'

const seeds = join(import.meta.dirname, '..', '..', '..', 'seeds')
const texts = readdirSync(seeds).map((file) => readFileSync(join(seeds, file), 'utf8'))
const sure = (text: string) => readPage({ file: 'a.txt', text }).articles.map(certaintyOf)
const mean = (values: readonly number[]) => values.reduce((sum, it) => sum + it, 0) / values.length

test.each([...texts.entries()])('of page %i each article says how sure it is', (_at, text) => {
  for (const article of readPage({ file: 'a.txt', text }).articles)
    for (const chance of Object.values(article.confidence ?? { none: -1 })) {
      expect(chance).toBeGreaterThanOrEqual(0)
      expect(chance).toBeLessThanOrEqual(1)
    }
})

test('a page whose blank lines are gone is read with less confidence', () => {
  const asPrinted = texts.flatMap(sure)
  const without = texts.flatMap((text) => sure(text.replace(/\n(?:\s*\n)+/gu, '\n')))
  expect(mean(without)).toBeLessThan(mean(asPrinted) - 0.1)
})

test('a page whose lines stand in another order says that it is mostly guesswork', () => {
  const lines = (texts[0] ?? '').split('\n')
  // A fixed order that has nothing to do with the text: every 17th line, then the next ones.
  const mixed = Array.from({ length: 17 }, (_, from) => lines.filter((_line, at) => at % 17 === from)).flat()
  const page = readPage({ file: 'a.txt', text: mixed.join('\n') })
  expect(page.articles.filter(isDoubtful).length).toBeGreaterThan(page.articles.length / 2)
  expect(page.warnings.join()).toMatch(/mostly guesswork: \d+ of \d+ articles/u)
})

test('an article joined of two parts is as sure as the less sure part', () => {
  const [first] = readPage({ file: 'a.txt', text: texts[1] ?? '' }).articles
  if (!first) throw new Error('the page has articles')
  const whole = { ...first, page: '01', confidence: { borders: 0.9, headline: 0.5 } }
  const rest = { ...whole, page: '02', continuedFrom: '01', confidence: { borders: 0.6, headline: 0.8 } }
  const pages = [whole, rest].map((it) => ({
    file: `${it.page}.txt`,
    page: it.page,
    articles: [it],
    leftovers: [],
    warnings: [],
  }))
  expect(joinContinuations(pages).flatMap((it) => it.articles)[0]?.confidence).toEqual({
    borders: 0.6,
    headline: 0.5,
  })
})

test('articles that their source has cut already are certain', () => {
  expect(certaintyOf({})).toBe(1)
})
