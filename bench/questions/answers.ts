import { existsSync } from 'node:fs'
import type { AnswerResult } from '../../src/answers/index.ts'
import { createTokeniser, openSegmenter } from '../../src/language/index.ts'
import { createSearch } from '../../src/search/index.ts'
import { archiveOf } from '../../test/support/seed-articles.ts'
import { readNews } from '../search/news.ts'
import { percentile } from '../statistics.ts'
import { askAbsent, askAll } from './ask-all.ts'
import {
  type AskedQuestion,
  absentQuestions,
  halfOf,
  nearAbsentQuestions,
  questionSets,
} from './asked-questions.ts'

/*
 * Questions with known answers: those of `hand-questions.tsv`, and those that rules make of sentences of the archive.
 * Right is a sentence that holds one of the answers. Both halves, split by article, are asked of the whole archive.
 */

const folder = process.argv[2] ?? process.env['BENCH_DATA']
if (folder === undefined || !existsSync(folder)) {
  console.error('npm run bench:answers -- FOLDER [--verbose | --left-out]; FOLDER is that of bench:search')
  process.exit(2)
}
const verbose = process.argv.includes('--verbose')
/** Asks the half that is left out only, which takes half the time. */
const leftOutOnly = process.argv.includes('--left-out')

const { articles } = readNews(folder)
const search = createSearch(createTokeniser(await openSegmenter()), archiveOf(articles))
await search.add(articles)
const times: number[] = []

const report = (asked: AskedQuestion, { kind, answers }: AnswerResult, place: number) => {
  if (place === 0) return
  console.log(
    `${place < 0 ? 'MISSED' : place + 1} ${asked.kind}/${kind} ${asked.question} [${asked.answers.join('|')}]`,
  )
  for (const it of answers)
    console.log(`    ${it.score.toFixed(3)} ${it.article.issueDate} ${it.sentence.slice(0, 110)}`)
}

async function cell(questions: readonly AskedQuestion[]) {
  const figures = await askAll(search, questions, verbose ? report : undefined)
  times.push(...figures.times)
  const shares = [figures.first, figures.inThree, figures.silent].map((it) => it.toFixed(3))
  return `${shares.join(' / ')} of ${figures.questions}`
}

console.log('| questions | half seen: first / in three / nothing said | half left out |\n|---|--:|--:|')
for (const [name, questions] of questionSets(articles)) {
  const [seen, leftOut] = [0, 1].map((half) => questions.filter((it) => halfOf(it) === half))
  const ofSeen = leftOutOnly ? '' : await cell(seen ?? [])
  console.log(`| ${name} | ${ofSeen} | ${verbose ? '' : await cell(leftOut ?? [])} |`)
}
console.log(
  `\n${times.length} questions; p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms`,
)

const near = nearAbsentQuestions()
for (const [name, questions] of [
  ['questions that the archive does not answer', absentQuestions()],
  ['questions about what looks near, half seen', near.filter((_, i) => i % 2 === 0)],
  ['the other half', near.filter((_, i) => i % 2 === 1)],
] as const) {
  const { silent, asked } = await askAbsent(search, questions)
  console.log(`nothing said to ${silent} of ${asked} ${name}`)
}
