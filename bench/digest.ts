import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type ProminenceWeights, rankByProminence } from '../src/digest/index.ts'
import type { Article } from '../src/domain/index.ts'
import { type NewsRecord, toArticle } from './search/news.ts'

const folder = process.argv[2] ?? process.env['BENCH_DATA']
if (folder === undefined || !existsSync(folder)) {
  console.error(`npm run bench:digest -- FOLDER (or BENCH_DATA=FOLDER)

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

/** How far the ranking agrees with the editors: nDCG of ten places, and the share of their first five in ours. */
function agreement(some: readonly (readonly Article[])[], weights?: ProminenceWeights): string {
  const TEN = 10
  const FIVE = 5
  let ndcg = 0
  let overlap = 0
  for (const ordered of some) {
    const placeOf = new Map(ordered.map(({ id }, place) => [id, place]))
    const places = rankByProminence(ordered, weights).map(({ id }) => placeOf.get(id) ?? TEN)
    // The editors' first is worth 10, their tenth 1, all others nothing.
    const gains = (order: readonly number[]) =>
      order.slice(0, TEN).reduce((sum, it, i) => sum + Math.max(0, TEN - it) / Math.log2(i + 2), 0)
    ndcg += gains(places) / gains([...ordered.keys()])
    overlap += places.slice(0, FIVE).filter((it) => it < FIVE).length / FIVE
  }
  return `${(ndcg / some.length).toFixed(3)} | ${(overlap / some.length).toFixed(3)}`
}

const found = days.filter((_, i) => i % 2 === 0)
const held = days.filter((_, i) => i % 2 === 1)
const NONE = { page: 0, position: 0, length: 0, shared: 0 }
console.log(`${days.length} days, ${days.flat().length} items; no pages, and places withheld\n`)
console.log('| signs | nDCG@10 | first 5 in common | other half: nDCG@10 | first 5 |\n|---|---|---|---|---|')
for (const [name, weights] of [
  ['none (by id, which is chance)', NONE],
  ['shared headline words', { ...NONE, shared: 1 }],
  ['length', { ...NONE, length: 1 }],
  ['length and shared words, as they ship', undefined],
] as const)
  console.log(`| ${name} | ${agreement(found, weights)} | ${agreement(held, weights)} |`)
