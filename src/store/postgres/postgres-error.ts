import { StoreError, type StoreProblem } from '../store-error.ts'

/** SQLSTATE codes, and classes of them, that we foresee: https://www.postgresql.org/docs/current/errcodes-appendix.html. */
const STATES: readonly (readonly [prefix: string, problem: StoreProblem])[] = [
  ['28', 'wrongUrl'],
  ['3D000', 'wrongUrl'],
  ['3F000', 'noRights'],
  ['42501', 'noRights'],
  ['25006', 'readOnly'],
  ['40001', 'conflict'],
  ['40P01', 'conflict'],
  ['53300', 'busy'],
  ['53', 'full'],
  ['55P03', 'busy'],
  ['57014', 'busy'],
  ['57P', 'unreachable'],
  ['58', 'unreachable'],
  ['08', 'unreachable'],
  ['XX001', 'damaged'],
  ['XX002', 'damaged'],
]

/** Codes of the network, of Unix sockets and of TLS. */
const NETWORK = /^(E(CONN|HOST|NET|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN|NOENT|ACCES|ADDR)|ENOTFOUND|EAI_AGAIN)/
const TLS = /^(ERR_TLS|ERR_SSL|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|EPROTO)/
/** What the driver says in words alone. */
const CONNECTION =
  /connection terminated|timeout exceeded|not queryable|client has encountered|timeout expired|query read timeout/i

const SENTENCES: Readonly<Partial<Record<StoreProblem, (address: string, reason: string) => string>>> = {
  wrongUrl: (address, reason) => `PostgreSQL refuses DATABASE_URL (${address}): ${reason}`,
  noRights: (address, reason) =>
    `the user of the database ${address} has too few rights (${reason}): make that user the owner of the database`,
  readOnly: (address) =>
    `the database ${address} cannot be written to: it is a standby, or it is set to read-only`,
  conflict: (address, reason) => `transactions on the database ${address} conflict (${reason})`,
  busy: (address, reason) => `the database ${address} is too busy (${reason}): try again`,
  full: (address, reason) => `the disk or the memory of the database ${address} is full (${reason})`,
  unreachable: (address, reason) => `the database ${address} cannot be reached (${reason})`,
  damaged: (address, reason) => `the database ${address} is damaged (${reason}): restore a backup`,
}

/** What the driver threw, as the failure that we foresee; anything else comes back as it is. */
export function storeErrorOf(error: unknown, address: string): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error
  const problem = problemOf(error)
  const sentence = problem && SENTENCES[problem]?.(address, reasonOf(error))
  return problem && sentence !== undefined
    ? new StoreError(problem, address, sentence, { cause: error })
    : error
}

function problemOf(error: Error): StoreProblem | undefined {
  const code = codeOf(error)
  if (code !== undefined && TLS.test(code)) return 'wrongUrl'
  if (code !== undefined && NETWORK.test(code)) return 'unreachable'
  if (/does not support SSL|SASL|SCRAM/.test(error.message)) return 'wrongUrl'
  if (CONNECTION.test(error.message)) return 'unreachable'
  return code === undefined ? undefined : STATES.find(([prefix]) => code.startsWith(prefix))?.[1]
}

const codeOf = (error: Error): string | undefined =>
  'code' in error && typeof error.code === 'string' ? error.code : undefined

/** One line. The server and the driver name users and databases in theirs, and never a password. */
function reasonOf(error: Error): string {
  if (/must be a (non-empty )?string/.test(error.message))
    return 'the server asks for a password, and DATABASE_URL has none'
  return (error.message || codeOf(error) || 'no reason given').replaceAll(/\s+/g, ' ')
}
