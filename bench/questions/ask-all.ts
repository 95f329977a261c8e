import { type AnswerResult, answerQuestion } from '../../src/answers/index.ts'
import type { SearchEngine } from '../../src/search/index.ts'
import { type AskedQuestion, isRight } from './asked-questions.ts'

/** Shares of questions, 0 to 1, and how long each took. */
export interface AnswerFigures {
  readonly questions: number
  readonly first: number
  readonly inThree: number
  readonly silent: number
  readonly times: readonly number[]
}

/**
 * Asks questions with known answers.
 * @param seen is told of each: the place of the right sentence among the answers, -1 if none is
 */
export async function askAll(
  search: SearchEngine,
  questions: readonly AskedQuestion[],
  seen?: (asked: AskedQuestion, result: AnswerResult, place: number) => void,
): Promise<AnswerFigures> {
  let [first, three, none] = [0, 0, 0]
  const times: number[] = []
  for (const asked of questions) {
    const start = performance.now()
    const result = await answerQuestion(asked.question, search)
    times.push(performance.now() - start)
    const place = result.answers.findIndex((it) => isRight(it.sentence, asked))
    if (place === 0) first++
    if (place >= 0) three++
    if (result.answers.length === 0) none++
    seen?.(asked, result, place)
  }
  const count = questions.length
  return { questions: count, first: first / count, inThree: three / count, silent: none / count, times }
}

/** To how many questions nothing is said, of those that the archive does not answer. */
export async function askAbsent(
  search: SearchEngine,
  absent: readonly string[],
): Promise<{ readonly silent: number; readonly asked: number }> {
  let silent = 0
  for (const question of absent) if ((await answerQuestion(question, search)).answers.length === 0) silent++
  return { silent, asked: absent.length }
}
