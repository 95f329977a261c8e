import type { Channel, ChannelStore } from '../channels.ts'
import { isText, readStored } from '../stored-json.ts'
import type { Selectable } from './kysely.ts'
import type { Schema } from './schema.ts'
import type { SqlDatabase } from './sql-database.ts'

/** Channels in SQL. */
export const createSqlChannels = ({ db }: SqlDatabase): ChannelStore => ({
  save: async ({ chatId, title, username, ownerId }) => {
    const values = { owner_id: ownerId, title: JSON.stringify(title), username: username ?? null }
    await db
      .insertInto('channels')
      .values({ chat_id: chatId, ...values })
      .onConflict((it) => it.column('chat_id').doUpdateSet(values))
      .execute()
  },
  get: async (chatId) => {
    const row = await db.selectFrom('channels').selectAll().where('chat_id', '=', chatId).executeTakeFirst()
    return row && toChannel(row)
  },
  ofOwner: async (ownerId) => {
    const rows = await db
      .selectFrom('channels')
      .selectAll()
      .where('owner_id', '=', ownerId)
      .orderBy('title')
      .orderBy('chat_id')
      .execute()
    return rows.map(toChannel)
  },
})

const toChannel = ({ chat_id, owner_id, title, username }: Selectable<Schema['channels']>): Channel => ({
  chatId: chat_id,
  ownerId: owner_id,
  title: readStored(title, isText) ?? '',
  ...(username !== null && { username }),
})
