/**
 * Scores the reader against gold and times it: `npm run bench:reader -- [PAGES GOLD]…`. Each pair is a folder of page
 * texts and one of gold in the form of test/fixtures/gold; without arguments the seed pages are scored. Prints the
 * tables of docs/reader.md. `--sets DIR` prints one row for every set of the measuring data in a folder (`--every N` takes
 * every N-th page). With `--fit` it fits the weights of continuation candidates on the
 * pages instead, each source left out once.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readPage } from '../src/corpus/articles/read-page.ts'
import { readPages, readSets } from './reader/sets.ts'
import { printTable } from './reader/table.ts'
import { fitCandidates } from './reader-fit.ts'
import { type PageScore, scorePage, total } from './reader-score.ts'
import { timeReader } from './reader-speed.ts'

const { values, positionals: args } = parseArgs({
  options: { sets: { type: 'string' }, every: { type: 'string', default: '1' }, fit: { type: 'boolean' } },
  allowPositionals: true,
})
const pairs = args.length > 0 ? pairUp(args) : [['seeds', join('test', 'fixtures', 'gold')] as const]
if (values.fit || values.sets !== undefined) {
  const sets =
    values.sets === undefined
      ? pairs.map(([pages, gold]) => ({ name: pages, source: pages, pages: readPages(pages, gold) }))
      : readSets(values.sets, Number(values.every))
  if (values.fit) fitCandidates(sets)
  else printTable(sets)
  process.exit()
}
const texts: string[] = []

for (const [pages, gold] of pairs) {
  const scores = scoreFolder(pages, gold)
  console.log(`\n${scores.length} pages\n`)
  console.log('| figure | value |\n|---|---|')
  for (const [name, value] of Object.entries(total(scores))) console.log(`| ${name} | ${value.toFixed(4)} |`)
  console.log('\nworst pages')
  for (const { file, f1, missed } of worst(scores))
    console.log(`  ${file}: F1 ${f1.toFixed(2)}; missed: ${missed.join(' · ')}`)
}
const speed = timeReader(texts)
console.log(
  `\n${speed.megabytesPerSecond.toFixed(2)} MB/s after warm-up; a ten times longer page takes ${speed.growth.toFixed(1)} times as long`,
)

function pairUp(folders: readonly string[]): (readonly [string, string])[] {
  return folders.flatMap((pages, at) => (at % 2 === 0 ? [[pages, folders[at + 1] ?? ''] as const] : []))
}

function scoreFolder(pages: string, gold: string): PageScore[] {
  return readPages(pages, gold).map(({ file, text, gold: wanted }) => {
    texts.push(text)
    return scorePage(file, wanted, readPage({ file, text }).articles)
  })
}

function worst(scores: readonly PageScore[]): readonly PageScore[] {
  return scores
    .filter(({ f1 }) => f1 < 1)
    .toSorted((a, b) => a.f1 - b.f1)
    .slice(0, 5)
}
