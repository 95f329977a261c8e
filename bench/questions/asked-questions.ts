import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../../src/domain/index.ts'
import { makeQuestions } from './make-questions.ts'

/** A question with what answers it: a sentence is right if it holds one of the answers. */
export interface AskedQuestion {
  /** `sourceId` of the article that it was made of. */
  readonly id: string
  readonly kind: string
  readonly question: string
  readonly answers: readonly string[]
}

/** All sets by name: those by hand were seen in tuning, the others by hand in their first half only. */
export const questionSets = (
  articles: readonly Article[],
): readonly (readonly [name: string, questions: readonly AskedQuestion[]])[] => [
  ['by hand', readQuestions('hand-questions.tsv')],
  ['by rules', makeQuestions(articles)],
  ['by hand, closed', readQuestions('closed-questions.tsv')],
  ['by hand, fresh', readQuestions('fresh-questions.tsv')],
  ['by hand, later', readQuestions('later-questions.tsv')],
  ['by hand, phone', readQuestions('phone-questions.tsv')],
]

/** Written to learn from only: of articles drawn at random that no other set is made of, in other words than theirs. */
export const learningQuestions = (): readonly AskedQuestion[] => readQuestions('learning-questions.tsv')

/** The same, of what the archive does not tell: general knowledge, and details that no news tells. */
export const learningAbsentQuestions = (): readonly string[] => linesOf('learning-absent-questions.txt')

/** Questions that no article of the archive answers. */
export const absentQuestions = (): readonly string[] => linesOf('absent-questions.txt')

/** The same, most of them about what the archive does tell of: 嫦娥六号花了多少钱. */
export const nearAbsentQuestions = (): readonly string[] => linesOf('near-absent-questions.txt')

/** Split by article: 0 may be looked at, 1 is left out. */
export const halfOf = ({ id }: AskedQuestion): number =>
  Array.from(id).reduce((sum, it) => sum + it.charCodeAt(0), 0) % 2

export const isRight = (sentence: string, { answers }: AskedQuestion): boolean =>
  answers.some((it) => sentence.includes(it))

const readQuestions = (file: string): readonly AskedQuestion[] =>
  linesOf(file).map((line) => {
    const [id = '', kind = '', question = '', answers = ''] = line.split('\t')
    return { id, kind, question, answers: answers.split('|') }
  })

const linesOf = (file: string): readonly string[] =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .filter(Boolean)
