import { existsSync } from 'node:fs'
import { rankByProminence } from '../src/digest/index.ts'
import { MEASURES } from '../src/digest/prominence-signs.ts'
import { agreement, composed, isFitted, type Rank, readDays } from './digest-agreement.ts'
import { fitProminence } from './digest-fit.ts'

const folder = process.argv.slice(2).find((arg) => !arg.startsWith('--')) ?? process.env['BENCH_DATA']
if (folder === undefined || !existsSync(folder)) {
  console.error(`npm run bench:digest -- FOLDER [--fit] (or BENCH_DATA=FOLDER)

--fit writes src/digest/prominence-terms.ts anew.

FOLDER holds, one JSON object a line:
  articles-2022-2024.jsonl.gz  {id, date, headline, body, paper}
  digest-2022-2024.jsonl.gz    {date, ids}: the day's items in the order that its editors gave them`)
  process.exit(2)
}

const days = readDays(folder)

if (process.argv.includes('--fit')) {
  await fitProminence(days.filter(isFitted))
  process.exit()
}

const cells = (shares: readonly number[]) => shares.map((it) => it.toFixed(3)).join(' | ')
const NOTHING = { page: 0, position: 0, text: 0, continued: 0 }
const TEXT = { ...NOTHING, text: 1 }
const byMeasure =
  (name: (typeof MEASURES)[number]): Rank =>
  (articles) =>
    rankByProminence(articles, TEXT, ({ measures }) => measures[MEASURES.indexOf(name)] ?? 0)
const [fitted, leftOut] = [days.filter(isFitted), days.filter((day) => !isFitted(day))]
console.log(
  `${days.length} days, ${days.flat().length} items, no pages, in the order of their ids; fitted on ${fitted.length} days, ${leftOut.length} left out\n`,
)
console.log(
  '| ranked by | first ten in the digest | first five in common | same lead | left out: first ten | first five | lead |\n|---|--:|--:|--:|--:|--:|--:|',
)
const rankings: readonly (readonly [string, Rank])[] = [
  ['id, which is chance', (articles) => rankByProminence(articles, NOTHING)],
  ['shared headline words', byMeasure('sharedHeadline')],
  ['length', byMeasure('length')],
  ['all signs of the text', (articles) => rankByProminence(articles)],
  ['all signs, doubles merged and notes left out, as it ships', composed],
]
for (const [name, rank] of rankings)
  console.log(`| ${name} | ${cells(agreement(fitted, rank))} | ${cells(agreement(leftOut, rank))} |`)
