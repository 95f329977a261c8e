import type { ListStore } from '../lists.ts'
import { randomId } from '../random-id.ts'
import { readListSpec, writeList } from '../read-list-spec.ts'
import { inTransaction } from './in-transaction.ts'
import { keepQuery, type ValueOf } from './keep-query.ts'
import { LIST_COLUMNS, NOBODY, toSavedList } from './list-row.ts'
import type { SqlDatabase } from './sql-database.ts'

const KEPT_MS = 365 * 24 * 3_600_000
const MOST_OF_A_CHAT = 2_000

/**
 * Lists in SQL. Saving one also deletes those that are too old or too many.
 * @param now milliseconds since 1970
 */
export function createSqlLists({ relaxedDb: db, dialect }: SqlDatabase, now: () => number): ListStore {
  // Each answer with buttons saves a list.
  const insert = keepQuery(
    (value: ValueOf<{ id: string; chatId: number; ownerId: number; list: string; nowMs: number }>) =>
      db.insertInto('lists').values({
        id: value('id'),
        chat_id: value('chatId'),
        owner_id: value('ownerId'),
        list: value('list'),
        saved_ms: value('nowMs'),
      }),
  )
  const deleteOld = keepQuery((value: ValueOf<{ untilMs: number }>) =>
    db.deleteFrom('lists').where('saved_ms', '<=', value('untilMs')),
  )
  const findBeyond = keepQuery((value: ValueOf<{ chatId: number }>) =>
    db
      .selectFrom('lists')
      .select('id')
      .where('chat_id', '=', value('chatId'))
      .orderBy('saved_ms', 'desc')
      .orderBy('id')
      .limit(10)
      .offset(MOST_OF_A_CHAT),
  )
  return {
    get: async (id) => {
      const row = await db
        .selectFrom('lists')
        .select(LIST_COLUMNS)
        .where('id', '=', id)
        .where('saved_ms', '>', now() - KEPT_MS)
        .executeTakeFirst()
      // Whoever presses the buttons of a list that cannot be read is told that it is gone.
      return row && toSavedList(row)
    },
    save: ({ chatId, ownerId = NOBODY, spec }) =>
      inTransaction(db, async (trx) => {
        await dialect.lockChat(trx, chatId)
        const id = randomId()
        const list = writeList(spec)
        await insert(trx, { id, chatId, ownerId, list, nowMs: now() })
        await deleteOld(trx, { untilMs: now() - KEPT_MS })
        const beyond = await findBeyond(trx, { chatId })
        const ids = beyond.map((it) => it.id)
        if (ids.length > 0) await trx.deleteFrom('lists').where(dialect.isOneOf('id', ids)).execute()
        return id
      }),
    latest: async (chatId, personId) => {
      const row = await db
        .selectFrom('lists')
        .select(['id', ...LIST_COLUMNS])
        .where('chat_id', '=', chatId)
        .where('owner_id', 'in', [personId, NOBODY])
        .where('saved_ms', '>', now() - KEPT_MS)
        .orderBy('saved_ms', 'desc')
        .limit(1)
        .executeTakeFirst()
      const list = row && toSavedList(row)
      return list && { id: row.id, list }
    },
    noteShown: (id, shown) =>
      inTransaction(db, async (trx) => {
        const row = await trx.selectFrom('lists').select('list').where('id', '=', id).executeTakeFirst()
        const spec = row && readListSpec(row.list)
        if (!spec) return
        await trx
          .updateTable('lists')
          .set({ list: writeList(spec, shown) })
          .where('id', '=', id)
          .execute()
      }),
  }
}
