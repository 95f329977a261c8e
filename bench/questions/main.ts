import { existsSync } from 'node:fs'
import { createTokeniser, openSegmenter } from '../../src/language/index.ts'
import { createSearch } from '../../src/search/index.ts'
import { allNames } from '../../src/search/names/other-names.ts'
import { archiveOf } from '../../test/support/seed-articles.ts'
import { askKnownItems } from '../search/known-items.ts'
import { readNews } from '../search/news.ts'
import { askNonsense } from '../search/pieces.ts'
import { percentile } from '../statistics.ts'
import { askTopics } from './ask-topics.ts'
import { askNamePairs } from './name-pairs.ts'
import { askSlips } from './slips.ts'
import { TEMPLATES, TOPICS } from './templates.ts'

const folder = process.argv[2] ?? process.env['BENCH_DATA']
if (folder === undefined || !existsSync(folder)) {
  console.error(
    'npm run bench:questions -- FOLDER [ARTICLES] (or BENCH_DATA=FOLDER); FOLDER is that of bench:search',
  )
  process.exit(2)
}

/** Times that the known items are asked; the time is the median of all but the first. */
const ROUNDS = 10

const { articles: all, questions } = readNews(folder)
const articles = all.slice(0, Number(process.argv[3] ?? all.length))
const tokeniser = createTokeniser(await openSegmenter())

/** Asks half of the topics of half of the archive. */
async function askHalf(rest: 0 | 1) {
  const half = articles.filter((_, i) => i % 2 === rest)
  const topics = TOPICS.filter((_, i) => i % 2 === rest)
  const search = createSearch(tokeniser, archiveOf(half))
  await search.add(half)
  const askIn = async (templates: readonly string[]) => {
    const { inText, inHeadline } = await askTopics(search, half, topics, templates)
    return `${inText.toFixed(3)} / ${inHeadline.toFixed(3)}`
  }
  const ids = new Set(half.map((it) => it.sourceId))
  const find = async (query: string) =>
    (await search.search(query, { limit: 10 })).hits.map((it) => it.article)
  const knownItems = questions.filter((it) => ids.has(it.id))
  // In the first round most of the time goes into compiling, and there are too few questions for that to even out.
  const rounds = []
  for (let round = 0; round < ROUNDS; round++) rounds.push(await askKnownItems(find, half, knownItems))
  const [known] = rounds
  if (known === undefined) throw new Error('no round')
  const p95s = rounds.slice(1).map((it) => it.p95CpuMs)
  const { pairs, common } = await askNamePairs(search, half, allNames())
  const nonsense = await askNonsense(search, half)
  const slips = await askSlips(search, half, tokeniser)
  const rightAndWrong = ({ right, wrong }: typeof slips.alone) => `${right.toFixed(3)} / ${wrong.toFixed(3)}`
  return [
    ['asked like a person: topic / in the headline, of five hits', await askIn(TEMPLATES)],
    ['the bare topic: topic / in the headline, of five hits', await askIn(['…'])],
    ['the most that may be in the headline', (await askTopics(search, half, topics, ['…'])).most.toFixed(3)],
    ['known items: a right one first / in ten', `${known.first.toFixed(3)} / ${known.recall.toFixed(3)}`],
    ['known items: the very one, MRR@10', known.strictMrr.toFixed(3)],
    [
      'known items: p95, ms of the processor (first round)',
      `${percentile(p95s, 0.5).toFixed(1)} (${known.p95CpuMs.toFixed(1)})`,
    ],
    ['pairs of names with a common hit in ten', `${common} of ${pairs}`],
    ['slips beside a good word: read as meant / otherwise', rightAndWrong(slips.beside)],
    ['slips alone: read as meant / otherwise', rightAndWrong(slips.alone)],
    ['words that stand nowhere, left as they are', slips.left.toFixed(3)],
    ...nonsense.map(([kind, share]) => [`absent, ${kind}: nothing found`, share.toFixed(3)] as const),
  ] as const
}

const [seen, leftOut] = [await askHalf(0), await askHalf(1)]
console.log(
  `${articles.length} articles in two halves, ${TOPICS.length} topics, ${TEMPLATES.length} ways to ask\n`,
)
console.log('| figure | half seen | half left out |\n|---|--:|--:|')
for (const [i, [figure, value]] of seen.entries())
  console.log(`| ${figure} | ${value} | ${leftOut[i]?.[1] ?? ''} |`)
