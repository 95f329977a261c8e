import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../src/store/sqlite/open-database.ts'
import { openTestStore } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { archiveContract } from './contract/archive.ts'
import { chatStateContract } from './contract/chat-state.ts'
import { manifestContract } from './contract/manifest.ts'
import type { OpenContractStore } from './contract/open-contract-store.ts'
import { outboxContract } from './contract/outbox.ts'

const open: OpenContractStore = async ({ isShared = false, ...options } = {}) => {
  const place = isShared ? { folder: temporaryFolder() } : {}
  const store = await openTestStore({ ...place, ...options })
  return {
    ...store,
    runSql: async (text) => {
      const { db, close } = openDatabase({ file: store.file })
      const { rows } = await sql.raw<Readonly<Record<string, unknown>>>(text).execute(db)
      await close()
      return rows
    },
    again: () => openTestStore({ ...place, ...options }),
  }
}

describe('over SQLite', () => {
  archiveContract(open)
  manifestContract(open)
  chatStateContract(open)
  outboxContract(open)
})

test('no table of chats is left out when a group becomes a supergroup, or is forgotten', async () => {
  const folder = temporaryFolder()
  const store = await openTestStore({ folder })
  const { db, close } = openDatabase({ file: store.file })
  onTestFinished(close)
  const { rows } = await sql<{ name: string }>`
    SELECT m.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'chat_id'`.execute(
    db,
  )
  for (const { name } of rows) {
    const columns = await sql<{
      name: string
      type: string
    }>`SELECT name, type FROM pragma_table_info(${name})`.execute(db)
    const values = columns.rows.map((it) =>
      it.name === 'chat_id' ? '-100' : it.type === 'INTEGER' ? '1' : `'sent'`,
    )
    const value = name === 'chats' ? values.map((it) => it.replace('sent', 'active')) : values
    await sql.raw(`INSERT INTO ${name} VALUES (${value.join()})`).execute(db)
  }
  await store.chats.migrate(-100, -200)
  for (const { name } of rows) {
    const chats = await sql<{ chat_id: number }>`SELECT chat_id FROM ${sql.table(name)}`.execute(db)
    expect({ name, rows: chats.rows }).toEqual({ name, rows: [{ chat_id: -200 }] })
  }
  await store.personalData.forget(-200)
  for (const { name } of rows) {
    const left = await sql`SELECT 1 FROM ${sql.table(name)}`.execute(db)
    expect({ name, rows: left.rows.length }).toEqual({ name, rows: 0 })
  }
})
