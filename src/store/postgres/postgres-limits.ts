import type { SharedLimits } from '../shared-limits.ts'
import { type Kysely, sql } from '../sql/kysely.ts'
import type { Schema } from '../sql/schema.ts'

/** Calls of all bots in any second, by the clock of the server (see delivery/budgets.ts). Notices leave some to replies. */
const MOST_CALLS = 30
const MOST_WITH_NOTICES = 25
/** A call of which nothing is heard, since its process died, counts for so long. */
const LONGEST_MS = 5_000

/** A budget that nobody has touched for so long is full, and forgotten. */
const FORGET_MS = 120_000
const FORGET_EVERY = 500

const NOW = sql<number>`(extract(epoch FROM clock_timestamp()) * 1000)`

/** Budgets as rows of the database, one for each chat and one for all; a statement takes of all of them or of none. */
export function createPostgresLimits(db: Kysely<Schema>): SharedLimits {
  let untilForget = 0
  const forget = async () => {
    untilForget = FORGET_EVERY
    await sql`DELETE FROM send_budgets WHERE scope <> 'all'
      AND greatest(full_ms, closed_ms, coalesce(times[cardinality(times)], 0)) < ${NOW} - ${sql.lit(FORGET_MS)}`.execute(
      db,
    )
  }
  const giveBack = async (stamp: number) => {
    await sql`UPDATE send_budgets SET times = array_replace(times, ${stamp}::float8, ${NOW}::float8)
      WHERE scope = 'all'`.execute(db)
  }
  return {
    take: async ({ chatId, isGroup, isNotice }) => {
      if (--untilForget < 0) await forget()
      const most = isNotice ? MOST_WITH_NOTICES : MOST_CALLS
      const { rows } = await sql<{ readonly wait_ms: number; readonly stamp: number | null }>`
        SELECT wait_ms, stamp FROM take_call(${`chat ${chatId}`}, ${sql.lit(isGroup)}, ${sql.lit(most)},
          ${sql.lit(LONGEST_MS)})`.execute(db)
      const { wait_ms: waitMs = 0, stamp = null } = rows[0] ?? {}
      return { waitMs, over: stamp === null ? async () => {} : () => giveBack(stamp) }
    },
    close: async (scope, ms) => {
      await sql`INSERT INTO send_budgets (scope, closed_ms) VALUES (${scope}, ${NOW} + ${ms}::float8)
        ON CONFLICT (scope) DO UPDATE SET closed_ms = greatest(send_budgets.closed_ms, excluded.closed_ms)`.execute(
        db,
      )
    },
    closed: async () => {
      const { rows } = await sql<{ readonly scope: string; readonly ms: number }>`
        SELECT scope, (closed_ms - ${NOW})::float8 AS ms FROM send_budgets WHERE closed_ms > ${NOW}`.execute(
        db,
      )
      return rows
    },
    ask: async (userId, { burst, intervalMs }) => {
      const { rows } = await sql<{ readonly wait: number }>`SELECT take_request(
        ${`reader ${userId}`}, ${sql.lit(burst)}, ${intervalMs}::float8) AS wait`.execute(db)
      const wait = rows[0]?.wait ?? 0
      return wait < 0 ? 'silence' : wait > 0 ? { waitMs: wait } : 'answer'
    },
  }
}
