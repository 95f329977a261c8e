import { randomBytes, randomInt } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type Clock, closeServer, type Logger, listenOn, systemClock, whyNotOpened } from '../ops/index.ts'
import { createBotApi } from './api/bot-api.ts'
import { createCallLog } from './api/call-log.ts'
import { handleRequest, type Stage } from './http/request-handler.ts'
import { PlaygroundPortError } from './port-error.ts'
import { meetAgain } from './world/meet-again.ts'
import { createScene } from './world/scene.ts'

interface PlaygroundOptions {
  readonly log: Logger
  /** 0, the default, takes any port that is free. */
  readonly port?: number
  readonly clock?: Clock
  /** `<id>:<secret>`; made anew each time where it is left out. */
  readonly token?: string
  /** Without the `@`. */
  readonly botUsername?: string
  readonly botName?: string
  /**
   * Id of the first update; any unless told. Telegram gives no id twice, and a bot that remembers them would be deaf
   * to a playground that began at 1 again.
   */
  readonly firstUpdateId?: number
  /**
   * People who talked to the bot before, by their ids: it may write to them. Without it a bot that remembers its chats
   * would take all of them for gone as soon as a digest is due.
   */
  readonly acquaintances?: readonly number[]
  /** Pages of the bot's own at the same address: takes what is under its paths, and answers it. */
  readonly site?: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>
}

/** A Telegram of one's own on this machine. */
export interface Playground {
  /** Where the page is: `http://127.0.0.1:<port>`. */
  readonly url: string
  /** What the bot takes for `https://api.telegram.org`. */
  readonly apiRoot: string
  readonly token: string
  /** Ends every connection and forgets everything. */
  close(): Promise<void>
}

/**
 * Starts the Bot API server and its page on 127.0.0.1, reachable from this machine alone.
 * @throws {PlaygroundPortError} when the port is taken or may not be used.
 */
export async function openPlayground(options: PlaygroundOptions): Promise<Playground> {
  const {
    log,
    port = 0,
    clock = systemClock,
    token = `7000000001:${randomBytes(26).toString('base64url')}`,
    botUsername = 'paperboy_bot',
    botName = '报童',
    firstUpdateId = randomInt(10 ** 9, 2 * 10 ** 9),
    acquaintances = [],
    site,
  } = options
  const scene = createScene({ clock, token, botUsername, botName, firstUpdateId })
  meetAgain(scene, acquaintances)
  const calls = createCallLog(scene)
  const api = createBotApi(scene, calls, log)
  const server = await listen({ scene, calls, api, log, site }, port)
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`
  return {
    url,
    apiRoot: url,
    token,
    close: () => {
      api.close()
      return closeServer(server, 0)
    },
  }
}

/** Longer than any pause of a bot: a connection that closes just as it is used again looks like a fault. */
const KEEP_ALIVE_MS = 65_000

async function listen(stage: Stage, port: number): Promise<Server> {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    handleRequest(stage, request, response).catch((err: unknown) => {
      stage.log.error({ err }, 'the playground cannot answer a request')
      response.destroy()
    })
  })
  await listenOn(server, { host: '127.0.0.1', port }).catch((cause: unknown) => {
    throw new PlaygroundPortError(port, whyNotOpened(cause), { cause })
  })
  return server
}
