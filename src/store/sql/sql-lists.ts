import type { ListStore } from '../lists.ts'
import { randomId } from '../random-id.ts'
import { inTransaction } from './in-transaction.ts'
import { LIST_COLUMNS, NOBODY, toSavedList } from './list-row.ts'
import type { SqlDatabase } from './sql-database.ts'

const KEPT_MS = 365 * 24 * 3_600_000
const MOST_OF_A_CHAT = 2_000

/**
 * Lists in SQL. Saving one also deletes those that are too old or too many.
 * @param now milliseconds since 1970
 */
export function createSqlLists({ relaxedDb: db, dialect }: SqlDatabase, now: () => number): ListStore {
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
        const list = JSON.stringify(spec)
        await trx
          .insertInto('lists')
          .values({ id, chat_id: chatId, owner_id: ownerId, list, saved_ms: now() })
          .execute()
        await trx
          .deleteFrom('lists')
          .where('saved_ms', '<=', now() - KEPT_MS)
          .execute()
        const beyond = await trx
          .selectFrom('lists')
          .select('id')
          .where('chat_id', '=', chatId)
          .orderBy('saved_ms', 'desc')
          .orderBy('id')
          .limit(10)
          .offset(MOST_OF_A_CHAT)
          .execute()
        await trx
          .deleteFrom('lists')
          .where(
            dialect.isOneOf(
              'id',
              beyond.map(({ id }) => id),
            ),
          )
          .execute()
        return id
      }),
  }
}
