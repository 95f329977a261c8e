import { existsSync } from 'node:fs'
import { EVIDENCE, type Evidence } from '../../src/answers/evidence.ts'
import { readQuestion } from '../../src/answers/read-question.ts'
import { createTokeniser, openSegmenter } from '../../src/language/index.ts'
import { createSearch } from '../../src/search/index.ts'
import { archiveOf } from '../../test/support/seed-articles.ts'
import { chanceOf } from '../logistic.ts'
import { readNews } from '../search/news.ts'
import { type AskedQuestion, absentQuestions, halfOf, isRight, questionSets } from './asked-questions.ts'
import { fitRanking } from './rank-fit.ts'

/**
 * Learns what evidence makes a sentence an answer (`src/answers/answer-model.ts`): over the candidates of the questions of
 * the half that may be looked at, and of every other question that the archive does not answer.
 */

const folder = process.argv[2] ?? process.env['BENCH_DATA']
if (folder === undefined || !existsSync(folder)) {
  console.error('npm run fit:answers -- FOLDER; FOLDER is that of bench:search')
  process.exit(2)
}
/** Of each question; those behind them are never shown. */
const MOST_CANDIDATES = 60

const { articles } = readNews(folder)
const search = createSearch(createTokeniser(await openSegmenter()), archiveOf(articles))
await search.add(articles)

interface Read {
  readonly set: string
  readonly half: number
  readonly candidates: readonly { readonly values: readonly number[]; readonly is: boolean }[]
}

const valuesOf = (evidence: Evidence) => [1, ...EVIDENCE.map((name) => evidence[name])]
async function read(set: string, half: number, question: string, asked?: AskedQuestion): Promise<Read> {
  const { sentences } = await readQuestion(question, search, { limit: 1 })
  return {
    set,
    half,
    candidates: sentences.slice(0, MOST_CANDIDATES).map(({ sentence, score }) => ({
      values: valuesOf(score.evidence),
      is: asked !== undefined && isRight(sentence, asked),
    })),
  }
}

const all: Read[] = []
for (const [name, questions] of questionSets(articles))
  for (const asked of questions) all.push(await read(name, halfOf(asked), asked.question, asked))
for (const [i, question] of absentQuestions().entries()) all.push(await read('absent', i % 2, question))

const weights = fitRanking(all.filter((it) => it.half === 0))
console.log(`const BIAS = ${(weights[0] ?? 0).toFixed(3)}\nconst WEIGHTS: Evidence = {`)
for (const [i, name] of EVIDENCE.entries()) console.log(`  ${name}: ${(weights[i + 1] ?? 0).toFixed(3)},`)
console.log('}\n')

for (const threshold of [0, 0.1, 0.13, 0.15, 0.2, 0.3]) {
  const cells = [...new Set(all.map((it) => it.set))].map((set) =>
    [0, 1]
      .map((half) => {
        const group = all.filter((it) => it.set === set && it.half === half)
        let [first, three, silent, possible] = [0, 0, 0, 0]
        for (const { candidates } of group) {
          if (candidates.some((it) => it.is)) possible++
          const shown = candidates
            .map(({ is, values }) => ({ is, chance: chanceOf(values, weights) }))
            .filter((it) => it.chance >= threshold)
            .toSorted((a, b) => b.chance - a.chance)
          if (shown.length === 0) silent++
          const at = shown.findIndex((it) => it.is)
          if (at === 0) first++
          if (at >= 0 && at < 3) three++
        }
        const share = (count: number) => (count / group.length).toFixed(3)
        return `${share(first)}/${share(three)} silent ${share(silent)} possible ${share(possible)}`
      })
      .join(' | '),
  )
  console.log(`${threshold}: ${cells.join(' || ')}`)
}
