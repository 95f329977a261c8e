import type { Kysely } from 'kysely'
import type { UpdateStore } from '../updates.ts'
import type { Schema } from './schema.ts'

const KEPT_MS = 48 * 3_600_000
/** Old ones are forgotten now and then: looking for them costs as much as a claim. */
const FORGET_EVERY = 100

export function createSqliteUpdates(db: Kysely<Schema>, now: () => number): UpdateStore {
  let claims = 0
  return {
    claim: async (updateId) => {
      if (claims++ % FORGET_EVERY === 0)
        await db
          .deleteFrom('updates')
          .where('seen_ms', '<=', now() - KEPT_MS)
          .execute()
      const claimed = await db
        .insertInto('updates')
        .values({ update_id: updateId, seen_ms: now() })
        .onConflict((it) => it.doNothing())
        .returning('update_id')
        .executeTakeFirst()
      return claimed !== undefined
    },
  }
}
