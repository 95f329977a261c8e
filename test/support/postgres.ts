import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { onTestFinished } from 'vitest'

/** Where Debian puts each version, and what a path may hold. */
const FOLDERS = [...debianFolders(), ...(process.env['PATH'] ?? '').split(':')]

/** The programs of a PostgreSQL server; undefined where there are none: then what needs one is not run. */
export const postgresPrograms: string | undefined = FOLDERS.find((folder) =>
  existsSync(join(folder, 'initdb')),
)

/** For the names of tests: says why they are not run. */
export const withoutPostgres =
  postgresPrograms === undefined ? ' (not run: no initdb; install the package postgresql)' : ''

/** A server that listens on 127.0.0.1 and on a socket in its folder, and trusts whoever comes by the socket. */
export interface PostgresServer {
  readonly folder: string
  readonly port: number
  /** Of the superuser `postgres`, for those who come by the network. */
  readonly password: string
}

/** A database of the running test's own. */
export interface TestDatabase {
  readonly url: string
  readonly name: string
  readonly server: PostgresServer
  /** Runs SQL as the superuser. */
  readonly ask: (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>
}

/** The server of this test run, which is started by the first one that needs it, and ends with the run. */
export async function sharedPostgres(): Promise<PostgresServer> {
  const folder = join(tmpdir(), `paperboy-postgres-${process.ppid}`)
  const facts = join(folder, 'server.json')
  try {
    mkdirSync(folder)
  } catch {
    while (!existsSync(facts)) await sleep(50)
    return JSON.parse(readFileSync(facts, 'utf8')) as PostgresServer
  }
  const server = await startPostgres(folder)
  // Also where the run is killed: whoever started it would not come to stop it.
  const watch = `while kill -0 ${process.ppid} 2>/dev/null; do sleep 1; done
    kill -INT "$(head -n 1 '${folder}/data/postmaster.pid')"; sleep 2; rm -rf '${folder}'`
  spawn('sh', ['-c', watch], { detached: true, stdio: 'ignore' }).unref()
  const written = `${facts}.new`
  writeFileSync(written, JSON.stringify(server))
  spawnSync('mv', [written, facts])
  return server
}

/** Starts a private server with nothing in it. @param folder is there, and empty */
export async function startPostgres(folder: string): Promise<PostgresServer> {
  if (postgresPrograms === undefined) throw new Error('there is no PostgreSQL here')
  const password = randomBytes(9).toString('hex')
  const passwordFile = join(folder, 'password')
  const data = join(folder, 'data')
  writeFileSync(passwordFile, password)
  const user = unprivilegedUser()
  if (user) for (const path of [folder, passwordFile]) chownSync(path, user.uid, user.gid)
  const port = await freePort()
  const made = spawnSync(
    join(postgresPrograms, 'initdb'),
    [
      '--no-sync',
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth-local=trust',
      '--auth-host=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--pgdata',
      data,
    ],
    { ...user, cwd: folder, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
  const server = { folder, port, password }
  await runPostgres(server)
  return server
}

/** Starts the program of a server that has stopped. @returns its process, once it takes connections */
export async function runPostgres(
  { folder, port }: PostgresServer,
  settings: Readonly<Record<string, string>> = {},
) {
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    max_connections: '200',
    shared_buffers: '32MB',
    // Nobody pulls the plug of a test.
    fsync: 'off',
    ...settings,
  }
  const given = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(
    join(postgresPrograms ?? '', 'postgres'),
    ['-D', join(folder, 'data'), '-p', String(port), ...given],
    { ...unprivilegedUser(), cwd: folder, stdio: 'ignore', detached: true },
  )
  child.unref()
  const began = performance.now()
  while (!(await answers(folder, port))) {
    if (performance.now() - began > 20_000 || child.exitCode !== null)
      throw new Error('the server does not start')
    await sleep(30)
  }
  return child
}

/** Ends a server that runs, at once: as a restart does, or by SIGKILL as a power cut. Settles when it has gone. */
export async function stopPostgres(
  { folder }: Pick<PostgresServer, 'folder'>,
  signal: 'SIGINT' | 'SIGKILL' = 'SIGINT',
): Promise<void> {
  const file = join(folder, 'data', 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  try {
    process.kill(pid, signal)
    // Its children see that it has gone, and end.
    for (;;) {
      process.kill(pid, 0)
      await sleep(20)
    }
  } catch {
    rmSync(file, { force: true })
  }
}

/** An empty database on the server of this run, gone when the test is over. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await sharedPostgres()
  const name = `t_${randomBytes(6).toString('hex')}`
  await askServer(server, 'postgres', `CREATE DATABASE ${name}`)
  onTestFinished(async () => {
    await askServer(server, 'postgres', `DROP DATABASE ${name} WITH (FORCE)`)
  })
  return { url: urlOf(server, name), name, server, ask: (sql) => askServer(server, name, sql) }
}

let common: Promise<PostgresServer> | undefined

/** A schema of the running test's own, with nothing in it: quicker to make than a database. */
export async function testSchema(): Promise<TestDatabase> {
  const database = `f_${process.pid}`
  common ??= sharedPostgres().then(async (server) => {
    await askServer(server, 'postgres', `CREATE DATABASE ${database}`)
    return server
  })
  const server = await common
  const name = `t_${randomBytes(6).toString('hex')}`
  await askServer(server, database, `CREATE SCHEMA ${name}`)
  onTestFinished(async () => {
    await askServer(server, database, `DROP SCHEMA ${name} CASCADE`)
  })
  const url = `${urlOf(server, database)}&options=-c%20search_path%3D${name}`
  return {
    url,
    name,
    server,
    ask: (sql) => askServer(server, database, `SET search_path = ${name}; ${sql}`, 1),
  }
}

/** Of a database, by the socket and so without a password. */
export const urlOf = ({ folder, port }: PostgresServer, name: string): string =>
  `postgres://postgres@/${name}?host=${folder}&port=${port}`

/** Runs SQL as the superuser, and closes the connection again. */
export async function askServer({ folder, port }: PostgresServer, database: string, sql: string, before = 0) {
  const client = new pg.Client({ host: folder, port, user: 'postgres', database })
  await client.connect()
  try {
    // Of several statements, the answer to the one after those that come before.
    const answers = [await client.query<Readonly<Record<string, unknown>>>(sql)].flat()
    return answers[before]?.rows ?? []
  } finally {
    await client.end()
  }
}

async function answers(folder: string, port: number): Promise<boolean> {
  try {
    await askServer({ folder, port, password: '' }, 'postgres', 'SELECT 1')
    return true
  } catch {
    return false
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

/** The server refuses to run as root. */
export function unprivilegedUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  const found = ['postgres', 'nobody'].flatMap((name) =>
    lines.filter((line) => line.startsWith(`${name}:`)),
  )[0]
  const [, , uid, gid] = found?.split(':') ?? []
  return { uid: Number(uid), gid: Number(gid) }
}

/** The newest version first. */
function debianFolders(): readonly string[] {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return []
  const versions = readdirSync(root).toSorted((a, b) => Number(b) - Number(a))
  return versions.map((version) => join(root, version, 'bin'))
}
