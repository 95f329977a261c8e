import type { Kysely, Selectable } from 'kysely'
import type { Subscription, SubscriptionStore } from '../subscriptions.ts'
import { isActive } from './active-chats.ts'
import type { Schema } from './schema.ts'

export function createSqliteSubscriptions(db: Kysely<Schema>): SubscriptionStore {
  const subscriptions = db.selectFrom('subscriptions').selectAll().orderBy('chat_id').orderBy('thread_id')
  return {
    save: async ({ chatId, threadId = 0, ...rest }) => {
      const subscription = JSON.stringify(rest)
      await db
        .insertInto('subscriptions')
        .values({ chat_id: chatId, thread_id: threadId, subscription })
        .onConflict((it) => it.columns(['chat_id', 'thread_id']).doUpdateSet({ subscription }))
        .execute()
    },
    get: async (chatId, threadId = 0) => {
      const row = await subscriptions
        .where('chat_id', '=', chatId)
        .where('thread_id', '=', threadId)
        .executeTakeFirst()
      return row && toSubscription(row)
    },
    ofChat: async (chatId) => {
      const rows = await subscriptions.where('chat_id', '=', chatId).execute()
      return rows.map(toSubscription)
    },
    remove: async (chatId, threadId = 0) => {
      const removed = await db
        .deleteFrom('subscriptions')
        .where('chat_id', '=', chatId)
        .where('thread_id', '=', threadId)
        .returning('chat_id')
        .executeTakeFirst()
      return removed !== undefined
    },
    all: async () => {
      const rows = await subscriptions.where(isActive('subscriptions')).execute()
      return rows.map(toSubscription)
    },
  }
}

function toSubscription(row: Selectable<Schema['subscriptions']>): Subscription {
  const rest: Omit<Subscription, 'chatId' | 'threadId'> = JSON.parse(row.subscription)
  return { chatId: row.chat_id, ...(row.thread_id !== 0 && { threadId: row.thread_id }), ...rest }
}
