import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sql } from '../../src/store/sql/kysely.ts'
import { createConnection } from '../../src/store/sqlite/connection.ts'
import { loadDriver } from '../../src/store/sqlite/load-driver.ts'
import { openDatabase } from '../../src/store/sqlite/open-database.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

async function openBoth() {
  const file = join(temporaryFolder(), 'a.sqlite')
  await openDatabase({ file }).close()
  const open = () => {
    const Driver = loadDriver()
    if (!Driver) throw new Error('no driver can be loaded')
    return createConnection(new Driver(file, { timeout: 0 }), file)
  }
  return { file, open }
}

test('closing writes the log back into the file though another program has it open', async () => {
  const { file, open } = await openBoth()
  const [other, connection] = [open(), open()]
  onTestFinished(() => other.close())
  connection.exec('CREATE TABLE letters (a)')
  connection.query('INSERT INTO letters VALUES (?)', ['甲'])
  expect(statSync(`${file}-wal`).size).toBeGreaterThan(0)
  connection.close()
  expect(statSync(`${file}-wal`).size).toBe(0)
  expect(other.query('SELECT a FROM letters').rows).toEqual([{ a: '甲' }])
})

test('a connection closes though another program reads, and nothing is lost', async () => {
  const { open } = await openBoth()
  const [other, connection] = [open(), open()]
  onTestFinished(() => other.close())
  connection.exec('CREATE TABLE letters (a)')
  other.exec('BEGIN')
  expect(other.query('SELECT a FROM letters').rows).toEqual([])
  connection.query('INSERT INTO letters VALUES (?)', ['甲'])
  connection.close()
  other.exec('COMMIT')
  expect(other.query('SELECT a FROM letters').rows).toEqual([{ a: '甲' }])
})

test.each(['INSERT', 'INSERT OR ROLLBACK'])(
  'what %s could not write leaves no transaction open: what is written after it is there for others',
  async (verb) => {
    const { file, open } = await openBoth()
    const { db, close } = openDatabase({ file })
    onTestFinished(() => close())
    await sql`CREATE TABLE letters (a UNIQUE)`.execute(db)
    const write = (letter: string) => sql`${sql.raw(verb)} INTO letters VALUES (${letter})`.execute(db)
    await write('甲')
    await expect(write('甲')).rejects.toThrow(/UNIQUE/)
    await write('乙')
    const other = open()
    onTestFinished(() => other.close())
    expect(other.query('SELECT a FROM letters ORDER BY a DESC').rows).toEqual([{ a: '甲' }, { a: '乙' }])
  },
)
