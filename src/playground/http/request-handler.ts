import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from '../../ops/index.ts'
import type { BotApi } from '../api/bot-api.ts'
import type { CallLog } from '../api/call-log.ts'
import type { CallOutcome } from '../api/outcome.ts'
import { control } from '../control/control-api.ts'
import { MisuseError } from '../control/misuse-error.ts'
import { parseObject } from '../rules/fields.ts'
import { Refusal } from '../rules/refusal.ts'
import type { Scene } from '../world/scene.ts'
import { readBody, readParams } from './body.ts'
import { feedEvents } from './event-feed.ts'
import { findIntruder } from './guard.ts'
import { pageHeaders, readPageFile } from './page-files.ts'

/** What the server's parts need of one another. */
export interface Stage {
  readonly scene: Scene
  readonly api: BotApi
  readonly calls: CallLog
  readonly log: Logger
  /** Answers what is under the paths of the bot's own pages. @returns false if the request is none of them */
  readonly site?: ((request: IncomingMessage, response: ServerResponse) => Promise<boolean>) | undefined
}

/** One request and what answers it. */
interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly url: URL
}

/** Answers a request: a call of the bot, an action of the reader, the events, or a file of the page. */
export async function handleRequest(
  stage: Stage,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const intruder = findIntruder(request.headers, request.socket.localPort ?? 0)
  if (intruder !== undefined) return sendJson(response, 403, { ok: false, error: intruder })
  const url = new URL(request.url ?? '/', 'http://playground')
  const exchange = { request, response, url }
  const [, bot, method] = /^\/bot([^/]+)\/([^/]*)$/.exec(url.pathname) ?? []
  if (bot !== undefined) return answerBot(stage, exchange, bot, method ?? '')
  const [, fileBot, path] = /^\/file\/bot([^/]+)\/(.+)$/.exec(url.pathname) ?? []
  if (fileBot !== undefined)
    return sendFile(stage, exchange, ({ path: it }) => fileBot === stage.scene.token && it === path)
  const [, action] = /^\/control\/([a-z-]+)$/.exec(url.pathname) ?? []
  if (url.pathname === '/control/events') return feedEvents(stage.scene.events, request, response, url)
  if (url.pathname === '/control/file')
    return sendFile(stage, exchange, ({ file }) => file.file_id === url.searchParams.get('id'))
  if (action !== undefined) return answerControl(stage, exchange, action)
  if (stage.site && (await stage.site(request, response))) return undefined
  return sendPage(exchange)
}

async function answerBot(
  { scene, api }: Stage,
  exchange: Exchange,
  token: string,
  method: string,
): Promise<void> {
  const { request, response, url } = exchange
  if (decodeURIComponent(token) !== scene.token)
    return sendOutcome(response, { ok: false, error_code: 401, description: 'Unauthorized' })
  const hungUp = new AbortController()
  response.on('close', () => hungUp.abort())
  try {
    const params = await readParams(request, url)
    sendOutcome(response, await api.call(method, params, hungUp.signal))
  } catch (err) {
    if (!(err instanceof Refusal)) throw err
    sendOutcome(response, { ok: false, error_code: err.errorCode, description: err.message })
  }
}

function sendOutcome(response: ServerResponse, outcome: CallOutcome): void {
  if (outcome === 'hang') return
  if (outcome === 'reset') response.destroy()
  else sendJson(response, outcome.ok ? 200 : outcome.error_code, outcome)
}

async function answerControl(
  { scene, calls }: Stage,
  { request, response }: Exchange,
  action: string,
): Promise<void> {
  // A form of another site cannot have this type, and a script would have to ask first.
  if (request.method !== 'POST' || !request.headers['content-type']?.startsWith('application/json'))
    return sendJson(response, 405, { ok: false, error: 'POST a JSON object' })
  try {
    const done = await control(scene, calls, action, parseObject((await readBody(request)).toString()))
    if (done) sendJson(response, 200, { ok: true, result: done.result ?? null })
    else sendJson(response, 404, { ok: false, error: 'no such action' })
  } catch (err) {
    if (!(err instanceof MisuseError || err instanceof Refusal)) throw err
    const misuse = err instanceof MisuseError ? err.misuse : undefined
    sendJson(response, 400, { ok: false, error: err.message, misuse })
  }
}

function sendFile(
  { scene }: Stage,
  { response }: Exchange,
  isWanted: (file: { path: string; file: { file_id: string } }) => boolean,
): void {
  const stored = [...scene.files.values()].find(isWanted)
  if (stored === undefined)
    return sendJson(response, 404, { ok: false, error_code: 404, description: 'Not Found' })
  const isPicture = stored.path.startsWith('photos/')
  response.writeHead(200, {
    ...pageHeaders,
    'content-type': isPicture ? 'image/*' : 'application/octet-stream',
    ...(!isPicture && { 'content-disposition': 'attachment' }),
  })
  response.end(stored.bytes)
}

async function sendPage({ request, response, url }: Exchange): Promise<void> {
  const file =
    request.method === 'GET' || request.method === 'HEAD' ? await readPageFile(url.pathname) : undefined
  if (file === undefined)
    return sendJson(response, 404, { ok: false, error_code: 404, description: 'Not Found' })
  response.writeHead(200, { ...pageHeaders, 'content-type': file.type })
  response.end(request.method === 'HEAD' ? undefined : file.body)
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  if (response.destroyed) return
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}
