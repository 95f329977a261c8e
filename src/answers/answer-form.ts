import type { TextRange } from '../language/index.ts'

/** A stretch of a sentence that may be the answer, and how well it fits the question: above 0, at most 1. */
export interface AnswerForm {
  readonly range: TextRange
  readonly fit: number
}
