import { expect, onTestFinished, test } from 'vitest'
import { joinPieces } from '../../src/intake/index.ts'
import { Kysely } from '../../src/store/sql/kysely.ts'
import type { Schema } from '../../src/store/sql/schema.ts'
import { createSqlPorts } from '../../src/store/sql/sql-ports.ts'
import { createConnection } from '../../src/store/sqlite/connection.ts'
import { shareConnection } from '../../src/store/sqlite/dialect.ts'
import { loadDriver } from '../../src/store/sqlite/load-driver.ts'
import { migrate } from '../../src/store/sqlite/migrate.ts'
import { sqliteDialect } from '../../src/store/sqlite/sqlite-dialect.ts'
import type { StorePorts } from '../../src/store/store-ports.ts'
import { measured } from '../support/measured.ts'

const RUNS = 1_000
const ROUNDS = 5
/** To prepare one of these statements takes at least six times as long as to find one row by its key. */
const MOST_TIMES = 5

function open() {
  const Driver = loadDriver()
  if (!Driver) throw new Error('no driver can be loaded')
  const connection = createConnection(new Driver(':memory:', { timeout: 0 }), ':memory:')
  onTestFinished(() => connection.close())
  migrate(connection, ':memory:')
  const asked: (readonly [sql: string, values: readonly unknown[]])[] = []
  const query: typeof connection.query = (sql, values = []) => {
    asked.push([sql, values])
    return connection.query(sql, values)
  }
  const listening = {
    ...connection,
    query,
    get inTransaction() {
      return connection.inTransaction
    },
  }
  const dialect = shareConnection(listening, { busyTimeoutMs: 0 })('disk')
  const db = new Kysely<Schema>({ dialect })
  const database = { db, relaxedDb: db, dialect: sqliteDialect, close: async () => {} }
  const ports = createSqlPorts(
    database,
    joinPieces,
    () => 0,
    () => {},
  )
  return { connection, asked, ports }
}

const ASKED: Readonly<Record<string, (ports: StorePorts) => Promise<unknown>>> = {
  'which messages are due': ({ outbox }) => outbox.due(5, 25),
  'when the next message is due': ({ outbox }) => outbox.nextRunAt(5),
  'which subscriptions are to be planned': ({ subscriptions }) => subscriptions.toPlan(5, undefined, 100),
}

test.each(Object.keys(ASKED))(
  'the database is not made to prepare anew, each time it is asked, %s',
  async (what) => {
    const { connection, asked, ports } = open()
    await ASKED[what]?.(ports)
    expect(asked).toHaveLength(1)
    const [[sql, values] = ['', []]] = asked
    const workOf = async (statement: string, bound: readonly unknown[]) => {
      const { workMs } = await measured(() => {
        for (let run = 0; run < RUNS; run++) connection.query(statement, bound)
      })
      return workMs
    }
    let [least, leastOfRow] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    for (let round = 0; round < ROUNDS; round++) {
      least = Math.min(least, await workOf(sql, values))
      leastOfRow = Math.min(leastOfRow, await workOf('SELECT title FROM chats WHERE chat_id = ?', [1]))
    }
    expect(least / leastOfRow).toBeLessThan(MOST_TIMES)
  },
)

test('a new alert is added without a look at all others', async () => {
  const { connection, asked, ports } = open()
  const alert = await ports.alerts.add({ chatId: 1, ownerId: 1, query: '地铁', arrival: 0 }, 9)
  expect(alert).toBeDefined()
  const plans = asked.flatMap(([sql, values]) =>
    connection
      .query(`EXPLAIN QUERY PLAN ${sql}`, values)
      .rows.map((row) => String((row as { readonly detail: unknown }).detail)),
  )
  expect(plans.filter((it) => it.includes('alerts')).length).toBeGreaterThanOrEqual(2)
  expect(plans.filter((it) => it.startsWith('SCAN'))).toEqual([])
})
