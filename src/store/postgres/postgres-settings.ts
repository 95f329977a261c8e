import { decodePart } from '../../domain/index.ts'
import { StoreError } from '../store-error.ts'

/** How PostgreSQL is reached. */
export interface PostgresSettings {
  /** `postgres://user:password@host:port/database?sslmode=…`, as libpq takes it; see {@link connectionOf}. */
  readonly url: string
  /** Connections at most; 10 unless told. */
  readonly poolSize?: number
  /** How long one statement may take; 30,000 unless told. */
  readonly statementTimeoutMs?: number
}

/** Where a server listens. */
export interface Host {
  /** A name, an address, or the folder of a Unix socket. */
  readonly host: string
  readonly port: number
}

/** What the driver needs to connect. */
export interface Connection {
  /** Servers with the same database, at least one: connections are made to the one that takes changes. */
  readonly hosts: readonly Host[]
  readonly user: string | undefined
  readonly password: string | undefined
  readonly database: string
  /** A file with the certificates that are trusted; absent: those that Node trusts. */
  readonly rootCertificate: string | undefined
  readonly sslMode: SslMode
  /** Settings of the session, as the server takes them: `-c search_path=paperboy`. */
  readonly options: string | undefined
  /** `postgres://host:port/database`: for logs and errors. */
  readonly address: string
}

/**
 * As libpq has them. `require` encrypts and trusts any server; `verify-ca` wants a certificate that is trusted;
 * `verify-full` one that names the host, too.
 */
const SSL_MODES = ['disable', 'require', 'verify-ca', 'verify-full'] as const
type SslMode = (typeof SSL_MODES)[number]

const DEFAULT_PORT = 5432

/** As libpq has them; with several hosts the one that takes changes is always looked for. */
const TARGETS = ['any', 'read-write', 'primary']

/** `postgres://user:password@`, the hosts, and the rest. */
const PARTS = /^(postgres(?:ql)?:\/\/(?:[^/?#]*@)?)([^/?#]*)(.*)$/s

/**
 * Reads the URL of a database. It may name several servers (`host1:5432,host2:5432`), as for libpq. `?host=/folder` names the
 * folder of a Unix socket; `user`, `password`, `port`, `sslmode`, `sslrootcert` and `options` may be parameters, too.
 * @throws {StoreError} that says what is wrong, and nothing of what the URL holds
 */
export function connectionOf(url: string): Connection {
  const wrong = (sentence: string) => new StoreError('wrongUrl', 'DATABASE_URL', `DATABASE_URL: ${sentence}`)
  const [, before = '', listed = '', rest = ''] = PARTS.exec(url.trim()) ?? []
  const named = listed.split(',')
  // `user@/database` names no host, which only URLs of the web must have.
  const whole = `${before}${named[0] || 'localhost'}${rest}`
  if (before === '' || !URL.canParse(whole))
    throw wrong('is not a URL such as postgres://paperboy:password@localhost:5432/paperboy')
  const parsed = new URL(whole)
  const parameter = (name: string) => parsed.searchParams.get(name) ?? undefined
  const database = decodePart(parsed.pathname.slice(1)) || parameter('dbname')
  if (database === undefined || database === '') throw wrong('names no database')
  const sslMode = SSL_MODES.find((mode) => mode === (parameter('sslmode') ?? 'disable'))
  if (sslMode === undefined) throw wrong(`sslmode must be one of ${SSL_MODES.join(', ')}`)
  if (!TARGETS.includes(parameter('target_session_attrs') ?? 'any'))
    throw wrong(`target_session_attrs must be one of ${TARGETS.join(', ')}`)
  const given = parameter('host')?.split(',') ?? named
  const ports = parameter('port')?.split(',') ?? []
  const hosts = given.map((text, i) => readHost(text, ports.length > 1 ? ports[i] : ports[0]))
  if (hosts.some(({ port }) => !Number.isInteger(port) || port < 1 || port > 65_535))
    throw wrong('names a port that is none')
  return {
    hosts,
    user: decodePart(parsed.username) || parameter('user'),
    password: decodePart(parsed.password) || parameter('password'),
    database,
    rootCertificate: parameter('sslrootcert'),
    sslMode,
    options: parameter('options'),
    address: `postgres://${hosts.map(nameOf).join(',')}/${database}`,
  }
}

/** `host:port`, `[::1]:port`, or a folder; without a port the one that is given, or PostgreSQL's own. */
function readHost(text: string, port: string | undefined): Host {
  const [, host = '', own] = /^(\[[^\]]*\]|\/.*|[^:]*)(?::(.*))?$/s.exec(text) ?? []
  return {
    host: decodePart(host).replace(/^\[(.*)\]$/, '$1') || 'localhost',
    port: Number(port ?? own ?? DEFAULT_PORT),
  }
}

const nameOf = ({ host, port }: Host) => `${host.includes(':') ? `[${host}]` : host}:${port}`
