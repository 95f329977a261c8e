import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { composeDigest, rankByProminence } from '../src/digest/index.ts'
import { MEASURES } from '../src/digest/prominence-signs.ts'
import type { Article } from '../src/domain/index.ts'
import { fitProminence } from './digest-fit.ts'
import { type NewsRecord, toArticle } from './search/news.ts'

const folder = process.argv.slice(2).find((arg) => !arg.startsWith('--')) ?? process.env['BENCH_DATA']
if (folder === undefined || !existsSync(folder)) {
  console.error(`npm run bench:digest -- FOLDER [--fit] (or BENCH_DATA=FOLDER)

--fit writes src/digest/prominence-terms.ts anew.

FOLDER holds, one JSON object a line:
  articles-2022-2024.jsonl.gz  {id, date, headline, body, paper}
  digest-2022-2024.jsonl.gz    {date, ids}: the day's items in the order that its editors gave them`)
  process.exit(2)
}

const linesOf = <T>(file: string): T[] =>
  gunzipSync(readFileSync(join(folder, file)))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): T => JSON.parse(line))

const byId = new Map(
  linesOf<NewsRecord>('articles-2022-2024.jsonl.gz').map((record) => [record.id, toArticle(record)]),
)
const days = linesOf<{ readonly ids: readonly string[] }>('digest-2022-2024.jsonl.gz')
  .map(({ ids }) => ids.flatMap((id) => byId.get(id) ?? []))
  .filter((it) => it.length > 10)

/** The weights are fitted on the even months; the odd ones are left out. */
const isFitted = ([first]: readonly Article[]): boolean => Number(first?.issueDate?.slice(5, 7)) % 2 === 0

if (process.argv.includes('--fit')) {
  await fitProminence(days.filter(isFitted))
  process.exit()
}

/** Stories of a digest, and how many of the editors' first are looked for in them. */
const STORIES = 12
const TEN = 10
const FIVE = 5

type Days = readonly (readonly Article[])[]
/** The articles of a day, given by id, as a digest would rank them. */
type Rank = (articles: readonly Article[]) => readonly Article[]

/** How far a ranking agrees with the editors. */
function agreement(some: Days, rank: Rank): string {
  const sums = { ten: 0, five: 0, lead: 0 }
  for (const ordered of some) {
    const ranked = rank(ordered.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    const among = (first: number, of: number) => {
      const ours = new Set(ranked.slice(0, of))
      return ordered.slice(0, first).filter((it) => ours.has(it)).length / first
    }
    sums.ten += among(TEN, STORIES)
    sums.five += among(FIVE, FIVE)
    sums.lead += among(1, 1)
  }
  return [sums.ten, sums.five, sums.lead].map((sum) => (sum / some.length).toFixed(3)).join(' | ')
}

const NOTHING = { page: 0, position: 0, text: 0, continued: 0 }
const TEXT = { ...NOTHING, text: 1 }
const byMeasure =
  (name: (typeof MEASURES)[number]): Rank =>
  (articles) =>
    rankByProminence(articles, TEXT, ({ measures }) => measures[MEASURES.indexOf(name)] ?? 0)
const composed: Rank = (articles) => {
  const known = new Map(articles.map((it) => [it.id, it]))
  const { sections } = composeDigest(articles)
  return sections.flatMap(({ stories }) => stories.flatMap(({ id }) => known.get(id) ?? []))
}
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
  console.log(`| ${name} | ${agreement(fitted, rank)} | ${agreement(leftOut, rank)} |`)
