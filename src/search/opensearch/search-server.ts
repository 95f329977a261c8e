import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setTimeout as sleep } from 'node:timers/promises'
import { refusalOf, short } from './refusal.ts'
import { SearchServerError } from './server-error.ts'

/** Where the server is, and how it knows us. */
export interface ServerSettings {
  /** `http(s)://host:port`, of one or several nodes. */
  readonly urls: readonly string[]
  readonly user?: string | undefined
  readonly password?: string | undefined
  readonly apiKey?: string | undefined
  /** Certificates that are trusted beside those of Node, a PEM file. */
  readonly caFile?: string | undefined
}

/** A request of the REST API. */
export interface ServerRequest {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'HEAD'
  readonly path: string
  readonly query?: Readonly<Record<string, string | number | boolean>>
  /** Lines of JSON if it is an array. */
  readonly body?: object
  /** Statuses that are an answer as well. */
  readonly accept?: readonly number[]
  /** All tries together; {@link DEADLINE_MS} unless told. */
  readonly deadlineMs?: number
  /** One try, after which another node is asked; {@link TRY_MS} unless told. */
  readonly perTryMs?: number
  readonly signal?: AbortSignal | undefined
  /** Somebody waits for it: refused at once while the server is known to be away, but for one try a second. */
  readonly isUrgent?: boolean
}

/** What came back, read from JSON. */
export interface ServerAnswer {
  readonly status: number
  // oxlint-disable-next-line typescript/no-explicit-any -- what a server sends is looked at where it is used
  readonly body: any
}

/** How the server was when it was last asked. */
export interface ServerHealth {
  readonly isUp: boolean
  /** Why it is not, in one line; what it is if it is up. */
  readonly reason: string
}

/** A search server, asked node by node until one answers. */
export interface SearchServer {
  /** @throws {SearchServerError} */
  ask(request: ServerRequest): Promise<ServerAnswer>
  readonly health: ServerHealth
  close(): Promise<void>
}

/** Told when the server stops answering, and when it answers again: once each. */
export interface ServerEvents {
  onDown(reason: string): void
  onUp(): void
}

/** Longer than this no reader waits for a search. */
export const DEADLINE_MS = 2800
/** A node that says nothing for so long is left for another one. */
const TRY_MS = 1200
const PAUSE_MS = 100
/** After so many requests in vain, one after another, the server is taken to be away (circuit breaker). */
const IN_VAIN = 3
/** So often a reader's request finds out whether it is back. */
const PROBE_EVERY_MS = 1_000
/** A question is several requests: those that come so soon after the first one find it out together. */
const PROBE_MS = 100
const LONGEST_PAUSE_MS = 400
/** What another node, or the same one a moment later, may answer. */
const PASSING = new Set([429, 500, 502, 503, 504])

/** The heavy client is loaded only where there is a server to ask. */
const loadClient = (): typeof import('@opensearch-project/opensearch') =>
  createRequire(import.meta.url)('@opensearch-project/opensearch')

/**
 * A client of the nodes of one cluster, each asked in its turn. Nothing is asked yet.
 * @throws {SearchServerError} if the file with certificates cannot be read
 */
export function openSearchServer(settings: ServerSettings, events: ServerEvents): SearchServer {
  const { Client } = loadClient()
  const { urls, user, password, apiKey } = settings
  const client = new Client({
    nodes: [...urls],
    maxRetries: 0,
    resurrectStrategy: 'optimistic',
    ...(user !== undefined && { auth: { username: user, password: password ?? '' } }),
    ...(apiKey !== undefined && { headers: { authorization: `ApiKey ${apiKey}` } }),
    ...(settings.caFile !== undefined && { ssl: { ca: readCertificates(settings.caFile) } }),
  })
  let health: ServerHealth = { isUp: true, reason: 'not asked yet' }
  let inVain = 0
  let probeAtMs = 0
  let probeUntilMs = 0
  let lastSentence = ''
  const isAway = () => {
    const nowMs = performance.now()
    if (inVain < IN_VAIN || nowMs < probeUntilMs) return false
    if (nowMs < probeAtMs) return true
    probeAtMs = nowMs + PROBE_EVERY_MS
    probeUntilMs = nowMs + PROBE_MS
    return false
  }
  const note = (isUp: boolean, reason: string) => {
    const was = health.isUp
    health = { isUp, reason }
    inVain = isUp ? 0 : inVain + 1
    if (inVain === IN_VAIN) probeAtMs = performance.now() + PROBE_EVERY_MS
    if (was && !isUp) events.onDown(reason)
    if (!was && isUp) events.onUp()
  }
  const tryOnce = async (request: ServerRequest, requestTimeout: number): Promise<ServerAnswer> => {
    const { method, path, query, body, accept = [] } = request
    const isLines = Array.isArray(body)
    const content = body === undefined ? {} : isLines ? { bulkBody: body } : { body }
    const answer = await client.transport.request(
      { method, path, ...(query && { querystring: { ...query } }), ...content },
      { requestTimeout, ignore: [...accept], maxRetries: 0 },
    )
    return { status: answer.statusCode ?? 0, body: answer.body }
  }
  return {
    get health() {
      return health
    },
    ask: async (request) => {
      const limit = performance.now() + (request.deadlineMs ?? DEADLINE_MS)
      if (request.isUrgent === true && isAway())
        throw new SearchServerError('unreachable', lastSentence, false)
      let hasAnswered = false
      let gone = 0
      for (let pause = PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
        request.signal?.throwIfAborted()
        const left = limit - performance.now()
        try {
          const answer = await tryOnce(request, Math.max(50, Math.min(request.perTryMs ?? TRY_MS, left)))
          note(true, 'it answers')
          return answer
        } catch (error) {
          const trouble = troubleOf(error)
          hasAnswered ||= trouble.status !== undefined || trouble.isSlow === true
          const isOver = performance.now() + pause >= limit
          if (trouble.mayPass && !isOver) {
            // Another node may be there at once.
            if (trouble.isGone && ++gone < urls.length) continue
            await sleep(pause)
            continue
          }
          const sentence = sentenceOf(trouble, urls)
          if (trouble.mayPass) {
            note(false, trouble.reason)
            lastSentence = sentence
          }
          throw new SearchServerError(trouble.mayPass ? 'unreachable' : 'unusable', sentence, hasAnswered)
        }
      }
    },
    close: () => client.close(),
  }
}

interface Trouble {
  readonly mayPass: boolean
  readonly reason: string
  readonly status: number | undefined
  /** True if it took the request and said nothing. */
  readonly isSlow?: true
  /** True if nobody took the request. */
  readonly isGone?: true
}

/** What the client throws: an error of its own, with a name and perhaps an answer of the server. */
interface ClientError {
  readonly name?: string
  readonly message?: string
  readonly statusCode?: number
  readonly body?: { readonly error?: { readonly type?: string; readonly reason?: string } }
}

function troubleOf(error: unknown): Trouble {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every member may be missing
  const { name = '', message = '', statusCode, body } = error as ClientError
  const told =
    typeof body?.error === 'object' ? `${body.error.type ?? ''}: ${body.error.reason ?? ''}` : message
  if (name === 'ConnectionError' || name === 'NoLivingConnectionsError')
    return { mayPass: !isCertificate(message), reason: message, status: undefined, isGone: true }
  if (name === 'TimeoutError')
    return { mayPass: true, reason: 'it does not answer in time', status: undefined, isSlow: true }
  if (name === 'ResponseError')
    return {
      mayPass: PASSING.has(statusCode ?? 0) && refusalOf('', statusCode ?? 0, told) === undefined,
      reason: told,
      status: statusCode,
    }
  return { mayPass: false, reason: message, status: statusCode }
}

const isCertificate = (message: string) => /certificate|self.signed|SSL|TLS|altnames/i.test(message)

function sentenceOf({ reason, status }: Trouble, urls: readonly string[]): string {
  const where = `the search server at ${urls.map(withoutSecrets).join(', ')}`
  const refusal = status === undefined ? undefined : refusalOf(where, status, reason)
  if (refusal) return refusal
  if (isCertificate(reason))
    return `${where} shows a certificate that is not trusted (${short(reason)}): set SEARCH_CA_FILE`
  if (status === undefined)
    return `${where} does not answer (${short(reason)}): check SEARCH_URL, and that it runs`
  return `${where} answers with status ${status} (${short(reason)})`
}

/** A URL without user and password. */
export function withoutSecrets(url: string): string {
  const { origin } = new URL(url)
  return origin
}

function readCertificates(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
    throw new SearchServerError(
      'unusable',
      `cannot read ${file} (${reason}): set SEARCH_CA_FILE to a file of certificates`,
    )
  }
}
