import type { Kysely, Selectable } from 'kysely'
import type { Subscription, SubscriptionStore } from '../subscriptions.ts'
import { isActive } from './active-chats.ts'
import type { Schema } from './schema.ts'

export function createSqliteSubscriptions(db: Kysely<Schema>): SubscriptionStore {
  const rows = db.selectFrom('subscriptions').selectAll().orderBy('chat_id').orderBy('thread_id')
  const subscriptions = rows.where('ended', '=', 0)
  const find = async (among: typeof rows, chatId: number, threadId = 0) => {
    const row = await among.where('chat_id', '=', chatId).where('thread_id', '=', threadId).executeTakeFirst()
    return row && toSubscription(row)
  }
  return {
    save: async ({ chatId, threadId = 0, ...rest }) => {
      const subscription = JSON.stringify(rest)
      await db
        .insertInto('subscriptions')
        .values({ chat_id: chatId, thread_id: threadId, subscription })
        .onConflict((it) => it.columns(['chat_id', 'thread_id']).doUpdateSet({ subscription, ended: 0 }))
        .execute()
    },
    get: (chatId, threadId) => find(subscriptions, chatId, threadId),
    former: (chatId, threadId) => find(rows.where('ended', '=', 1), chatId, threadId),
    ofChat: async (chatId) =>
      (await subscriptions.where('chat_id', '=', chatId).execute()).map(toSubscription),
    remove: async (chatId, threadId = 0) => {
      const ended = await db
        .updateTable('subscriptions')
        .set({ ended: 1 })
        .where('chat_id', '=', chatId)
        .where('thread_id', '=', threadId)
        .where('ended', '=', 0)
        .returning('chat_id')
        .executeTakeFirst()
      return ended !== undefined
    },
    all: async () => (await subscriptions.where(isActive('subscriptions')).execute()).map(toSubscription),
  }
}

function toSubscription(row: Selectable<Schema['subscriptions']>): Subscription {
  const rest: Omit<Subscription, 'chatId' | 'threadId'> = JSON.parse(row.subscription)
  return { chatId: row.chat_id, ...(row.thread_id !== 0 && { threadId: row.thread_id }), ...rest }
}
