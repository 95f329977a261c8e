import type { Article } from '../domain/index.ts'
import type { TextRange } from '../language/index.ts'
import type { MeantContext } from './meaning-evidence.ts'
import type { SentenceScore } from './score-sentence.ts'

/** A stretch of a sentence that may answer. */
interface Stretch {
  readonly article: Article
  readonly paragraph: number
  /** In UTF-16 units of the paragraph. */
  readonly range: TextRange
  readonly sentence: string
  readonly score: SentenceScore
  /** What answers in it, in normal form; empty if nothing does by itself. */
  readonly value: string
}

/** A stretch before its words are compared by what they mean. */
export interface Candidate extends Stretch {
  readonly context: MeantContext
}

/** A sentence with what it is worth. */
export interface ScoredSentence extends Stretch {
  /** That it answers, 0 to 1. */
  readonly chance: number
}
