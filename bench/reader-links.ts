/**
 * Fits the trees that judge links (src/corpus/arrangement/link-trees-table.ts) and joins (join-trees-table.ts) on every set of the measuring data, and
 * judges them with each source left out: `node --import tsx bench/reader-links.ts FOLDER [--write]`. Prints for
 * each set the share of wrong links, article F1 and exact headlines, without trees and with trees that never saw
 * the source. The same pages always give the same trees.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { chanceByTrees, type Trees } from '../src/corpus/arrangement/link-trees.ts'
import type { ReaderTrees } from '../src/corpus/arrangement/reader-trees.ts'
import { linkLogOdds } from '../src/corpus/arrangement/second-opinion.ts'
import { readPage } from '../src/corpus/articles/read-page.ts'
import { NO_TREES, readLinks } from './reader/links.ts'
import { type PageSet, readSets } from './reader/sets.ts'
import { scorePage, total } from './reader-score.ts'

const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean' } },
  allowPositionals: true,
})
const [folder = ''] = positionals
const { sources, links, treesWithout } = readLinks(folder)
const sets = readSets(folder)
console.log('| set, its source left out | links | wrong before | wrong | article F1, headline before | now |')
console.log('|---|--:|--:|--:|--:|--:|')
for (const source of sources) {
  const trees = treesWithout(source)
  for (const set of sets.filter((it) => it.source === source)) printRow(set, trees)
}
if (values.write) {
  const { joins, links: ofLinks } = treesWithout()
  write('join', joins)
  write('link', ofLinks)
}

function write(kind: 'join' | 'link', trees: Trees): void {
  const table = Buffer.from(trees.buffer).toString('base64')
  writeFileSync(
    `src/corpus/arrangement/${kind}-trees-table.ts`,
    `/** Trees that judge ${kind}s, in base64; made by bench/reader-links.ts. */\nexport const ${kind.toUpperCase()}_TREES =\n  '${table}'\n`,
  )
}

function printRow(set: PageSet, trees: ReaderTrees): void {
  const own = links.get(set.name) ?? []
  const wrong = own.filter(({ is, wasChosen }) => is !== wasChosen).length
  const wrongNow = own.filter(
    ({ is, wasChosen, values: features }) =>
      is !== linkLogOdds(chanceByTrees(trees.links, features), wasChosen) > 0,
  ).length
  const share = (count: number) => (count / Math.max(1, own.length)).toFixed(3)
  const row = [own.length, share(wrong), share(wrongNow), figures(set, NO_TREES), figures(set, trees)]
  console.log(`| ${set.name} | ${row.join(' | ')} |`)
}

function figures({ pages }: PageSet, trees: ReaderTrees): string {
  const scores = pages.map(({ file, text, gold }) =>
    scorePage(file, gold, readPage({ file, text, trees }).articles),
  )
  const { 'article F1': f1, 'headline exact': headline } = total(scores)
  return `${f1.toFixed(3)} / ${headline.toFixed(3)}`
}
