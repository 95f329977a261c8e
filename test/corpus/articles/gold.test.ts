import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseGold, scorePage, total } from '../../../bench/reader-score.ts'
import { readPage } from '../../../src/corpus/articles/read-page.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const gold = join(root, 'test', 'fixtures', 'gold')

test('the seed pages are read as well as docs/reader.md promises', () => {
  const scores = readdirSync(gold).map((name) => {
    const file = name.replace(/\.json$/, '')
    const text = readFileSync(join(root, 'seeds', file), 'utf8')
    return scorePage(
      file,
      parseGold(readFileSync(join(gold, name), 'utf8'), text),
      readPage({ file, text }).articles,
    )
  })
  const figures = total(scores)
  expect(figures['article F1']).toBeGreaterThanOrEqual(0.85)
  expect(figures['headline exact']).toBeGreaterThanOrEqual(0.8)
  expect(figures.byline).toBeGreaterThanOrEqual(0.85)
  expect(figures['paragraph F1']).toBeGreaterThanOrEqual(0.95)
})
