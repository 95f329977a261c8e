import { spawnSync } from 'node:child_process'
import { chownSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  askServer,
  freePort,
  type PostgresServer,
  postgresPrograms,
  runPostgres,
  unprivilegedUser,
} from './postgres.ts'

/** What a commit waits for: the standby has it, so that nothing that was confirmed is lost with the primary. */
const SYNCHRONOUS = '*'

/**
 * Makes a second server that follows the first one (streaming replication), and has the first one wait for it at each commit.
 * @param folder is there, and empty
 */
export async function startStandby(primary: PostgresServer, folder: string): Promise<PostgresServer> {
  const user = unprivilegedUser()
  if (user) chownSync(folder, user.uid, user.gid)
  const server = { folder, port: await freePort(), password: primary.password }
  const copied = spawnSync(
    join(postgresPrograms ?? '', 'pg_basebackup'),
    [
      '--host',
      primary.folder,
      '--port',
      String(primary.port),
      '--username',
      'postgres',
      '--pgdata',
      join(folder, 'data'),
      '--wal-method',
      'stream',
      '--checkpoint',
      'fast',
      '--write-recovery-conf',
      '--no-sync',
    ],
    { ...user, cwd: folder, encoding: 'utf8' },
  )
  if (copied.status !== 0) throw new Error(`pg_basebackup failed: ${copied.stderr}`)
  await runPostgres(server)
  await askServer(primary, 'postgres', `ALTER SYSTEM SET synchronous_standby_names = '${SYNCHRONOUS}'`)
  await askServer(primary, 'postgres', 'SELECT pg_reload_conf()')
  for (;;) {
    const [row] = await askServer(
      primary,
      'postgres',
      "SELECT count(*)::integer AS following FROM pg_stat_replication WHERE sync_state = 'sync'",
    )
    if (row?.['following'] === 1) return server
    await sleep(50)
  }
}

/** From now on the standby takes changes itself. */
export async function promote(standby: PostgresServer): Promise<void> {
  await askServer(standby, 'postgres', 'SELECT pg_promote()')
}

/** Of several servers the one that takes changes, as `DATABASE_URL` names them. */
export const urlOfAny = (servers: readonly PostgresServer[], database: string): string =>
  `postgres://postgres@/${database}?host=${servers.map(({ folder }) => folder).join(',')}&port=${servers.map(({ port }) => port).join(',')}&target_session_attrs=read-write`
