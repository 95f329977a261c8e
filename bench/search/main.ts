import { existsSync } from 'node:fs'
import { createTokeniser, openSegmenter } from '../../src/language/index.ts'
import { createSearch, type SearchEngine } from '../../src/search/index.ts'
import { archiveOf } from '../../test/support/seed-articles.ts'
import { askForms } from './forms.ts'
import { askKnownItems } from './known-items.ts'
import { readNews } from './news.ts'
import { askNonsense, askPieces } from './pieces.ts'
import { sumUp } from './summaries.ts'
import { printTable } from './table.ts'

const folder = process.argv[2] ?? process.env['BENCH_DATA']
if (folder === undefined || !existsSync(folder)) {
  console.error(`npm run bench:search -- FOLDER [--table] (or BENCH_DATA=FOLDER)

--table prints how good search, answers, digests and summaries are, each beside its goal

FOLDER holds, one JSON object a line:
  articles-2022-2024.jsonl.gz  {id, date, headline, body, paper}
  queries-dev.jsonl            {kind: full | clause | words, query, id}
  summaries-dev.jsonl          {id, body, summary}
  graded-titles.jsonl.gz       {query, title, label: 0 | 1 | 2}; --table only, may be missing
  digest-2022-2024.jsonl.gz    {date, ids}; --table only`)
  process.exit(2)
}

const row = (figure: string, wanted: string, got: string) => console.log(`| ${figure} | ${wanted} | ${got} |`)
const share = (value: number) => value.toFixed(3)
const percent = (values: readonly number[]) => values.map((it) => (100 * it).toFixed(1)).join(' / ')

const news = readNews(folder)
const { articles, questions, summaries } = news
const tokeniser = createTokeniser(await openSegmenter())
if (process.argv.includes('--table')) {
  await printTable(folder, news, tokeniser)
  process.exit()
}
tokeniser.termsOf('开卷有益') // loads the dictionary, which is not to be measured here
/** Of objects and typed arrays that are in use; the script runs with `--expose-gc`. */
const usedMb = () => {
  // Finalizers of one round free more for the next.
  for (let round = 0; round < 3; round++) globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}
const before = usedMb()
const start = performance.now()
const search = createSearch(tokeniser, archiveOf(articles))
await search.add(articles)
const seconds = (performance.now() - start) / 1000
const indexMb = usedMb() - before

console.log(`${articles.length} articles, ${questions.length} questions, ${tokeniser.identity}\n`)
console.log('| figure | at least | measured |\n|---|---|---|')
const finder = (engine: SearchEngine) => async (query: string) =>
  (await engine.search(query, { limit: 10 })).hits.map((it) => it.article)
const of = (kind: string) => questions.filter((it) => it.kind === kind)
const words = await askKnownItems(finder(search), articles, of('words'))
row('2–4 rare words: MRR@10', '0.95', share(words.mrr))
const clause = await askKnownItems(finder(search), articles, of('clause'))
row(
  'clause of the headline: MRR@10 / recall@10',
  '0.95 / 0.99',
  `${share(clause.mrr)} / ${share(clause.recall)}`,
)
const full = await askKnownItems(finder(search), articles, of('full'))
row('full headline: first place', '0.99', share(full.first))
const headless = articles.map((it) => Object.assign({}, it, { headline: ' ' }))
const bodies = createSearch(tokeniser, archiveOf(headless))
await bodies.add(headless)
row(
  'words, headline left out: MRR@10',
  '0.80',
  share((await askKnownItems(finder(bodies), articles, of('words'))).mrr),
)
const pieces = await askPieces(search, articles)
row(
  'characters and pairs: matching documents found (no others)',
  '1.00',
  `${share(pieces.recall)} (${share(pieces.exact)})`,
)
row('forms of a query, in the first 3', '0.95', share(await askForms(tokeniser)))
for (const [kind, empty] of await askNonsense(search, articles))
  row(`absent, ${kind}: 0 hits`, '1.00', share(empty))
for (const [sentences, wanted] of [
  [1, '43.3 / 33.3 / 39.7'],
  [3, 'the opening'],
] as const)
  for (const withHeadline of [true, false]) {
    const { system, opening, verbatim } = sumUp(summaries, sentences, withHeadline)
    const name = `${sentences} sentences, headline ${withHeadline ? 'seen' : 'withheld'}: ROUGE-1/2/L (verbatim)`
    row(name, wanted, `${percent(system)}, opening ${percent(opening)} (${share(verbatim)})`)
  }
const timed = [words, clause, full]
const slowest = (figure: 'p50Ms' | 'p95Ms' | 'p95CpuMs') =>
  Math.max(...timed.map((it) => it[figure])).toFixed(1)
row(
  'query, slowest kind: p50 / p95 ms (p95 of the processor)',
  '– / 20',
  `${slowest('p50Ms')} / ${slowest('p95Ms')} (${slowest('p95CpuMs')})`,
)
row('build, articles a second', '–', (articles.length / seconds).toFixed(0))
row('memory of the index, MB per 1,000 articles', '100', ((1000 * indexMb) / articles.length).toFixed(1))
row('memory of the process, MB', '2,000', (process.memoryUsage().rss / 1e6).toFixed(0))
