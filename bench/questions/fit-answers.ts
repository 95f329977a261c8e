import { existsSync } from 'node:fs'
import { firstOddsOf } from '../../src/answers/answer-model.ts'
import { EVIDENCE } from '../../src/answers/evidence.ts'
import { MEANING, meaningOf } from '../../src/answers/meaning-evidence.ts'
import { lookAt, WEIGHED_AGAIN } from '../../src/answers/read-question.ts'
import type { Candidate as Stretch } from '../../src/answers/scored-sentence.ts'
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
  nearAbsentQuestions,
  questionSets,
} from './asked-questions.ts'
import { fitRanking } from './rank-fit.ts'

/**
 * Learns what evidence makes a sentence an answer (`src/answers/answer-model.ts`): over the candidates of the questions of
 * the half that may be looked at, of every other question that the archive does not answer, and of questions that were written
 * to learn from. First the weights of the first look, then those of what it leaves to be weighed again.
 */

const folder = process.argv[2] ?? process.env['BENCH_DATA']
if (folder === undefined || !existsSync(folder)) {
  console.error('npm run fit:answers -- FOLDER; FOLDER is that of bench:search')
  process.exit(2)
}
/** Stretches of each question, by the first weights so far; those behind them are hardly ever shown. */
const MOST_CANDIDATES = 120

const { articles } = readNews(folder)
const search = createSearch(createTokeniser(await openSegmenter()), archiveOf(articles))
await search.add(articles)

interface Candidate {
  /** What tells by letters, and then what words mean. */
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

/** Of a right sentence the stretches that touch the answer are right; all of them, if none does. */
function labelled(
  stretches: readonly Stretch[],
  asked: AskedQuestion,
  meaning: ReturnType<typeof meaningOf>,
): readonly Candidate[] {
  const touching = new Set(stretches.filter((it) => touches(it, asked)).map((it) => it.sentence))
  return stretches.map((it) => {
    const right = isRight(it.sentence, asked)
    const means = meaning(it.context)
    return {
      values: [1, ...EVIDENCE.map((name) => it.score.evidence[name]), ...MEANING.map((name) => means[name])],
      is: touches(it, asked) || (right && !touching.has(it.sentence)),
      isRight: right,
      sentence: it.sentence,
    }
  })
}

function touches({ sentence, score: { answer } }: Stretch, { answers }: AskedQuestion): boolean {
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
  const { candidates, topic } = await lookAt(question, search, { limit: 1 })
  const likeliest = candidates
    .map((it) => ({ it, odds: firstOddsOf(it.score.evidence) }))
    .toSorted((a, b) => b.odds - a.odds)
    .slice(0, MOST_CANDIDATES)
    .map(({ it }) => it)
  return { set, half, candidates: labelled(likeliest, asked ?? NO_ANSWER, meaningOf(topic, search)) }
}
const NO_ANSWER: AskedQuestion = { id: '', kind: '', question: '', answers: [] }

const all: Read[] = []
for (const [name, questions] of questionSets(articles))
  for (const asked of questions) all.push(await read(name, halfOf(asked), asked.question, asked))
for (const [i, question] of absentQuestions().entries()) all.push(await read('absent', i % 2, question))
for (const [i, question] of nearAbsentQuestions().entries())
  all.push(await read('absent, near', i % 2, question))
for (const asked of learningQuestions()) all.push(await read('to learn from', 0, asked.question, asked))
for (const question of learningAbsentQuestions()) all.push(await read('absent, to learn from', 0, question))

const ofFirstLook = ({ values }: Candidate) => values.slice(0, 1 + EVIDENCE.length)
const seen = all.filter((it) => it.half === 0 && it.candidates.length > 0)
const first = fitRanking(
  seen.map(({ candidates }) => ({
    candidates: candidates.map((it) => ({ ...it, values: ofFirstLook(it) })),
  })),
)
const weighedAgain = ({ candidates }: Read) =>
  candidates
    .toSorted((a, b) => chanceOf(ofFirstLook(b), first) - chanceOf(ofFirstLook(a), first))
    .slice(0, WEIGHED_AGAIN)
const weights = fitRanking(seen.map((it) => ({ candidates: weighedAgain(it) })))

function print(name: string, type: string, learnt: readonly number[]): void {
  console.log(`const ${name}BIAS = ${(learnt[0] ?? 0).toFixed(3)}\nconst ${name}WEIGHTS: ${type} = {`)
  for (const [i, it] of [...EVIDENCE, ...MEANING].slice(0, learnt.length - 1).entries())
    console.log(`  ${it}: ${(learnt[i + 1] ?? 0).toFixed(3)},`)
  console.log('}\n')
}
print('FIRST_', 'Evidence', first)
print('', 'Evidence & MeaningEvidence', weights)

for (const threshold of [0, 0.06, 0.07, 0.08, 0.1, 0.13]) {
  const cells = [...new Set(all.map((it) => it.set))].map((set) =>
    [0, 1]
      .map((half) => {
        const group = all.filter((it) => it.set === set && it.half === half)
        let [first, three, silent, possible] = [0, 0, 0, 0]
        for (const it of group) {
          const candidates = weighedAgain(it)
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
