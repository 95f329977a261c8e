import type { Kysely, Selectable } from 'kysely'
import type { Alert, AlertStore } from '../alerts.ts'
import { randomId } from '../random-id.ts'
import { isActive } from './active-chats.ts'
import { oneOf } from './one-of.ts'
import type { Schema } from './schema.ts'
import { putLetter } from './sqlite-outbox.ts'

export function createSqliteAlerts(db: Kysely<Schema>): AlertStore {
  const alerts = db.selectFrom('alerts').selectAll()
  return {
    add: ({ chatId, threadId = 0, ownerId, query, without, arrival }, most) =>
      db.transaction().execute(async (trx) => {
        const ofChat = await trx.selectFrom('alerts').select('id').where('chat_id', '=', chatId).execute()
        if (ofChat.length >= most) return undefined
        const row = await trx
          .insertInto('alerts')
          .values({
            id: randomId(),
            chat_id: chatId,
            thread_id: threadId,
            owner_id: ownerId,
            query: JSON.stringify(query),
            without: JSON.stringify(without),
            muted: 0,
            arrival,
          })
          .returningAll()
          .executeTakeFirstOrThrow()
        return toAlert(row)
      }),
    get: async (id) => {
      const row = await alerts.where('id', '=', id).executeTakeFirst()
      return row && toAlert(row)
    },
    ofChat: async (chatId) => {
      const rows = await alerts.where('chat_id', '=', chatId).orderBy('key').execute()
      return rows.map(toAlert)
    },
    behind: async (arrival) => {
      const rows = await alerts
        .where('muted', '=', 0)
        .where('arrival', '<', arrival)
        .where(isActive('alerts'))
        .orderBy('chat_id')
        .orderBy('key')
        .execute()
      return rows.map(toAlert)
    },
    change: async (id, { query, without, muted }) => {
      const values = {
        ...(query !== undefined && { query: JSON.stringify(query) }),
        ...(without !== undefined && { without: JSON.stringify(without) }),
        ...(muted !== undefined && { muted: muted ? 1 : 0 }),
      }
      if (Object.keys(values).length > 0)
        await db.updateTable('alerts').set(values).where('id', '=', id).execute()
    },
    remove: async (id) => {
      await db.deleteFrom('alerts').where('id', '=', id).execute()
    },
    tell: (id, arrival, articleIds, write) =>
      db.transaction().execute(async (trx) => {
        const alert = await trx
          .updateTable('alerts')
          .set({ arrival })
          .where('id', '=', id)
          .returning('id')
          .executeTakeFirst()
        if (!alert) return
        const known = await trx
          .selectFrom('alerted')
          .select('article_id')
          .where('alert_id', '=', id)
          .where('article_id', 'in', oneOf(articleIds))
          .execute()
        const told = new Set(known.map((row) => row.article_id))
        const fresh = [...new Set(articleIds)].filter((articleId) => !told.has(articleId))
        for (const article_id of fresh)
          await trx.insertInto('alerted').values({ alert_id: id, article_id }).execute()
        if (fresh.length > 0) await putLetter(trx, write(fresh))
      }),
  }
}

function toAlert(row: Selectable<Schema['alerts']>): Alert {
  const query: string = JSON.parse(row.query)
  const without: readonly string[] = JSON.parse(row.without)
  return {
    id: row.id,
    chatId: row.chat_id,
    ...(row.thread_id !== 0 && { threadId: row.thread_id }),
    ownerId: row.owner_id,
    query,
    without,
    muted: row.muted === 1,
    arrival: row.arrival,
  }
}
