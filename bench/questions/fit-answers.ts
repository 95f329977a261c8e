import { existsSync } from 'node:fs'
import { firstOddsOf } from '../../src/answers/answer-model.ts'
import { EVIDENCE, type Evidence } from '../../src/answers/evidence.ts'
import { MEANING, type MeaningEvidence, meaningOf } from '../../src/answers/meaning-evidence.ts'
import { QUESTION_EVIDENCE } from '../../src/answers/question-evidence.ts'
import { lookAt, WEIGHED_AGAIN } from '../../src/answers/read-question.ts'
import type { Candidate as Stretch } from '../../src/answers/scored-sentence.ts'
import type { Topic } from '../../src/answers/topic.ts'
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
import { fitAnswered, type JudgedQuestion, reportAnswered } from './fit-answered.ts'
import { fitRanking } from './rank-fit.ts'

/**
 * Learns what evidence makes a sentence an answer (`src/answers/answer-model.ts`): over the candidates of the questions of
 * the half that may be looked at, of every other question that the archive does not answer, and of questions that were written
 * to learn from. First the weights of the first look, then those of what it leaves to be weighed again; at last, whether the
 * archive answers at all, by stretches weighed with what the other parts of the questions taught.
 */

const folder = process.argv[2] ?? process.env['BENCH_DATA']
if (folder === undefined || !existsSync(folder)) {
  console.error('npm run fit:answers -- FOLDER; FOLDER is that of bench:search')
  process.exit(2)
}
/** Stretches of each question, by the first weights so far; those behind them are hardly ever shown. */
const MOST_CANDIDATES = 120
/** Questions are split into so many parts by what they were made of. */
const PARTS = 6

const { articles } = readNews(folder)
const search = createSearch(createTokeniser(await openSegmenter()), archiveOf(articles))
await search.add(articles)

interface Candidate {
  readonly evidence: Evidence
  readonly meaning: MeaningEvidence
  /** 1, then what tells by letters, and then what words mean. */
  readonly values: readonly number[]
  /** Whether the stretch is the answer. */
  readonly is: boolean
  /** Whether its sentence holds the answer, which is all that a reader asks for. */
  readonly isRight: boolean
  readonly sentence: string
}

interface Read {
  readonly set: string
  readonly part: number
  readonly topic: Topic
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
      evidence: it.score.evidence,
      meaning: means,
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

async function read(set: string, question: string, asked: AskedQuestion = NO_ANSWER): Promise<Read> {
  const { candidates, topic } = await lookAt(question, search, { limit: 1 })
  const likeliest = candidates
    .map((it) => ({ it, odds: firstOddsOf(it.score.evidence) }))
    .toSorted((a, b) => b.odds - a.odds)
    .slice(0, MOST_CANDIDATES)
    .map(({ it }) => it)
  return {
    set,
    part: partOf(asked.id || question),
    topic,
    candidates: labelled(likeliest, asked, meaningOf(topic, search)),
  }
}
const NO_ANSWER: AskedQuestion = { id: '', kind: '', question: '', answers: [] }

const partOf = (text: string): number =>
  Array.from(text).reduce((sum, it) => (31 * sum + it.charCodeAt(0)) % 65_521, 0) % PARTS

const all: Read[] = []
for (const [name, questions] of questionSets(articles))
  for (const asked of questions) if (halfOf(asked) === 0) all.push(await read(name, asked.question, asked))
for (const [i, question] of absentQuestions().entries())
  if (i % 2 === 0) all.push(await read('absent', question))
for (const [i, question] of nearAbsentQuestions().entries())
  if (i % 2 === 0) all.push(await read('absent, near', question))
for (const asked of learningQuestions()) all.push(await read('to learn from', asked.question, asked))
for (const question of learningAbsentQuestions()) all.push(await read('absent, to learn from', question))

const ofFirstLook = ({ values }: Candidate) => values.slice(0, 1 + EVIDENCE.length)
const seen = all.filter((it) => it.candidates.length > 0)
const first = fitRanking(
  seen.map(({ candidates }) => ({
    candidates: candidates.map((it) => ({ ...it, values: ofFirstLook(it) })),
  })),
)
const weighedAgain = new Map(
  seen.map((it) => [
    it,
    it.candidates
      .toSorted((a, b) => chanceOf(ofFirstLook(b), first) - chanceOf(ofFirstLook(a), first))
      .slice(0, WEIGHED_AGAIN),
  ]),
)
const candidatesOf = (it: Read) => weighedAgain.get(it) ?? []
const learntFrom = (reads: readonly Read[]) =>
  fitRanking(reads.map((it) => ({ candidates: candidatesOf(it) })))
const weights = learntFrom(seen)
const weightsOfOthers = Array.from({ length: PARTS }, (_, part) =>
  learntFrom(seen.filter((it) => it.part !== part)),
)
const judged = all.map(
  (it): JudgedQuestion => ({
    set: it.set,
    part: it.part,
    topic: it.topic,
    greatestRarity: search.rarityOf(''),
    stretches: candidatesOf(it)
      .map(({ sentence, isRight: right, evidence, meaning, values }) => ({
        sentence,
        isRight: right,
        evidence,
        meaning,
        chance: chanceOf(values, weightsOfOthers[it.part] ?? []),
      }))
      .toSorted((a, b) => b.chance - a.chance),
  }),
)

function print(name: string, type: string, names: readonly string[], learnt: readonly number[]): void {
  console.log(`const ${name}BIAS = ${(learnt[0] ?? 0).toFixed(3)}\nconst ${name}WEIGHTS: ${type} = {`)
  for (const [i, it] of names.entries()) console.log(`  ${it}: ${(learnt[i + 1] ?? 0).toFixed(3)},`)
  console.log('}\n')
}
print('FIRST_', 'Evidence', EVIDENCE, first)
print('', 'Evidence & MeaningEvidence', [...EVIDENCE, ...MEANING], weights)
print('ANSWERED_', 'QuestionEvidence', QUESTION_EVIDENCE, fitAnswered(judged))
reportAnswered(judged, PARTS)
