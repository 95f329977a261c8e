import { existsSync } from 'node:fs'
import { EVIDENCE, type Evidence } from '../../src/answers/evidence.ts'
import { readQuestion } from '../../src/answers/read-question.ts'
import type { ScoredSentence } from '../../src/answers/scored-sentence.ts'
import { createTokeniser, normalise, openSegmenter } from '../../src/language/index.ts'
import { createSearch } from '../../src/search/index.ts'
import { archiveOf } from '../../test/support/seed-articles.ts'
import { chanceOf } from '../logistic.ts'
import { readNews } from '../search/news.ts'
import {
  type AskedQuestion,
  absentQuestions,
  halfOf,
  isRight,
  learningAbsentQuestions,
  learningQuestions,
  questionSets,
} from './asked-questions.ts'
import { fitRanking } from './rank-fit.ts'

/**
 * Learns what evidence makes a sentence an answer (`src/answers/answer-model.ts`): over the candidates of the questions of
 * the half that may be looked at, of every other question that the archive does not answer, and of questions that were written
 * to learn from.
 */

const folder = process.argv[2] ?? process.env['BENCH_DATA']
if (folder === undefined || !existsSync(folder)) {
  console.error('npm run fit:answers -- FOLDER; FOLDER is that of bench:search')
  process.exit(2)
}
/** Stretches of each question; those behind them are never shown. */
const MOST_CANDIDATES = 120

const { articles } = readNews(folder)
const search = createSearch(createTokeniser(await openSegmenter()), archiveOf(articles))
await search.add(articles)

interface Candidate {
  readonly values: readonly number[]
  /** Whether the stretch is the answer. */
  readonly is: boolean
  /** Whether its sentence holds the answer, which is all that a reader asks for. */
  readonly isRight: boolean
  readonly sentence: string
}

interface Read {
  readonly set: string
  readonly half: number
  readonly candidates: readonly Candidate[]
}

const valuesOf = (evidence: Evidence) => [1, ...EVIDENCE.map((name) => evidence[name])]

/** Of a right sentence the stretches that touch the answer are right; all of them, if none does. */
function labelled(sentences: readonly ScoredSentence[], asked: AskedQuestion): readonly Candidate[] {
  const touching = new Set(sentences.filter((it) => touches(it, asked)).map((it) => it.sentence))
  return sentences.map((it) => {
    const right = isRight(it.sentence, asked)
    return {
      values: valuesOf(it.score.evidence),
      is: touches(it, asked) || (right && !touching.has(it.sentence)),
      isRight: right,
      sentence: it.sentence,
    }
  })
}

function touches({ sentence, score: { answer } }: ScoredSentence, { answers }: AskedQuestion): boolean {
  const text = normalise(sentence)
  return (
    answer !== undefined &&
    answers.map(normalise).some((it) => {
      for (let at = text.indexOf(it); at >= 0; at = text.indexOf(it, at + 1))
        if (at < answer[1] && at + it.length > answer[0]) return true
      return false
    })
  )
}

async function read(set: string, half: number, question: string, asked?: AskedQuestion): Promise<Read> {
  const { sentences } = await readQuestion(question, search, { limit: 1 })
  return {
    set,
    half,
    candidates: labelled(sentences.slice(0, MOST_CANDIDATES), asked ?? NO_ANSWER),
  }
}
const NO_ANSWER: AskedQuestion = { id: '', kind: '', question: '', answers: [] }

const all: Read[] = []
for (const [name, questions] of questionSets(articles))
  for (const asked of questions) all.push(await read(name, halfOf(asked), asked.question, asked))
for (const [i, question] of absentQuestions().entries()) all.push(await read('absent', i % 2, question))
for (const asked of learningQuestions()) all.push(await read('to learn from', 0, asked.question, asked))
for (const question of learningAbsentQuestions()) all.push(await read('absent, to learn from', 0, question))

const weights = fitRanking(all.filter((it) => it.half === 0 && it.candidates.length > 0))
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
          if (candidates.some((it) => it.isRight)) possible++
          const shown = candidates
            .map(({ sentence, isRight: right, values }) => ({
              sentence,
              isRight: right,
              chance: chanceOf(values, weights),
            }))
            .filter((it) => it.chance >= threshold)
            .toSorted((a, b) => b.chance - a.chance)
          const sentences = [...new Map(shown.map((it) => [it.sentence, it.isRight])).values()]
          if (sentences.length === 0) silent++
          const at = sentences.indexOf(true)
          if (at === 0) first++
          if (at >= 0 && at < 3) three++
        }
        const share = (count: number) => (count / Math.max(1, group.length)).toFixed(3)
        return `${share(first)}/${share(three)} silent ${share(silent)} possible ${share(possible)}`
      })
      .join(' | '),
  )
  console.log(`${threshold}: ${cells.join(' || ')}`)
}
