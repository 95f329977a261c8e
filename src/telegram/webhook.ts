import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Update } from 'telegraf/types'
import { BodyTooLargeError, closeServer, type Logger, listenOn, readBody } from '../ops/index.ts'
import { WebhookPortError } from './bot-error.ts'
import { isUpdate } from './is-update.ts'
import { DATABASE_HEADER } from './refuse-other-database.ts'

/** Updates are far smaller; whoever sends more means no good. */
const MOST_BYTES = 1024 * 1024
/** A sender that takes longer than this for headers or body is cut off, and so is a connection that sends nothing. */
const PATIENCE_MS = 10_000
/** A connection is kept for as long as this between two requests. */
const KEEP_ALIVE_MS = 60_000
/** Telegram opens at most 100 (setWebhook, max_connections); more are somebody else's. */
const MOST_CONNECTIONS = 500
/** What has not been sent whole when the bot is told to stop is waited for no longer; Telegram sends it again. */
const STOP_PATIENCE_MS = 2_000

interface WebhookOptions {
  /** Address to listen on; every address of this machine if undefined. */
  readonly host?: string | undefined
  readonly port: number
  /** What Telegram sends with each update, since we told it to (setWebhook, secret_token). */
  readonly secret: string
  /** Names the database that this bot works on: bots that start ask for it. */
  readonly database: string
  /** Takes an update over; it is confirmed to Telegram when this settles, and comes again where it rejects. */
  readonly take: (update: Update) => Promise<unknown>
  readonly log: Logger
  /** How long a sender may take, in milliseconds. */
  readonly patienceMs?: number
}

/** A listening webhook server. */
export interface Webhook {
  /** Takes no more, and settles when what came is confirmed. */
  close(): Promise<void>
}

/**
 * Listens for the updates that Telegram sends. Telegraf's own reader breaks characters at TCP segments, knows no limit
 * of size, and dies of a body that says `null`.
 * @throws {WebhookPortError} where the port cannot be listened on
 */
export async function openWebhook(options: WebhookOptions): Promise<Webhook> {
  const { host, port, secret, database, take, log, patienceMs = PATIENCE_MS } = options
  const server = createServer({
    requestTimeout: patienceMs,
    headersTimeout: patienceMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectionsCheckingInterval: Math.min(1_000, patienceMs),
  })
  server.maxConnections = MOST_CONNECTIONS
  // The two limits above begin with the first byte; this one holds until there is a request.
  server.timeout = patienceMs
  server.on('request', (request, response) => {
    request.socket.setTimeout(0)
    void answer(request, response, { secret, database, take }).catch((err: unknown) => {
      log.error({ err }, 'cannot take an update')
      end(response, 500)
    })
  })
  await listenOn(server, { host, port }).catch((cause: NodeJS.ErrnoException) => {
    throw new WebhookPortError({ host, port }, cause)
  })
  return { close: () => closeServer(server, STOP_PATIENCE_MS) }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { secret, database, take }: Pick<WebhookOptions, 'secret' | 'database' | 'take'>,
): Promise<void> {
  // Before anything else is looked at: who does not know the secret learns nothing and costs nothing.
  if (!isSame(request.headers['x-telegram-bot-api-secret-token'], secret)) return end(response, 401)
  if (request.method !== 'POST') return end(response, 405)
  const asked = request.headers[DATABASE_HEADER]
  if (asked !== undefined) return end(response, asked === database ? 200 : 409)
  const read = await readUpdate(request)
  if (typeof read === 'number') return end(response, read)
  await take(read)
  end(response, 200)
}

/** @returns the update, or the status to refuse it with */
async function readUpdate(request: IncomingMessage): Promise<Update | number> {
  try {
    const update: unknown = JSON.parse(await readBody(request, MOST_BYTES))
    return isUpdate(update) ? update : 400
  } catch (error) {
    if (error instanceof BodyTooLargeError) return 413
    if (error instanceof SyntaxError || error instanceof TypeError) return 400
    // The sender hung up, or was cut off for being slow.
    if (request.destroyed) return 408
    throw error
  }
}

/** Takes the same time however much of the secret is right. */
function isSame(given: string | string[] | undefined, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(secret))
}

function end(response: ServerResponse, status: number): void {
  if (response.headersSent) return
  // What was not read is not wanted: the connection goes with it.
  response.writeHead(status, status === 200 ? {} : { connection: 'close' }).end()
}
