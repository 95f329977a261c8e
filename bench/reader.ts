/**
 * Scores the reader against gold and times it: `npm run bench:reader -- [PAGES GOLD]…`. Each pair is a folder of page
 * texts and one of gold in the form of test/fixtures/gold; without arguments the seed pages are scored. Prints the
 * tables of docs/reader.md. With `--fit` it fits the weights of continuation candidates on the folders instead.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPage } from '../src/corpus/articles/read-page.ts'
import { fitCandidates } from './reader-fit.ts'
import { type PageScore, parseGold, scorePage, total } from './reader-score.ts'
import { timeReader } from './reader-speed.ts'

const args = process.argv.slice(2).filter((arg) => arg !== '--fit')
const pairs = args.length > 0 ? pairUp(args) : [['seeds', join('test', 'fixtures', 'gold')] as const]
if (process.argv.includes('--fit')) {
  fitCandidates(pairs)
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
  return readdirSync(gold)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => {
      const file = name.replace(/\.json$/, '')
      const text = readFileSync(join(pages, file), 'utf8')
      texts.push(text)
      return scorePage(
        file,
        parseGold(readFileSync(join(gold, name), 'utf8'), text),
        readPage({ file, text }).articles,
      )
    })
}

function worst(scores: readonly PageScore[]): readonly PageScore[] {
  return scores
    .filter(({ f1 }) => f1 < 1)
    .toSorted((a, b) => a.f1 - b.f1)
    .slice(0, 5)
}
