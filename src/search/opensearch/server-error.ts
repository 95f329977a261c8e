import { PaperboyError } from '../../domain/index.ts'

/** Why a search server gave no answer: it does not answer now, and may later; or somebody must do something first. */
export type ServerTrouble = 'unreachable' | 'unusable'

/** The search server gave no answer. The message says what it is and what to do, and holds no password. */
export class SearchServerError extends PaperboyError {
  readonly code = 'SEARCH_SERVER'
  readonly trouble: ServerTrouble
  /** Whether some node said something: then part of an answer may be had. */
  readonly hasAnswered: boolean
  constructor(trouble: ServerTrouble, message: string, hasAnswered = false) {
    super(message)
    this.trouble = trouble
    this.hasAnswered = hasAnswered
  }
}
