import type { SharedLimits } from '../shared-limits.ts'
import { type Kysely, sql } from '../sql/kysely.ts'
import type { Schema } from '../sql/schema.ts'

/**
 * Calls of all bots in any second, by the clock of the server (see delivery/budgets.ts): of the 30 that Telegram takes two are
 * left for a bot that cannot ask (see delivery/wait-of-all.ts). Notices leave some to replies.
 */
const MOST_CALLS = 28
const MOST_WITH_NOTICES = 25
/** A call of which nothing is heard, since its process died, counts for so long. */
const LONGEST_MS = 5_000
/** Part of that time after which a living process says that it still waits for an answer. */
const PROLONG_AFTER = 0.4

/** A budget that nobody has touched for so long is full, and forgotten. */
const FORGET_MS = 120_000
const FORGET_EVERY = 500

const NOW = sql<number>`(extract(epoch FROM clock_timestamp()) * 1000)`

/** A call that is under way, by the stamp that stands for it in the budget of all. */
interface CallUnderWay {
  stamp: number
}

/**
 * Budgets as rows of the database, one for each chat and one for all; a statement takes of all of them or of none.
 *
 * In no second are there more calls than allowed, however late they leave or arrive: a call counts from when it is taken until a
 * second after its answer. Of calls that reach Telegram within one second, each was taken before the last one of them was, and was
 * answered less than a second before it arrived; so all of them counted when the last one was taken.
 * @param longestMs a call of which nothing is heard counts for so long
 */
export function createPostgresLimits(db: Kysely<Schema>, longestMs = LONGEST_MS): SharedLimits {
  let untilForget = 0
  const underWay = new Set<CallUnderWay>()
  let timer: NodeJS.Timeout | undefined
  let prolonging = Promise.resolve()
  const prolong = async () => {
    const calls = [...underWay]
    const { rows } = await sql<{ readonly stamps: readonly number[] }>`
      SELECT prolong_calls(${calls.map(({ stamp }) => stamp)}::float8[], ${sql.lit(longestMs)}) AS stamps`.execute(
      db,
    )
    for (const [i, call] of calls.entries()) call.stamp = rows[0]?.stamps[i] ?? call.stamp
  }
  /** Telegram answers most calls long before. */
  const watch = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      if (underWay.size === 0) return
      // If it fails they count for as long as they did, and are prolonged the next time.
      prolonging = prolong().catch(() => {})
      watch()
    }, longestMs * PROLONG_AFTER).unref()
  }
  const forget = async () => {
    untilForget = FORGET_EVERY
    await sql`DELETE FROM send_budgets WHERE scope <> 'all'
      AND greatest(full_ms, closed_ms, coalesce(times[cardinality(times)], 0)) < ${NOW} - ${sql.lit(FORGET_MS)}`.execute(
      db,
    )
  }
  const giveBack = async (call: CallUnderWay) => {
    await prolonging
    underWay.delete(call)
    await sql`UPDATE send_budgets SET times = array_replace(times, ${call.stamp}::float8, ${NOW}::float8)
      WHERE scope = 'all'`.execute(db)
  }
  return {
    take: async ({ chatId, isGroup, isNotice }) => {
      if (--untilForget < 0) await forget()
      const most = isNotice ? MOST_WITH_NOTICES : MOST_CALLS
      const { rows } = await sql<{ readonly wait_ms: number; readonly stamp: number | null }>`
        SELECT wait_ms, stamp FROM take_call(${`chat ${chatId}`}, ${sql.lit(isGroup)}, ${sql.lit(most)},
          ${sql.lit(longestMs)})`.execute(db)
      const { wait_ms: waitMs = 0, stamp = null } = rows[0] ?? {}
      if (stamp === null) return { waitMs, over: async () => {} }
      const call = { stamp }
      underWay.add(call)
      watch()
      return { waitMs, over: () => giveBack(call) }
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
