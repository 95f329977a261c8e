import { setTimeout as sleep } from 'node:timers/promises'
import { StoreError } from '../store-error.ts'
import type { Kysely, Transaction } from './kysely.ts'
import type { Schema } from './schema.ts'

const MOST_TRIES = 8
const LONGEST_WAIT_MS = 40

/**
 * Does some work in one transaction, and does it anew where the database undid it in favour of another transaction.
 * @param work may run several times, so it changes nothing but the database
 */
export const inTransaction = <T>(
  db: Kysely<Schema>,
  work: (trx: Transaction<Schema>) => Promise<T>,
): Promise<T> => despiteConflicts(() => db.transaction().execute(work))

/** Tries again, a little later, what was undone in favour of another transaction. */
export async function despiteConflicts<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof StoreError && error.problem === 'conflict') || tries === MOST_TRIES) throw error
    }
    await sleep(Math.random() * LONGEST_WAIT_MS)
  }
}
