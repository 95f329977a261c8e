import type { Alert, AlertMatch, AlertStore } from '../alerts.ts'
import type { ReportDamage } from '../damaged-row-error.ts'
import { randomId } from '../random-id.ts'
import { isText, readStored } from '../stored-json.ts'
import { isActive } from './active-chats.ts'
import { inTransaction } from './in-transaction.ts'
import { type Kysely, type Selectable, sql } from './kysely.ts'
import type { Schema } from './schema.ts'
import type { SqlDatabase } from './sql-database.ts'
import type { SqlDialect } from './sql-dialect.ts'
import { addMessages } from './sql-outbox.ts'

/** How long a removed alert can be had back. */
const KEPT_MS = 24 * 3_600_000

/**
 * Alerts in SQL. A removed alert stays in its table for a day, so that the removal can be undone. One
 * whose row is damaged is left out.
 * @param report told of damaged rows
 */
export function createSqlAlerts(
  { db, dialect }: SqlDatabase,
  now: () => number,
  report: ReportDamage = () => {},
): AlertStore {
  const read = (row: Selectable<Schema['alerts']>) => {
    const alert = toAlert(row)
    if (alert === undefined) report('alerts', row.id)
    return alert
  }
  const alerts = db.selectFrom('alerts').selectAll().where('removed_ms', 'is', null)
  const change = (on: Kysely<Schema>) => on.updateTable('alerts').where('removed_ms', 'is', null)
  const isFull = async (trx: Kysely<Schema>, chatId: number, most: number) => {
    const { count } = await trx
      .selectFrom('alerts')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('chat_id', '=', chatId)
      .where('removed_ms', 'is', null)
      .executeTakeFirstOrThrow()
    return count >= most
  }
  return {
    add: ({ chatId, threadId = 0, ownerId, query, arrival }, most) =>
      inTransaction(db, async (trx) => {
        await dialect.lockChat(trx, chatId)
        if (await isFull(trx, chatId, most)) return undefined
        await trx
          .deleteFrom('alerts')
          .where('removed_ms', '<=', now() - KEPT_MS)
          .execute()
        const row = await trx
          .insertInto('alerts')
          .values({
            id: randomId(),
            chat_id: chatId,
            thread_id: threadId,
            owner_id: ownerId,
            query: JSON.stringify(query),
            muted: 0,
            arrival,
            removed_ms: null,
          })
          .returningAll()
          .executeTakeFirstOrThrow()
        return read(row)
      }),
    get: async (id) => {
      const row = await alerts.where('id', '=', id).executeTakeFirst()
      return row && read(row)
    },
    ofChat: async (chatId) => {
      const rows = await alerts.where('chat_id', '=', chatId).orderBy('key').execute()
      return rows.flatMap((row) => read(row) ?? [])
    },
    behind: async (arrival) => {
      const rows = await alerts
        .where('muted', '=', 0)
        .where('arrival', '<', arrival)
        .where(isActive('alerts'))
        .orderBy('chat_id')
        .orderBy('key')
        .execute()
      return rows.flatMap((row) => read(row) ?? [])
    },
    change: async (id, { query, muted, arrival }) => {
      const values = {
        ...(query !== undefined && { query: JSON.stringify(query) }),
        ...(muted !== undefined && { muted: muted ? 1 : 0 }),
        ...(arrival !== undefined && { arrival }),
      }
      if (Object.keys(values).length > 0) await change(db).set(values).where('id', '=', id).execute()
    },
    remove: async (id) => {
      await change(db).set({ removed_ms: now() }).where('id', '=', id).execute()
    },
    restore: (id, chatId, arrival, most) =>
      inTransaction(db, async (trx) => {
        await dialect.lockChat(trx, chatId)
        const removed = trx
          .updateTable('alerts')
          .where('id', '=', id)
          .where('chat_id', '=', chatId)
          .where('removed_ms', '>', now() - KEPT_MS)
        const row = await removed.set({ removed_ms: null, arrival }).returningAll().executeTakeFirst()
        // One too many is put back into the bin.
        if (row && (await isFull(trx, chatId, most + 1))) {
          await change(trx).set({ removed_ms: now() }).where('id', '=', id).execute()
          return undefined
        }
        return row && read(row)
      }),
    passOver: async (ids, arrival) => {
      await change(db).set({ arrival }).where(dialect.isOneOf('id', ids)).execute()
    },
    tell: (arrival, matches, write) =>
      inTransaction(db, async (trx) => {
        const untoldOf = new Map<string, readonly string[]>()
        // In one order, so that two processes never wait for one another.
        for (const { alertId, articleIds } of matches.toSorted((a, b) => (a.alertId < b.alertId ? -1 : 1))) {
          const there = await change(trx)
            .set({ arrival })
            .where('id', '=', alertId)
            .returning('id')
            .executeTakeFirst()
          if (there) untoldOf.set(alertId, await noteTold(trx, dialect, alertId, articleIds))
        }
        const fresh = matches.flatMap(({ alertId }): readonly AlertMatch[] => {
          const articleIds = untoldOf.get(alertId) ?? []
          return articleIds.length > 0 ? [{ alertId, articleIds }] : []
        })
        if (fresh.length > 0) await addMessages(trx, dialect, [write(fresh)], now())
      }),
  }
}

/** @returns those that were not noted before, in their order */
async function noteTold(
  trx: Kysely<Schema>,
  dialect: SqlDialect,
  alertId: string,
  articleIds: readonly string[],
): Promise<readonly string[]> {
  const toldOf = (ids: readonly string[]) =>
    dialect.rowsOf(
      [['article_id', 'text']],
      ids.map((id) => [id]),
    )
  const { rows } = await sql<{ article_id: string }>`
    INSERT INTO alerted (alert_id, article_id)
    SELECT CAST(${alertId} AS TEXT), it.article_id FROM ${toldOf(articleIds)} WHERE true
    ON CONFLICT DO NOTHING RETURNING article_id`.execute(trx)
  const noted = new Set(rows.map((row) => row.article_id))
  return [...new Set(articleIds)].filter((id) => noted.has(id))
}

/** Undefined if the row is damaged. */
function toAlert(row: Selectable<Schema['alerts']>): Alert | undefined {
  const query = readStored(row.query, isText)
  if (query === undefined) return undefined
  return {
    id: row.id,
    chatId: row.chat_id,
    ...(row.thread_id !== 0 && { threadId: row.thread_id }),
    ownerId: row.owner_id,
    query,
    muted: row.muted === 1,
    arrival: row.arrival,
  }
}
