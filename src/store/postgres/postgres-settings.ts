import { decodePart } from '../../config/index.ts'
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

/** What the driver needs to connect. */
export interface Connection {
  readonly host: string
  readonly port: number
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

/**
 * Reads the URL of a database. `?host=/folder` names the folder of a Unix socket; `user`, `password`, `port`, `sslmode`,
 * `sslrootcert` and `options` may be parameters, too.
 * @throws {StoreError} that says what is wrong, and nothing of what the URL holds
 */
export function connectionOf(url: string): Connection {
  const wrong = (sentence: string) => new StoreError('wrongUrl', 'DATABASE_URL', `DATABASE_URL: ${sentence}`)
  // `user@/database` names no host, which only URLs of the web must have.
  const whole = url.trim().replace(/^(postgres(?:ql)?:\/\/(?:[^/?#]*@)?)(?=[/?])/, '$1localhost')
  if (!/^postgres(ql)?:/.test(whole) || !URL.canParse(whole))
    throw wrong('is not a URL such as postgres://paperboy:password@localhost:5432/paperboy')
  const parsed = new URL(whole)
  const parameter = (name: string) => parsed.searchParams.get(name) ?? undefined
  const database = decodePart(parsed.pathname.slice(1)) || parameter('dbname')
  if (database === undefined || database === '') throw wrong('names no database')
  const sslMode = SSL_MODES.find((mode) => mode === (parameter('sslmode') ?? 'disable'))
  if (sslMode === undefined) throw wrong(`sslmode must be one of ${SSL_MODES.join(', ')}`)
  const host = parameter('host') ?? decodePart(parsed.hostname).replace(/^\[(.*)\]$/, '$1')
  const port = Number(parameter('port') ?? (parsed.port || DEFAULT_PORT))
  return {
    host,
    port,
    user: decodePart(parsed.username) || parameter('user'),
    password: decodePart(parsed.password) || parameter('password'),
    database,
    rootCertificate: parameter('sslrootcert'),
    sslMode,
    options: parameter('options'),
    address: `postgres://${host.includes(':') ? `[${host}]` : host}:${port}/${database}`,
  }
}
