import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { PaperboyError } from '../domain/index.ts'
import { closeServer, type Logger, listenOn, whyNotOpened } from '../ops/index.ts'
import type { Metrics } from './metrics.ts'
import { obstaclesOf, type State } from './state.ts'

/** The port for operators cannot be opened. */
export class OpsPortError extends PaperboyError {
  readonly code = 'OPS_PORT'
}

/** Where monitoring asks: what it is told, and where it may ask from. */
export interface OpsServerOptions {
  readonly host: string
  /** 0 for any free port. */
  readonly port: number
  readonly metrics: Metrics
  /** Rejects if the database cannot be read. */
  readonly state: () => Promise<State>
  readonly log: Logger
}

/** A server for monitoring, until it is closed. */
export interface OpsServer {
  readonly port: number
  close(): Promise<void>
}

interface Page {
  readonly status: number
  readonly type: string
  readonly text: string
}

const JSON_TYPE = 'application/json; charset=utf-8'

/**
 * Serves `/health/live` (the process answers), `/health/ready` (200 if readers get whole answers, else 503, with the
 * reasons) and `/metrics` (Prometheus).
 * @throws {OpsPortError} if the port is in use, or the address is not one of this machine
 */
export async function openOpsServer(options: OpsServerOptions): Promise<OpsServer> {
  const { host, port, log } = options
  const server = createServer((request, response) => void answer(request, response, options))
  const opened = await listenOn(server, { host, port }).catch((cause: unknown) => {
    const reason = whyNotOpened(cause)
    const sentence = `OPS_PORT ${port} on ${host} cannot be opened: ${reason}; set OPS_PORT to a free port`
    throw new OpsPortError(sentence, { cause })
  })
  server.on('error', (err) => log.error({ err }, 'the server for monitoring failed'))
  return { port: opened, close: () => closeServer(server, 0) }
}

async function answer(
  { method, url }: IncomingMessage,
  response: ServerResponse,
  options: OpsServerOptions,
): Promise<void> {
  const path = url?.split('?')[0] ?? ''
  const { status, type, text } =
    method === 'GET' || method === 'HEAD' ? await pageOf(path, options) : plain(405, 'only GET is answered')
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' })
  response.end(text) // Node sends no body to HEAD
}

async function pageOf(path: string, { metrics, state, log }: OpsServerOptions): Promise<Page> {
  if (path === '/health/live') return plain(200, 'live')
  if (path !== '/health/ready' && path !== '/metrics')
    return plain(404, 'here are /health/live, /health/ready and /metrics')
  try {
    const now = await state()
    if (path === '/metrics') return { status: 200, ...(await metrics.render(now)) }
    return readiness(obstaclesOf(now))
  } catch (err) {
    log.error({ err, path }, 'the state of the bot cannot be read')
    return readiness(['the database cannot be read; see the log'])
  }
}

const readiness = (obstacles: readonly string[]): Page => ({
  status: obstacles.length === 0 ? 200 : 503,
  type: JSON_TYPE,
  text: `${JSON.stringify({ ready: obstacles.length === 0, obstacles })}\n`,
})

const plain = (status: number, text: string): Page => ({
  status,
  type: 'text/plain; charset=utf-8',
  text: `${text}\n`,
})
