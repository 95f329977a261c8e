import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { PRIVATE_FILE } from '../private-files.ts'
import { StoreError } from '../store-error.ts'
import { connectionOf, type PostgresSettings } from './postgres-settings.ts'

/**
 * See `Store.backUp`: `pg_dump` writes an archive for `pg_restore`. The file appears under its name only when it is
 * complete. The password goes to `pg_dump` by its environment, which other users cannot read, not by its arguments.
 */
export async function backUp(settings: PostgresSettings, file: string): Promise<void> {
  if (existsSync(file))
    throw new StoreError('unreachable', file, `${file} already exists: choose another name`)
  const unfinished = `${file}.part`
  try {
    await rm(unfinished, { force: true })
    const handle = await open(unfinished, 'wx', PRIVATE_FILE)
    try {
      await dump(settings, handle.fd)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(unfinished, file)
  } catch (cause) {
    await rm(unfinished, { force: true })
    if (cause instanceof StoreError) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new StoreError('unreachable', file, `cannot write the backup ${file}: ${reason}`, { cause })
  }
}

async function dump({ url }: PostgresSettings, output: number): Promise<void> {
  const { hosts, user, password, database, sslMode, rootCertificate, options, address } = connectionOf(url)
  const [host, port] = [hosts.map((it) => it.host).join(','), hosts.map((it) => it.port).join(',')]
  const child = spawn('pg_dump', ['--format=custom', '--no-password'], {
    stdio: ['ignore', output, 'pipe'],
    env: {
      ...process.env,
      PGHOST: host,
      PGPORT: port,
      PGTARGETSESSIONATTRS: hosts.length > 1 ? 'read-write' : 'any',
      PGDATABASE: database,
      PGSSLMODE: sslMode,
      ...(user !== undefined && { PGUSER: user }),
      ...(password !== undefined && { PGPASSWORD: password }),
      ...(rootCertificate !== undefined && { PGSSLROOTCERT: rootCertificate }),
      ...(options !== undefined && { PGOPTIONS: options }),
    },
  })
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const by = `pg_dump --format=custom --file=FILE --host=${host} --port=${port} --username=${user ?? 'USER'} ${database}`
  const [code] = await once(child, 'close').catch((cause: unknown) => {
    throw new StoreError(
      'unreachable',
      address,
      `pg_dump is not installed here: install the client programs of PostgreSQL, or run where they are: ${by}`,
      { cause },
    )
  })
  if (code !== 0) throw new Error(said.trim().split('\n')[0] ?? 'pg_dump failed')
}
