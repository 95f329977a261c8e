import { readPage } from '../../src/corpus/articles/read-page.ts'
import { type PageScore, scorePage, total } from '../reader-score.ts'
import { leaksOf } from './leaks.ts'
import type { PageSet } from './sets.ts'

/** Prints one row of figures a set, and the processor time that a page took. */
export function printTable(sets: readonly PageSet[]): void {
  console.log(
    '| set | pages | article F1 | headline exact | byline | paragraph F1 | contamination | lost | ms a page |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|',
  )
  for (const { name, pages } of sets) {
    const scores: PageScore[] = []
    const leaks = { foreign: 0, found: 0, lost: 0, wanted: 0 }
    let spent = 0
    for (const { file, text, gold } of pages) {
      const start = process.cpuUsage()
      const { articles } = readPage({ file, text })
      const { user, system } = process.cpuUsage(start)
      spent += user + system
      scores.push(scorePage(file, gold, articles))
      const own = leaksOf(gold, articles)
      for (const key of ['foreign', 'found', 'lost', 'wanted'] as const) leaks[key] += own[key]
    }
    const figures = [
      ...Object.values(total(scores)).map((value) => value.toFixed(3)),
      (leaks.foreign / Math.max(1, leaks.found)).toFixed(3),
      (leaks.lost / Math.max(1, leaks.wanted)).toFixed(4),
      (spent / 1000 / Math.max(1, pages.length)).toFixed(1),
    ]
    console.log(`| ${name} | ${pages.length} | ${figures.join(' | ')} |`)
  }
}
