import type { PoolClient } from 'pg'
import { StoreError } from '../store-error.ts'
import { migrations } from './migrations.ts'

/** One lock of the database for all programs of this name that bring the schema up to date: the bytes of "PBOYschm" as a number. */
const LOCK = '5783272117103716461'
const TABLE = 'paperboy_schema'
/** The oldest server that the statements are tested with. */
const OLDEST = 130_000

/** What is done by one connection, before anybody else uses the database. */
type Ask = (sql: string, values?: readonly unknown[]) => Promise<readonly Readonly<Record<string, unknown>>[]>

/**
 * Brings the schema up to date in one transaction; several processes may do so at once.
 * @param address for errors
 * @returns which server it is: `PostgreSQL 15.3`
 * @throws {StoreError} if the server is too old, the database is another program's, or a newer version made it
 */
export async function migrate(client: PoolClient, address: string): Promise<string> {
  const ask: Ask = async (sql, values = []) => (await client.query(sql, [...values])).rows
  const engine = await checkServer(ask, address)
  if ((await versionOf(ask, address)) === migrations.length) return engine
  await ask('BEGIN')
  try {
    await ask('SELECT pg_advisory_xact_lock($1)', [LOCK])
    const version = await versionOf(ask, address)
    if (version === 0) await ask(`CREATE TABLE ${TABLE} (version integer NOT NULL)`)
    if (version === 0) await ask(`INSERT INTO ${TABLE} VALUES (0)`)
    // Several statements at a time go without values only.
    for (const step of migrations.slice(version)) await client.query(step)
    await ask(`UPDATE ${TABLE} SET version = $1`, [migrations.length])
    await ask('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
  return engine
}

async function checkServer(ask: Ask, address: string): Promise<string> {
  const [row] = await ask(`SELECT current_setting('server_version_num')::int AS number,
    current_setting('server_version') AS version, current_setting('server_encoding') AS encoding`)
  const [number, version, encoding] = [
    Number(row?.['number']),
    String(row?.['version']),
    String(row?.['encoding']),
  ]
  if (number < OLDEST)
    throw new StoreError(
      'tooOld',
      address,
      `the server of ${address} is PostgreSQL ${version}: Paperboy needs ${OLDEST / 10_000} or later`,
    )
  if (encoding !== 'UTF8')
    throw new StoreError(
      'wrongUrl',
      address,
      `the database ${address} uses the encoding ${encoding}, which cannot hold Chinese: create one with ENCODING 'UTF8'`,
    )
  return `PostgreSQL ${version.split(' ')[0]}`
}

/** 0 for an empty database. */
async function versionOf(ask: Ask, address: string): Promise<number> {
  const names = await ask('SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()')
  const tables = new Set(names.map(({ name }) => String(name)))
  if (!tables.has(TABLE)) {
    const taken = migrations.join().matchAll(/CREATE TABLE (\w+)/g)
    if ([...taken].some(([, name = '']) => tables.has(name)))
      throw new StoreError(
        'foreign',
        address,
        `the database ${address} holds tables of another program: create a database for Paperboy alone`,
      )
    return 0
  }
  const [row] = await ask(`SELECT version FROM ${TABLE}`)
  const version = Number(row?.['version'])
  if (version > migrations.length)
    throw new StoreError(
      'newer',
      address,
      `the database ${address} was made by a newer version of Paperboy (schema ${version}, this version knows ${migrations.length}): update Paperboy`,
    )
  return version
}
