import { createServer } from 'node:http'
import { PaperboyError } from '../domain/index.ts'
import { closeServer, type Logger, listenOn, whyNotOpened } from '../ops/index.ts'
import type { Site } from './site.ts'

/** The port for the reading pages cannot be opened. */
export class WebPortError extends PaperboyError {
  readonly code = 'WEB_PORT'
}

/** A server for the reading pages, until it is closed. */
export interface SiteServer {
  readonly port: number
  close(): Promise<void>
}

/** Who takes longer than this for a request is cut off, and so is a connection that sends nothing. */
const PATIENCE_MS = 10_000
const KEEP_ALIVE_MS = 65_000
const MOST_CONNECTIONS = 1_000
/** What has not been sent whole when the bot is told to stop is waited for no longer. */
const STOP_PATIENCE_MS = 2_000

/** What is said to somebody whose request cannot even be read. */
const UNREADABLE = [
  'HTTP/1.1 431 Request Header Fields Too Large',
  'Connection: close',
  'Content-Type: text/plain; charset=utf-8',
  '',
  '网址太长，没有处理。 The address is too long.\n',
].join('\r\n')

/**
 * Serves the reading pages.
 * @param options.port 0 for any free port
 * @throws {WebPortError} if the port is in use, or the address is not one of this machine
 */
export async function openSiteServer(
  site: Site,
  { host, port, log }: { readonly host: string; readonly port: number; readonly log: Logger },
): Promise<SiteServer> {
  const server = createServer(
    { requestTimeout: PATIENCE_MS, headersTimeout: PATIENCE_MS, keepAliveTimeout: KEEP_ALIVE_MS },
    (request, response) => void site.answer(request, response),
  )
  server.maxConnections = MOST_CONNECTIONS
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'HPE_HEADER_OVERFLOW' && socket.writable) socket.end(UNREADABLE)
    else socket.destroy()
  })
  const opened = await listenOn(server, { host, port }).catch((cause: unknown) => {
    const reason = whyNotOpened(cause)
    const sentence = `WEB_PORT ${port} on ${host} cannot be opened: ${reason}; set WEB_PORT to a free port`
    throw new WebPortError(sentence, { cause })
  })
  server.on('error', (err) => log.error({ err }, 'the server of the reading pages failed'))
  return { port: opened, close: () => closeServer(server, STOP_PATIENCE_MS) }
}
