import { existsSync } from 'node:fs'
import { answerQuestion } from '../../src/answers/index.ts'
import { createTokeniser, openSegmenter } from '../../src/language/index.ts'
import { createSearch } from '../../src/search/index.ts'
import { archiveOf } from '../../test/support/seed-articles.ts'
import { readNews } from '../search/news.ts'
import { percentile } from '../statistics.ts'
import { type AskedQuestion, absentQuestions, halfOf, isRight, questionSets } from './asked-questions.ts'

/*
 * Questions with known answers: those of `hand-questions.tsv`, and those that rules make of sentences of the archive.
 * Right is a sentence that holds one of the answers. Both halves, split by article, are asked of the whole archive.
 */

const folder = process.argv[2] ?? process.env['BENCH_DATA']
if (folder === undefined || !existsSync(folder)) {
  console.error('npm run bench:answers -- FOLDER [--verbose]; FOLDER is that of bench:search')
  process.exit(2)
}
const verbose = process.argv.includes('--verbose')

const { articles } = readNews(folder)
const search = createSearch(createTokeniser(await openSegmenter()), archiveOf(articles))
await search.add(articles)
const times: number[] = []

async function askAll(questions: readonly AskedQuestion[]) {
  let [first, three, none] = [0, 0, 0]
  for (const asked of questions) {
    const { question, answers, kind } = asked
    const start = performance.now()
    const result = await answerQuestion(question, search)
    times.push(performance.now() - start)
    const place = result.answers.findIndex((it) => isRight(it.sentence, asked))
    if (place === 0) first++
    if (place >= 0) three++
    if (result.answers.length === 0) none++
    if (verbose && place !== 0) {
      console.log(
        `${place < 0 ? 'MISSED' : place + 1} ${kind}/${result.kind} ${question} [${answers.join('|')}]`,
      )
      for (const it of result.answers)
        console.log(`    ${it.score.toFixed(3)} ${it.article.issueDate} ${it.sentence.slice(0, 110)}`)
    }
  }
  const share = (count: number) => (count / questions.length).toFixed(3)
  return `${share(first)} / ${share(three)} / ${share(none)} of ${questions.length}`
}

console.log('| questions | half seen: first / in three / nothing said | half left out |\n|---|--:|--:|')
for (const [name, questions] of questionSets(articles)) {
  const [seen, leftOut] = [0, 1].map((half) => questions.filter((it) => halfOf(it) === half))
  console.log(`| ${name} | ${await askAll(seen ?? [])} | ${verbose ? '' : await askAll(leftOut ?? [])} |`)
}
console.log(
  `\n${times.length} questions; p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms`,
)

const absent = absentQuestions()
let silent = 0
for (const question of absent) if ((await answerQuestion(question, search)).answers.length === 0) silent++
console.log(`nothing said to ${silent} of ${absent.length} questions that the archive does not answer`)
