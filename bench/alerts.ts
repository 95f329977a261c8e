// `npm run bench:alerts -- FOLDER`: how long a day's paper takes to be told to many alerts, and for how long others
// are held up meanwhile.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Article } from '../src/domain/index.ts'
import { joinPieces } from '../src/intake/index.ts'
import { createTokeniser, openSegmenter } from '../src/language/index.ts'
import { matchAlerts } from '../src/outbound/index.ts'
import { createSearch } from '../src/search/index.ts'
import { openStore } from '../src/store/index.ts'
import { shelve } from '../test/support/stores.ts'
import { type NewsRecord, toArticle } from './search/news.ts'

const folder = process.argv[2] ?? process.env['BENCH_DATA']
if (folder === undefined || !existsSync(folder)) {
  console.error(`npm run bench:alerts -- FOLDER (or BENCH_DATA=FOLDER)

FOLDER holds articles-2022-2024.jsonl.gz, one JSON object a line: {id, date, headline, body, paper}`)
  process.exit(2)
}

const articles = gunzipSync(readFileSync(join(folder, 'articles-2022-2024.jsonl.gz')))
  .toString('utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => toArticle(JSON.parse(line) as NewsRecord))

// One for all: the bot loads its dictionary once, before it takes anything in.
const tokeniser = createTokeniser(await openSegmenter())
tokeniser.wordsOf('报童')

/** Different queries as people write them: pieces of headlines, some with an exclusion, some of two words. */
function queriesOf(some: readonly Article[], count: number): readonly string[] {
  const pieces = new Set<string>()
  for (const { headline } of some)
    for (const [piece] of headline.matchAll(/\p{sc=Han}{2,4}/gu))
      if (pieces.size < 2 * count) pieces.add(piece)
  const words = [...pieces]
  return Array.from({ length: count }, (_, n) => {
    const [word = '', other = ''] = [words[n % words.length], words[(n * 7 + 3) % words.length]]
    return n % 5 === 0 ? `${word} -${other}` : n % 5 === 1 ? `${word} ${other}` : word
  })
}

async function measure(alertCount: number, articleCount: number): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'paperboy-bench-'))
  const store = await openStore({ folder: data, join: joinPieces, now: () => 0 })
  const search = createSearch(tokeniser, store.archive)
  for (const [n, query] of queriesOf(articles, alertCount).entries())
    await store.alerts.add({ chatId: n % (alertCount / 10), ownerId: 1, query, arrival: 0 }, 99)
  await shelve(store, articles.slice(0, articleCount))

  let longestMs = 0
  let longestCpuMs = 0
  let lastMs = performance.now()
  let lastCpu = process.cpuUsage()
  const beat = () => {
    const cpu = process.cpuUsage(lastCpu)
    longestMs = Math.max(longestMs, performance.now() - lastMs)
    longestCpuMs = Math.max(longestCpuMs, (cpu.user + cpu.system) / 1000)
    lastMs = performance.now()
    lastCpu = process.cpuUsage()
  }
  const heart = setInterval(beat, 1)
  const began = performance.now()
  const parts = { archive: store.archive, alerts: store.alerts, chats: store.chats, search, now: () => 0 }
  const notices = await matchAlerts(parts)
  beat()
  const seconds = (performance.now() - began) / 1000
  clearInterval(heart)
  await store.close()
  rmSync(data, { recursive: true })
  return [
    alertCount,
    articleCount,
    notices,
    seconds.toFixed(2),
    longestMs.toFixed(0),
    longestCpuMs.toFixed(0),
  ].join(' | ')
}

console.log(
  '| alerts | new articles | notices | seconds | longest hold-up, ms | of it own work (CPU), ms |\n|---|---|---|---|---|---|',
)
for (const [alertCount, articleCount] of [
  [100, 60],
  [1000, 100],
  [10_000, 60],
  [1000, 5000],
] as const)
  console.log(`| ${await measure(alertCount, articleCount)} |`)
