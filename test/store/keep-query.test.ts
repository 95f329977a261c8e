import { expect, test } from 'vitest'
import { keepQuery, type ValueOf } from '../../src/store/sql/keep-query.ts'
import {
  type CompiledQuery,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from '../../src/store/sql/kysely.ts'
import type { Schema } from '../../src/store/sql/schema.ts'

/** A database that gives no rows, and what it was asked. */
function open() {
  const asked: CompiledQuery[] = []
  const connection = {
    executeQuery: async (query: CompiledQuery) => {
      asked.push(query)
      return { rows: [] }
    },
    streamQuery: () => {
      throw new Error('nothing is streamed')
    },
  }
  const db = new Kysely<Schema>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => ({
        init: async () => {},
        acquireConnection: async () => connection,
        beginTransaction: async () => {},
        commitTransaction: async () => {},
        rollbackTransaction: async () => {},
        releaseConnection: async () => {},
        destroy: async () => {},
      }),
      createIntrospector: (it) => new SqliteIntrospector(it),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  })
  return { db, asked }
}

const messagesOf = (db: Kysely<Schema>, chatId: number, untilMs: number, limit: number) =>
  db
    .selectFrom('outbox_messages')
    .select('id')
    .where('status', '=', 'due')
    .where('due_ms', '<=', untilMs)
    .where('chat_id', '=', chatId)
    .where('run_at_ms', '<=', untilMs)
    .limit(limit)

test('a kept query is built once, and asks what the built one asks, with the values of each time', async () => {
  const { db, asked } = open()
  let built = 0
  const find = keepQuery((value: ValueOf<{ chatId: number; untilMs: number; limit: number }>) => {
    built++
    return messagesOf(db, value('chatId'), value('untilMs'), value('limit'))
  })
  const given = [
    { chatId: 7, untilMs: 99, limit: 3 },
    { chatId: -8, untilMs: 0, limit: 1 },
  ]
  for (const it of given) await find(db, it)
  expect(built).toBe(1)
  const expected = given.map(({ chatId, untilMs, limit }) => messagesOf(db, chatId, untilMs, limit).compile())
  expect(asked.map(({ sql, parameters }) => ({ sql, parameters }))).toEqual(
    expected.map(({ sql, parameters }) => ({ sql, parameters })),
  )
})

test('a kept query binds nothing, false numbers and texts as they are', async () => {
  const { db, asked } = open()
  const write = keepQuery((value: ValueOf<{ id: number; messageId: number | null; reason: string }>) =>
    db
      .updateTable('outbox_messages')
      .set({ status: 'sent', message_id: value('messageId'), reason: value('reason') })
      .where('id', '=', value('id')),
  )
  await write(db, { id: 0, messageId: null, reason: '' })
  expect(asked[0]?.parameters).toEqual(['sent', null, '', 0])
})

test('a kept query runs within the transaction that it is given', async () => {
  const { db, asked } = open()
  const find = keepQuery((value: ValueOf<{ chatId: number }>) =>
    db.selectFrom('chats').selectAll().where('chat_id', '=', value('chatId')),
  )
  const trx = await db.startTransaction().execute()
  await find(trx, { chatId: 1 })
  await trx.commit().execute()
  await expect(find(trx, { chatId: 2 })).rejects.toThrow('committed')
  expect(asked.map(({ parameters }) => parameters)).toEqual([[1]])
})
