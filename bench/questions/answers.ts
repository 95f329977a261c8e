import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerQuestion } from '../../src/answers/index.ts'
import { createTokeniser, openSegmenter } from '../../src/language/index.ts'
import { createSearch } from '../../src/search/index.ts'
import { archiveOf } from '../../test/support/seed-articles.ts'
import { readNews } from '../search/news.ts'
import { percentile } from '../statistics.ts'
import { makeQuestions } from './make-questions.ts'

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

interface Asked {
  readonly id: string
  readonly kind: string
  readonly question: string
  readonly answers: readonly string[]
}

const readQuestions = (file: string) =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): Asked => {
      const [id = '', kind = '', question = '', answers = ''] = line.split('\t')
      return { id, kind, question, answers: answers.split('|') }
    })
const byHand = readQuestions('hand-questions.tsv')
const closed = readQuestions('closed-questions.tsv')

const { articles } = readNews(folder)
const search = createSearch(createTokeniser(await openSegmenter()), archiveOf(articles))
await search.add(articles)
const made = makeQuestions(articles)

const halfOf = ({ id }: Asked) => Array.from(id).reduce((sum, it) => sum + it.charCodeAt(0), 0) % 2
const times: number[] = []

async function askAll(questions: readonly Asked[]) {
  let [first, three, none] = [0, 0, 0]
  for (const { question, answers, kind } of questions) {
    const start = performance.now()
    const result = await answerQuestion(question, search)
    times.push(performance.now() - start)
    const isRight = (sentence: string) => answers.some((it) => sentence.includes(it))
    const place = result.answers.findIndex((it) => isRight(it.sentence))
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
for (const [name, questions] of [
  ['by hand', byHand],
  ['by rules', made],
  ['by hand, closed', closed],
] as const) {
  const [seen, leftOut] = [0, 1].map((half) => questions.filter((it) => halfOf(it) === half))
  console.log(`| ${name} | ${await askAll(seen ?? [])} | ${verbose ? '' : await askAll(leftOut ?? [])} |`)
}
console.log(
  `\n${times.length} questions; p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms`,
)

const absent = readFileSync(join(import.meta.dirname, 'absent-questions.txt'), 'utf8')
  .split('\n')
  .filter(Boolean)
let silent = 0
for (const question of absent) if ((await answerQuestion(question, search)).answers.length === 0) silent++
console.log(`nothing said to ${silent} of ${absent.length} questions that the archive does not answer`)
