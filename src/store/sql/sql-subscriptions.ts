import { yieldToEventLoop } from '../../concurrency/index.ts'
import type { Place } from '../../domain/index.ts'
import type { ReportDamage } from '../damaged-row-error.ts'
import {
  isListOf,
  isOf,
  isOneOf,
  isText,
  isTexts,
  isWholeNumber,
  orAbsent,
  readStored,
  type StoredCheck,
} from '../stored-json.ts'
import type {
  Subscription,
  SubscriptionSlice,
  SubscriptionStore,
  SubscriptionToPlan,
} from '../subscriptions.ts'
import { isActive } from './active-chats.ts'
import { keepQuery, type ValueOf } from './keep-query.ts'
import { type Selectable, sql } from './kysely.ts'
import type { Schema } from './schema.ts'
import type { SqlDatabase } from './sql-database.ts'

/**
 * Subscriptions in SQL. One that was ended keeps its row, so that it can be taken up again. One whose row is damaged
 * counts as none, until the chat subscribes again.
 * @param report told of damaged rows, but for those that `slice` and `toPlan` tell of
 */
export function createSqlSubscriptions(
  { db, dialect }: SqlDatabase,
  report: ReportDamage = () => {},
): SubscriptionStore {
  const read = (row: Row) => {
    const subscription = toSubscription(row)
    if (subscription === undefined) report('subscriptions', `${row.chat_id} ${row.thread_id}`)
    return subscription
  }
  const rows = db.selectFrom('subscriptions').selectAll().orderBy('chat_id').orderBy('thread_id')
  const subscriptions = rows.where('ended', '=', 0)
  const findOne = keepQuery((value: ValueOf<{ ended: number; chatId: number; threadId: number }>) =>
    rows
      .where('ended', '=', value('ended'))
      .where('chat_id', '=', value('chatId'))
      .where('thread_id', '=', value('threadId')),
  )
  const findOfChat = keepQuery((value: ValueOf<{ chatId: number }>) =>
    subscriptions.where('chat_id', '=', value('chatId')),
  )
  const toPlan = (nowMs: number) =>
    db
      .selectFrom('subscriptions')
      .select(['chat_id', 'thread_id', 'subscription', 'plan_at_ms'])
      .where('ended', '=', sql.lit(0))
      .where('plan_at_ms', '<=', nowMs)
      .where(isActive('subscriptions'))
      .orderBy('plan_at_ms')
      .orderBy('chat_id')
      .orderBy('thread_id')
  const findFirstToPlan = keepQuery((value: ValueOf<{ nowMs: number; limit: number }>) =>
    toPlan(value('nowMs')).limit(value('limit')),
  )
  const find = async (ended: 0 | 1, chatId: number, threadId = 0) => {
    const [row] = await findOne(db, { ended, chatId, threadId })
    return row && read(row)
  }
  return {
    save: async ({ chatId, threadId = 0, ...rest }) => {
      const subscription = JSON.stringify(rest)
      await db
        .insertInto('subscriptions')
        .values({ chat_id: chatId, thread_id: threadId, subscription })
        .onConflict((it) =>
          it
            .columns(['chat_id', 'thread_id'])
            .doUpdateSet({ subscription, ended: 0, plan_at_ms: CHANGED_ONCE_MORE }),
        )
        .execute()
    },
    draft: async ({ chatId, threadId = 0, ...rest }) => {
      const subscription = JSON.stringify(rest)
      await db
        .insertInto('subscriptions')
        .values({ chat_id: chatId, thread_id: threadId, subscription, ended: 1 })
        .onConflict((it) =>
          it
            .columns(['chat_id', 'thread_id'])
            .doUpdateSet({ subscription })
            .where('subscriptions.ended', '=', 1),
        )
        .execute()
    },
    get: (chatId, threadId) => find(0, chatId, threadId),
    former: (chatId, threadId) => find(1, chatId, threadId),
    ofChat: async (chatId) => (await findOfChat(db, { chatId })).flatMap((row) => read(row) ?? []),
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
    slice: async (after, limit) => {
      const { chatId, threadId = 0 } = after ?? { chatId: Number.MIN_SAFE_INTEGER }
      const found = await subscriptions
        .where(isActive('subscriptions'))
        .where(sql<boolean>`(chat_id, thread_id) > (${chatId}, ${threadId})`)
        .limit(limit)
        .execute()
      return toSlice(found, limit)
    },
    toPlan: async (nowMs, after, limit) => {
      const found =
        after === undefined
          ? await findFirstToPlan(db, { nowMs, limit })
          : await toPlan(nowMs)
              .where(
                sql<boolean>`(plan_at_ms, chat_id, thread_id) >
                  (${after.planAtMs}, ${after.place.chatId}, ${after.place.threadId ?? 0})`,
              )
              .limit(limit)
              .execute()
      return found.map(
        (row): SubscriptionToPlan => ({
          place: placeOf(row),
          subscription: toSubscription(row),
          planAtMs: row.plan_at_ms,
        }),
      )
    },
    planned: async (planned) => {
      if (planned.length === 0) return
      const values = planned.map(({ place: { chatId, threadId = 0 }, planAtMs, againMs }) => [
        chatId,
        threadId,
        planAtMs,
        againMs,
      ])
      for (let from = 0; from < values.length; from += dialect.rowsAtOnce) {
        if (from > 0) await yieldToEventLoop()
        const rows = dialect.rowsOf(PLANNED, values.slice(from, from + dialect.rowsAtOnce))
        await sql`UPDATE subscriptions SET plan_at_ms = it.again_ms FROM ${rows}
          WHERE subscriptions.chat_id = it.chat_id AND subscriptions.thread_id = it.thread_id
            AND subscriptions.plan_at_ms = it.was_ms`.execute(db)
      }
    },
    planAllAnew: async () => {
      await db.updateTable('subscriptions').set({ plan_at_ms: 0 }).where('plan_at_ms', '>', 0).execute()
    },
  }
}

type Row = Pick<Selectable<Schema['subscriptions']>, 'chat_id' | 'thread_id' | 'subscription'>

/** Each change makes another number, so that the planner does not put off a row that it has read before the change. */
const CHANGED_ONCE_MORE = sql<number>`CASE WHEN subscriptions.plan_at_ms < 0 THEN subscriptions.plan_at_ms - 1 ELSE -1 END`

const PLANNED = [
  ['chat_id', 'integer'],
  ['thread_id', 'integer'],
  ['was_ms', 'number'],
  ['again_ms', 'number'],
] as const

function toSlice(rows: readonly Row[], limit: number): SubscriptionSlice {
  const subscriptions: Subscription[] = []
  const unreadable: Place[] = []
  for (const row of rows) {
    const subscription = toSubscription(row)
    if (subscription) subscriptions.push(subscription)
    else unreadable.push(placeOf(row))
  }
  const last = rows.at(limit - 1)
  return { subscriptions, unreadable, ...(last && { last: placeOf(last) }) }
}

const placeOf = ({ chat_id, thread_id }: Row): Place => ({
  chatId: chat_id,
  ...(thread_id !== 0 && { threadId: thread_id }),
})

/** What is stored as JSON: all but the place. */
type StoredSubscription = Omit<Subscription, 'chatId' | 'threadId'>

/** How times of the day are stored: `HH:MM`. */
const isTime: StoredCheck = (value) => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
const isWeekday: StoredCheck = (value) => isWholeNumber(value) && Number(value) >= 1 && Number(value) <= 7

const isStoredSubscription = isOf<StoredSubscription>({
  time: isTime,
  weekdays: isListOf(isWeekday),
  timeZone: isText,
  topics: isTexts,
  length: isOneOf('short', 'normal'),
  skipWhenEmpty: (value) => typeof value === 'boolean',
  withPicture: orAbsent((value) => typeof value === 'boolean'),
  quietHours: orAbsent((value) => Array.isArray(value) && value.length === 2 && value.every(isTime)),
  sinceMs: orAbsent(Number.isFinite),
  snoozedUntilMs: orAbsent(Number.isFinite),
})

/** Undefined if the row is damaged. */
function toSubscription(row: Row): Subscription | undefined {
  const rest = readStored(row.subscription, isStoredSubscription)
  return rest && { ...placeOf(row), ...rest }
}
