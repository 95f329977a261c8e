import { PaperboyError } from '../domain/index.ts'

/** A command was called in a way that it does not understand. The message says how to call it. */
export class UsageError extends PaperboyError {
  readonly code = 'USAGE'
}
