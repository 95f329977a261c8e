import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createTokeniser, openSegmenter } from '../../src/language/index.ts'
import { archiveOf } from '../../test/support/seed-articles.ts'
import { queriesOfAllKinds } from './kinds-of-query.ts'
import { readNewsRecords, toArticle } from './news.ts'

const [before, folder, limit = '6000'] = process.argv.slice(2)
if (before === undefined || folder === undefined || !existsSync(folder)) {
  console.error(`npm run bench:same-hits -- CHECKOUT FOLDER [ARTICLES]

Asks 903 queries of 21 kinds of this version and of that in CHECKOUT, and compares ids, order, scores, totals, excerpts and
what is said of the query. FOLDER as for npm run bench:search.`)
  process.exit(2)
}

const articles = readNewsRecords(folder).slice(0, Number(limit)).map(toArticle)

/** An engine of the sources of one checkout, with its own tokeniser. */
async function open(checkout: string) {
  const from = (part: string) => import(pathToFileURL(resolve(checkout, 'src', part, 'index.ts')).href)
  const [language, search] = await Promise.all([from('language'), from('search')])
  const engine = search.createSearch(
    language.createTokeniser(await language.openSegmenter()),
    archiveOf(articles),
  )
  await engine.add(articles)
  return engine
}

const engines = [await open(before), await open(resolve(import.meta.dirname, '../..'))] as const
const queries = await queriesOfAllKinds(articles, createTokeniser(await openSegmenter()), 43)
/** Milliseconds of the processor for each query, of either version. */
const times: readonly [number[], number[]] = [[], []]
const different: string[] = []
for (let round = 0; round < 3; round++)
  for (const [i, { query, options, kind }] of queries.entries()) {
    const answers: string[] = []
    // In turn one or the other goes first.
    for (const which of (i + round) % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const start = process.cpuUsage()
      const answer = await engines[which].search(query, options)
      const { user, system } = process.cpuUsage(start)
      // The first round compiles the code and fills caches.
      if (round > 0) times[which].push((user + system) / 1000)
      answers[which] = JSON.stringify(answer)
    }
    if (answers[0] !== answers[1]) different.push(`${kind}: ${query}`)
  }
const related = await Promise.all(
  articles
    .slice(0, 100)
    .map(async ({ id }) => Promise.all(engines.map(async (it) => JSON.stringify(await it.related(id, 5))))),
)
const completed = await Promise.all(
  queries
    .slice(0, 200)
    .map(({ query }) =>
      Promise.all(engines.map(async (it) => JSON.stringify(await it.suggest(query.slice(0, 2), 8)))),
    ),
)
const unlike = [...related, ...completed].filter(([a, b]) => a !== b).length
const percentile = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(share * values.length)] ?? 0
const [then, now] = times
console.log(
  `${articles.length} articles, ${queries.length} queries of ${new Set(queries.map((it) => it.kind)).size} kinds, three times each`,
)
console.log(
  `answers that differ: ${different.length}; related articles and completions that differ: ${unlike} of 300`,
)
for (const share of [0.5, 0.95])
  console.log(
    `p${100 * share}, processor: ${percentile(then, share).toFixed(2)} → ${percentile(now, share).toFixed(2)} ms (${(percentile(now, share) / percentile(then, share)).toFixed(2)} ×)`,
  )
for (const it of different.slice(0, 20)) console.log(it)
process.exitCode = different.length + unlike > 0 ? 1 : 0
