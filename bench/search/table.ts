import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Tokeniser } from '../../src/language/index.ts'
import { createSearch } from '../../src/search/index.ts'
import { allNames } from '../../src/search/names/other-names.ts'
import { archiveOf } from '../../test/support/seed-articles.ts'
import { agreement, composed, isFitted, readDays } from '../digest-agreement.ts'
import { askAbsent, askAll } from '../questions/ask-all.ts'
import { askTopics } from '../questions/ask-topics.ts'
import { absentQuestions, halfOf, questionSets } from '../questions/asked-questions.ts'
import { askNamePairs } from '../questions/name-pairs.ts'
import { TEMPLATES, TOPICS } from '../questions/templates.ts'
import { percentile } from '../statistics.ts'
import { askGradedTitles } from './graded-titles.ts'
import { askKnownItems } from './known-items.ts'
import type { News } from './news.ts'
import { askNonsense } from './pieces.ts'
import { askRecurring, countRecurring, NAMES, RECURRING } from './recurring.ts'
import { seekArticles } from './seek-articles.ts'
import { sumUp } from './summaries.ts'

/** Articles sought in each way. */
const SOUGHT = 60

/**
 * Prints how good search, answers, digests and summaries are, each figure beside its goal, on what no tuning has seen: half
 * of the topics and articles, of the questions, and of the months of digests.
 */
export async function printTable(
  folder: string,
  { articles, questions, summaries }: News,
  tokeniser: Tokeniser,
): Promise<void> {
  const row = (figure: string, goal: string, measured: string) =>
    console.log(`| ${figure} | ${goal} | ${measured} |`)
  const shares = (...values: readonly number[]) => values.map((it) => it.toFixed(3)).join(' / ')
  console.log('| figure, on what is left out | goal | measured |\n|---|--:|--:|')

  const half = articles.filter((_, i) => i % 2 === 1)
  const inHalf = createSearch(tokeniser, archiveOf(half))
  await inHalf.add(half)
  const topics = TOPICS.filter((_, i) => i % 2 === 1)
  const asked = await askTopics(inHalf, half, topics, TEMPLATES)
  row(
    'asked like a person: topic / in the headline, of five hits',
    '0.97 / 0.78',
    shares(asked.inText, asked.inHeadline),
  )
  row('the most that may be in the headline', '–', shares(asked.most))
  const { pairs, common } = await askNamePairs(inHalf, half, allNames())
  row('pairs of names with a common hit in ten', '0.75', `${common} of ${pairs}`)

  const search = createSearch(tokeniser, archiveOf(articles))
  await search.add(articles)
  const known = await askKnownItems(
    async (query) => (await search.search(query, { limit: 10 })).hits.map((it) => it.article),
    articles,
    questions,
  )
  row(
    'known items by headline, clause, words: a right one first / in ten',
    '–',
    shares(known.first, known.recall),
  )
  row('known items: the very one, MRR@10', '–', shares(known.strictMrr))
  row('p95 of a search, ms of the processor', '–', known.p95CpuMs.toFixed(1))
  const sought = await seekArticles(search, half, tokeniser, SOUGHT)
  const mean = (values: readonly number[]) => values.reduce((sum, it) => sum + it, 0) / values.length
  row(
    `known items sought in ${sought.length} ways: the very one first / in ten`,
    '0.72 / 0.94',
    shares(mean(sought.map((it) => it.first)), mean(sought.map((it) => it.inTen))),
  )
  for (const { kind, first, inTen } of sought) row(`– by ${kind}`, '–', shares(first, inTen))

  const recurring = await askRecurring(
    search,
    articles,
    RECURRING.filter((_, i) => i % 2 === 1),
  )
  row(
    `what comes again every year (${recurring.topics}): the latest first / of three`,
    '–',
    shares(recurring.led, recurring.ofThree),
  )
  row(
    'names of all years taken for such',
    `0 of ${NAMES.length}`,
    `${await countRecurring(search, NAMES)} of ${NAMES.length}`,
  )

  if (existsSync(join(folder, 'graded-titles.jsonl.gz'))) {
    const graded = await askGradedTitles(folder, tokeniser)
    row(
      `graded web titles: NDCG@10 (${graded.empty} of ${graded.queries} find nothing)`,
      '0.84',
      shares(graded.ndcg),
    )
  }

  const times: number[] = []
  for (const [name, set] of questionSets(articles)) {
    const figures = await askAll(
      search,
      set.filter((it) => halfOf(it) === 1),
    )
    times.push(...figures.times)
    row(`questions ${name}: first / in three`, '0.85 / 0.95', shares(figures.first, figures.inThree))
  }
  row(
    'p50 / p95 of an answer, ms',
    '–',
    [0.5, 0.95].map((it) => percentile(times, it).toFixed(0)).join(' / '),
  )
  const absent = await askAbsent(search, absentQuestions())
  row('questions without an answer: nothing said', '1.00', `${absent.silent} of ${absent.asked}`)
  for (const [kind, share] of await askNonsense(search, articles))
    row(`absent, ${kind}: nothing found`, '1.00', shares(share))

  const [ten, , lead] = agreement(
    readDays(folder).filter((day) => !isFitted(day)),
    composed,
  )
  row("digest, lines in any order: the editors' first ten / same lead", '0.88 / 0.50', shares(ten, lead))
  const { system, opening } = sumUp(summaries, 1, true)
  row('ROUGE-L of one sentence above the opening', '+3', `+${(100 * (system[2] - opening[2])).toFixed(1)}`)
}
