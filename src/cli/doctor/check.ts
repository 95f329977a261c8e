import { PaperboyError } from '../../domain/index.ts'

/** One thing that was looked at. */
export interface Check {
  /** `Node`, `corpus folder` … */
  readonly check: string
  /** `warn`: it works, but not as well as it could. */
  readonly state: 'ok' | 'warn' | 'fail'
  /** What was found, in one line. */
  readonly finding: string
  /** What to do about it; there unless all is well. */
  readonly mend?: string
  /** All that was found, a line each: a person is shown the first ones, a program all. */
  readonly details?: readonly string[]
}

/** Looks at something, and takes a foreseen failure for what it found. */
export async function look(check: string, mend: string, find: () => Promise<Check>): Promise<Check> {
  try {
    return await find()
  } catch (error) {
    if (!(error instanceof PaperboyError)) throw error
    return { check, state: 'fail', finding: error.message.replaceAll('\n', '; '), mend }
  }
}
