import { expect, test } from 'vitest'
import { StoreError, type StoreProblem } from '../../src/store/store-error.ts'

/** Whether readers are told "try later", and whether an operator has to change the address of the database. */
const PROBLEMS: Readonly<Record<StoreProblem, readonly [passing: boolean, byHand: boolean]>> = {
  busy: [true, false],
  full: [true, false],
  readOnly: [true, false],
  unreachable: [true, false],
  conflict: [true, false],
  damaged: [false, false],
  foreign: [false, false],
  newer: [false, false],
  noDriver: [false, false],
  otherRules: [false, false],
  noRights: [false, false],
  wrongUrl: [false, true],
  tooOld: [false, true],
}

test.each(Object.entries(PROBLEMS))(
  'what is %s passes by itself or does not',
  (problem, [passing, byHand]) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a key of the table
    const error = new StoreError(problem as StoreProblem, 'a.sqlite', 'a sentence')
    expect(error.passing).toBe(passing)
    expect(error.code).toBe(byHand ? 'WRONG_DATABASE' : 'STORE')
    expect(error).toMatchObject({ problem, file: 'a.sqlite', message: 'a sentence' })
  },
)
