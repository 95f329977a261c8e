import type { UpdateStore } from '../updates.ts'
import { sql } from './kysely.ts'
import type { SqlDatabase } from './sql-database.ts'

/**
 * Telegram gives an update again for 24 hours (Bot API, “Getting updates”); twice that is enough. It starts its ids anew,
 * often lower, after a week without updates: by then all old ones are forgotten, and swallow no new one.
 */
export const KEPT_MS = 48 * 3_600_000
/** Old ones are taken out now and then: looking for them costs as much as a claim. */
const FORGET_EVERY = 100

/**
 * The ids of seen updates in SQL; old ones are deleted now and then, not at every claim.
 * @param now milliseconds since 1970
 */
export function createSqlUpdates({ relaxedDb: db }: SqlDatabase, now: () => number): UpdateStore {
  let untilForget = 0
  const forgetOld = async () => {
    await db
      .deleteFrom('updates')
      .where('seen_ms', '<=', now() - KEPT_MS)
      .execute()
  }
  return {
    claim: async (updateIds) => {
      if (updateIds.length === 0) return new Set()
      if (untilForget <= 0) {
        await forgetOld()
        untilForget = FORGET_EVERY
      }
      untilForget -= updateIds.length
      const nowMs = now()
      // Each once, and in one order, so that two processes never wait for one another.
      const ids = [...new Set(updateIds)].toSorted((a, b) => a - b)
      // What is still there from long ago, or from a clock that was far ahead, is as good as forgotten.
      const claimed = await db
        .insertInto('updates')
        .values(ids.map((updateId) => ({ update_id: updateId, seen_ms: nowMs })))
        .onConflict((it) =>
          it
            .column('update_id')
            .doUpdateSet({ seen_ms: nowMs })
            .where(
              sql<boolean>`updates.seen_ms <= ${nowMs - KEPT_MS} OR updates.seen_ms > ${nowMs + KEPT_MS}`,
            ),
        )
        .returning('update_id')
        .execute()
      return new Set(claimed.map(({ update_id }) => update_id))
    },
  }
}
