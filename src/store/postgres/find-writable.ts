import type { Client, ClientConfig } from 'pg'
import type { Host } from './postgres-settings.ts'

/** What PostgreSQL calls a server that takes nothing yet: it may pass. */
const NOT_YET = '57P03'

/**
 * Of several servers with the same database the one that takes changes, as `target_session_attrs=read-write` of libpq. All
 * are asked at once, so that one that is out of reach holds up nothing.
 * @param hosts one or more; of one nothing is asked
 * @throws what the driver throws; an error with the code 57P03 if all that answer are standbys
 */
export async function findWritable(
  hosts: readonly Host[],
  Driver: new (config: ClientConfig) => Client,
  config: ClientConfig,
): Promise<Host> {
  const [only] = hosts
  if (only && hosts.length === 1) return only
  const ask = async (host: Host): Promise<Host> => {
    const client = new Driver({ ...config, ...host })
    client.on('error', () => {}) // it is asked once: what becomes of it later is nothing
    try {
      await client.connect()
      const { rows } = await client.query<{ readonly transaction_read_only: string }>(
        'SHOW transaction_read_only',
      )
      if (rows[0]?.transaction_read_only === 'off') return host
      throw Object.assign(new Error('all servers that answer are standbys'), { code: NOT_YET })
    } finally {
      client.end().catch(() => {})
    }
  }
  try {
    return await Promise.any(hosts.map(ask))
  } catch (error) {
    const reasons: readonly unknown[] = error instanceof AggregateError ? error.errors : [error]
    // A server that has answered tells more than one that is away: a wrong password passes never.
    throw reasons.toSorted((a, b) => told(b) - told(a))[0]
  }
}

function told(error: unknown): number {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code === NOT_YET ? 1 : /^[\dA-Z]{5}$/.test(code) && !code.startsWith('E') ? 2 : 0
}
