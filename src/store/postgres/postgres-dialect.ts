import { sql } from '../sql/kysely.ts'
import type { ColumnType, SqlDialect } from '../sql/sql-dialect.ts'
import type { Term } from './leadership.ts'

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  integer: 'bigint',
  number: 'float8',
}

/** Columns that the database numbers. */
const IDENTITIES = [
  ['articles', 'key'],
  ['bookmarks', 'key'],
  ['alerts', 'key'],
  ['outbox_messages', 'id'],
] as const

/** First of the two keys of our advisory locks of chats: "PBOY", so that another program's are not in the way. */
const LOCKS_OF_CHATS = 0x50_42_4f_59

/**
 * PostgreSQL lets many transactions write at a time. What was read is changed under a lock: of the chat, or, for the
 * archive, of its one row. Lists are passed as arrays.
 * @param term in whose name messages are claimed
 */
export const createPostgresDialect = (term: Readonly<Term>): SqlDialect => ({
  isOneOf: (column, values) => sql<boolean>`${sql.ref(column)} = ANY(${values})`,
  rowsOf: (columns, rows) => {
    // What is the same in all rows (the day of ten thousand digests) is sent once. One column says how many rows there are.
    const [first = []] = rows
    const isSame = (index: number) => index > 0 && rows.every((row) => row[index] === first[index])
    const of = columns.map(([name, type], index) => ({ name: sql.ref(name), type: TYPES[type], index }))
    const [same, lists] = [of.filter(({ index }) => isSame(index)), of.filter(({ index }) => !isSame(index))]
    const given = lists.map(
      ({ type, index }) => sql`${rows.map((row) => row[index] ?? null)}::${sql.raw(type)}[]`,
    )
    const constants = same.map(
      ({ name, type, index }) => sql`, ${first[index] ?? null}::${sql.raw(type)} AS ${name}`,
    )
    return sql`(SELECT lists.*${sql.join(constants, sql``)}
      FROM unnest(${sql.join(given)}) AS lists(${sql.join(lists.map(({ name }) => name))})) AS it`
  },
  // Each statement is a wait for the server.
  rowsAtOnce: 10_000,
  addedMany: async (db, table) => {
    // The server itself looks a minute later: until then it would read 100,000 due messages to find the first 25.
    await sql`ANALYZE ${sql.table(table)}`.execute(db)
  },
  nextKey: () => sql<number>`DEFAULT`,
  lockChat: async (trx, chatId) => {
    // A chat that was never heard of has no row that could be locked.
    await sql`SELECT pg_advisory_xact_lock(${sql.lit(LOCKS_OF_CHATS)}, hashint8(${chatId}))`.execute(trx)
  },
  lockArchive: async (trx) => {
    await sql`SELECT 1 FROM archive FOR UPDATE`.execute(trx)
  },
  takeRevisions: async (trx, count) => {
    // A sequence would give numbers to transactions that end in another order, or never: a follower would miss some.
    const { rows } = await sql<{ readonly revision: number }>`
      UPDATE archive SET revision = revision + ${count} RETURNING revision`.execute(trx)
    return (rows[0]?.revision ?? 0) - count + 1
  },
  afterCopy: async (trx) => {
    for (const [table, column] of IDENTITIES)
      await sql`SELECT setval(pg_get_serial_sequence(${table}, ${column}),
        (SELECT COALESCE(MAX(${sql.ref(column)}), 0) + 1 FROM ${sql.table(table)}), false)`.execute(trx)
    await sql`UPDATE archive SET revision = (SELECT COALESCE(MAX(revision), 0) FROM changes)`.execute(trx)
  },
  afterForgetting: async () => {},
  // The row is held until the claim is committed: whoever takes over then sees it, and recovers it.
  mayClaim: () =>
    term.epoch === undefined
      ? sql<boolean>`true`
      : sql<boolean>`EXISTS (SELECT 1 FROM leadership WHERE epoch = ${term.epoch} FOR SHARE)`,
})
