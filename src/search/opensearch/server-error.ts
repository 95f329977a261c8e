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

/**
 * What a search brings that is only beside what is asked for: without a server that is left out.
 * @param otherwise what is taken if the search server gives no answer
 */
export async function unlessAway<T, U>(asking: Promise<T>, otherwise: U): Promise<T | U> {
  try {
    return await asking
  } catch (error) {
    if (error instanceof SearchServerError) return otherwise
    throw error
  }
}
