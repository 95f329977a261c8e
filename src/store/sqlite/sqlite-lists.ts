import type { Kysely } from 'kysely'
import type { ListStore, SavedList } from '../lists.ts'
import { randomId } from '../random-id.ts'
import { oneOf } from './one-of.ts'
import type { Schema } from './schema.ts'

const KEPT_MS = 30 * 24 * 3_600_000
const MOST_OF_A_CHAT = 500

export function createSqliteLists(db: Kysely<Schema>, now: () => number): ListStore {
  const get = async (id: string): Promise<SavedList | undefined> => {
    const row = await db
      .selectFrom('lists')
      .select(['chat_id', 'owner_id', 'list'])
      .where('id', '=', id)
      .where('saved_ms', '>', now() - KEPT_MS)
      .executeTakeFirst()
    if (!row) return undefined
    const rest: Omit<SavedList, 'chatId' | 'ownerId'> = JSON.parse(row.list)
    return { ...rest, chatId: row.chat_id, ownerId: row.owner_id }
  }
  return {
    get,
    save: ({ chatId, ownerId, ...rest }) =>
      db.transaction().execute(async (trx) => {
        const id = randomId()
        const list = JSON.stringify(rest)
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
          .where('id', 'in', oneOf(beyond.map(({ id }) => id)))
          .execute()
        return id
      }),
    change: async (id, { order, filter }) => {
      const list = await get(id)
      if (!list) return
      const { chatId: _chat, ownerId: _owner, query } = list
      const changed = JSON.stringify({ query, ...(order && { order }), ...(filter && { filter }) })
      await db.updateTable('lists').set({ list: changed }).where('id', '=', id).execute()
    },
  }
}
