import { type Kysely, sql } from '../sql/kysely.ts'
import type { Schema } from '../sql/schema.ts'
import { KEPT_MS } from '../sql/sql-updates.ts'
import { parseStored } from '../stored-json.ts'
import type { BegunUpdate, UpdateQueue } from '../update-queue.ts'
import type { ReplicaSession } from './replica-session.ts'

/** Updates of a line that are begun at once. */
const SLICE = 20
/** What nobody has begun for so long is of a replica that died between taking it and beginning it. */
const UNTOUCHED_MS = 1_000

/**
 * The queue in two tables: the updates that wait, and the turns, a row for each line that somebody works on.
 *
 * A turn is taken by one statement, which changes the row only if its holder is dead. Who adds an update asks for the turn
 * after the update is committed; who gives a turn back looks once more after that is committed: so one of the two sees it.
 */
export function createPostgresUpdateQueue(
  db: Kysely<Schema>,
  session: ReplicaSession,
  now: () => number,
): UpdateQueue {
  const { holder } = session
  let dead: readonly number[] = []
  return {
    add: async (updates) => {
      const nowMs = now()
      // In one order, so that two replicas never wait for one another.
      const sorted = [...new Map(updates.map((it) => [it.updateId, it])).values()].toSorted(
        (a, b) => a.updateId - b.updateId,
      )
      const { rows } = await sql<{ readonly update_id: number }>`
        WITH given AS (
          SELECT * FROM unnest(${sorted.map((it) => it.updateId)}::bigint[], ${sorted.map((it) => it.line)}::text[],
            ${sorted.map((it) => JSON.stringify(it.body))}::text[]) AS it(update_id, line, body)
        ), claimed AS (
          INSERT INTO updates (update_id, seen_ms) SELECT update_id, ${nowMs}::float8 FROM given
          ON CONFLICT (update_id) DO UPDATE SET seen_ms = excluded.seen_ms
            WHERE updates.seen_ms <= ${nowMs - KEPT_MS}::float8 OR updates.seen_ms > ${nowMs + KEPT_MS}::float8
          RETURNING update_id
        )
        INSERT INTO waiting_updates (update_id, line, body, taken_ms)
        SELECT update_id, line, body, ${nowMs}::float8 FROM given JOIN claimed USING (update_id)
        ON CONFLICT DO NOTHING RETURNING update_id`.execute(db)
      return new Set(rows.map((row) => row.update_id))
    },
    takeTurn: async (line) => {
      const { rows } = await sql`
        INSERT INTO turns (line, holder) VALUES (${line}, ${sql.lit(holder)})
        ON CONFLICT (line) DO UPDATE SET holder = ${sql.lit(holder)}
          WHERE turns.holder = ${sql.lit(holder)} OR turns.holder = ANY(${[...dead]}::integer[])
        RETURNING line`.execute(db)
      return rows.length > 0
    },
    begin: async (line, except) => {
      const { rows } = await sql<Row>`
        UPDATE waiting_updates SET holder = ${sql.lit(holder)}, begun = begun + 1
        WHERE update_id IN (
          SELECT update_id FROM waiting_updates WHERE line = ${line} AND NOT update_id = ANY(${[...except]}::bigint[])
            AND EXISTS (SELECT 1 FROM turns WHERE turns.line = ${line} AND turns.holder = ${sql.lit(holder)})
          ORDER BY update_id LIMIT ${sql.lit(SLICE)})
        RETURNING update_id, body, begun, called::integer AS called`.execute(db)
      return rows.map(toUpdate).toSorted((a, b) => a.updateId - b.updateId)
    },
    noteCall: async (updateId) => {
      const { rows } = await sql`UPDATE waiting_updates SET called = true
        WHERE update_id = ${updateId} AND holder = ${sql.lit(holder)} RETURNING update_id`.execute(db)
      return rows.length > 0
    },
    finish: async (updateId) => {
      await sql`DELETE FROM waiting_updates WHERE update_id = ${updateId} AND holder = ${sql.lit(holder)}`.execute(
        db,
      )
    },
    leaveTurn: async (line) => {
      await sql`DELETE FROM turns WHERE line = ${line} AND holder = ${sql.lit(holder)}`.execute(db)
      const { rows } = await sql`SELECT 1 FROM waiting_updates WHERE line = ${line} LIMIT 1`.execute(db)
      return rows.length > 0
    },
    left: async () => {
      const { rows } = await sql<{ readonly line: string; readonly holder: number | null }>`
        SELECT w.line, turns.holder FROM waiting_updates w LEFT JOIN turns ON turns.line = w.line
        WHERE turns.holder IS NOT NULL OR w.taken_ms < ${now() - UNTOUCHED_MS}::float8
        GROUP BY w.line, turns.holder ORDER BY min(w.update_id)`.execute(db)
      if (rows.length === 0) return []
      dead = await session.dead([...new Set(rows.flatMap((row) => row.holder ?? []))])
      return rows.flatMap((row) =>
        row.holder === null || row.holder === holder || dead.includes(row.holder) ? [row.line] : [],
      )
    },
  }
}

interface Row {
  readonly update_id: number
  readonly body: string
  readonly begun: number
  readonly called: number
}

const toUpdate = ({ update_id, body, begun, called }: Row): BegunUpdate => ({
  updateId: update_id,
  body: parseStored(body),
  times: begun,
  mayBeAnswered: called > 0,
})
