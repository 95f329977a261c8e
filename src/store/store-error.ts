import { PaperboyError } from '../domain/index.ts'

/** What is the matter with the storage. */
export type StoreProblem =
  /** Another program holds it for longer than we wait. */
  | 'busy'
  | 'full'
  | 'readOnly'
  /** It cannot be opened, or the device fails. */
  | 'unreachable'
  /** It is no database, or its bytes contradict one another. */
  | 'damaged'
  /** It belongs to another program. */
  | 'foreign'
  /** A newer version of this program made it. */
  | 'newer'
  /** This machine can load no SQLite at all. */
  | 'noDriver'
  /** What was asked for was undone, since another transaction was in its way; it is done anew by itself. */
  | 'conflict'
  /** Of PostgreSQL: no such database, a wrong name or password, or a URL that is none. */
  | 'wrongUrl'
  | 'tooOld'
  /** Another bot over the same database reads or indexes text by other rules. */
  | 'otherRules'
  /** The user of the database may not do what was asked for. */
  | 'noRights'

const PASSING: ReadonlySet<StoreProblem> = new Set(['busy', 'full', 'readOnly', 'unreachable', 'conflict'])

/** What lasts until somebody changes `DATABASE_URL`, or the server that it names. */
const BY_HAND: ReadonlySet<StoreProblem> = new Set(['wrongUrl', 'tooOld'])

/** The storage cannot do what it was asked for; nothing of it was done. */
export class StoreError extends PaperboyError {
  readonly code: 'STORE' | 'WRONG_DATABASE'
  readonly problem: StoreProblem
  readonly file: string
  constructor(problem: StoreProblem, file: string, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.problem = problem
    this.code = BY_HAND.has(problem) ? 'WRONG_DATABASE' : 'STORE'
    this.file = file
  }

  /** True if the same may succeed later without a change of program or file: readers are told "try later". */
  get passing(): boolean {
    return PASSING.has(this.problem)
  }
}
