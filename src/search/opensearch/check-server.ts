import type { SearchServer } from './search-server.ts'
import { SearchServerError } from './server-error.ts'

/** What answers at the address. */
export interface ServerFacts {
  readonly version: string
  readonly cluster: string
  /** Clauses that a query may have, as far as we are allowed to ask. */
  readonly mostClauses: number
}

/** The filter that reads weights of terms came with it. */
const OLDEST = [2, 10] as const
const DEFAULT_CLAUSES = 1024

/** Makes sure that it is an OpenSearch that we can use. @throws {SearchServerError} that says what to do */
export async function checkServer(server: SearchServer, where: string): Promise<ServerFacts> {
  const { body } = await server.ask({ method: 'GET', path: '/', accept: [404, 405, 302, 301] })
  const version: unknown = body?.version?.number
  if (typeof version !== 'string')
    throw new SearchServerError(
      'unusable',
      `what answers at ${where} is no OpenSearch: set SEARCH_URL to the address of one`,
    )
  if (body.version.distribution !== 'opensearch')
    throw new SearchServerError(
      'unusable',
      `what answers at ${where} is Elasticsearch ${version}, not OpenSearch: set SEARCH_URL to an OpenSearch ${OLDEST.join('.')} or later`,
    )
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]))
    throw new SearchServerError(
      'unusable',
      `OpenSearch ${version} at ${where} is too old: update it to ${OLDEST.join('.')} or later`,
    )
  return { version, cluster: String(body.cluster_name), mostClauses: await readMostClauses(server) }
}

/** A user may be forbidden to ask. */
async function readMostClauses(server: SearchServer): Promise<number> {
  const path = '/_cluster/settings'
  const name = 'indices.query.bool.max_clause_count'
  const { status, body } = await server.ask({
    method: 'GET',
    path,
    query: { include_defaults: true, flat_settings: true, filter_path: `*.${name.replaceAll('.', '*')}` },
    accept: [401, 403, 404],
  })
  if (status !== 200) return DEFAULT_CLAUSES
  const told = body?.transient?.[name] ?? body?.persistent?.[name] ?? body?.defaults?.[name]
  return Number(told ?? DEFAULT_CLAUSES)
}
