import { PaperboyError } from '../../domain/index.ts'

/** The page or a test asked for something that a reader could not do either. */
export class MisuseError extends PaperboyError {
  readonly code = 'PLAYGROUND_MISUSE'
}
