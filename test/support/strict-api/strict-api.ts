import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Fault, isDoneAllTheSame, spoil } from './fault.ts'
import { type CallParams, problemOfFile, readParams } from './read-params.ts'
import { UpdateLine } from './update-line.ts'

/** A call that the bot made. */
export interface StrictCall {
  readonly method: string
  readonly params: Readonly<Record<string, unknown>>
  /** Milliseconds, monotonic. */
  readonly atMs: number
  /** Whether it had its effect; false while it is under way, or where it met a fault or was refused. */
  done: boolean
}

/** Decides whether a call goes wrong. */
export type FaultPlan = (method: string, params: Readonly<Record<string, unknown>>) => Fault | undefined

export const STRICT_TOKEN = '123456789:AAF_token_of_the_strict_server____'

const SELF = {
  id: 123_456_789,
  is_bot: true,
  first_name: '报童',
  username: 'strict_bot',
  can_join_groups: true,
  supports_inline_queries: true,
}

/** Telegram forgets presses and inline queries that are not answered in time. */
const QUERY_LIFETIME_MS = 10_000

/**
 * A Bot API server on loopback that is as strict as Telegram and smooths nothing over: one poll at a time, offsets, each
 * query answered once and in time. It runs in another process than the bot, and nothing of it keeps the bot alive.
 */
export class StrictApi {
  readonly calls: StrictCall[] = []
  readonly updates = new UpdateLine()
  /** May be replaced at any time. */
  plan: FaultPlan = () => undefined
  /** How long the answer to a call takes that has had its effect. */
  answerAfterMs = 0
  /** How long queries wait for their answers, by the clock: a bot on a busy machine may miss what Telegram gives. */
  queryLifetimeMs = QUERY_LIFETIME_MS
  /** What getUpdates answers in place of the updates that wait. */
  script: (() => readonly object[] | undefined) | undefined
  readonly #server = createServer((request, response) => void this.#answer(request, response))
  readonly #asked = new Map<string, number>()
  readonly #answered = new Set<string>()
  #endPoll: AbortController | undefined
  #port = 0
  #messages = 0

  get apiRoot(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  /** Listens; after {@link goAway} on the same port as before. */
  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve))
    this.#port = (this.#server.address() as AddressInfo).port
    return this
  }

  /** Ends all connections, and accepts none until it listens again. */
  async goAway(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve))
    this.#server.closeAllConnections()
    await closed
  }

  callsTo(method: string): readonly StrictCall[] {
    return this.calls.filter((it) => it.method === method)
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const atMs = performance.now()
    const method = request.url?.split('/').at(-1) ?? ''
    let params: CallParams
    try {
      params = await readParams(request)
    } catch {
      return
    }
    const fault = this.plan(method, params)
    const isDone = fault === undefined || isDoneAllTheSame(fault)
    const call = { method, params, atMs, done: false }
    this.calls.push(call)
    if (!isDone) return spoil(response, fault)
    const result = await this.#do(method, params, response)
    call.done = !(result instanceof Refusal)
    if (fault) return spoil(response, fault)
    if (this.answerAfterMs > 0) await sleep(this.answerAfterMs)
    const { status, body } =
      result instanceof Refusal
        ? { status: result.status, body: { ok: false, error_code: result.status, description: result.words } }
        : { status: 200, body: { ok: true, result } }
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }

  async #do(
    method: string,
    params: Readonly<Record<string, unknown>>,
    response: ServerResponse,
  ): Promise<unknown> {
    switch (method) {
      case 'getMe':
        return SELF
      case 'getUpdates':
        return this.#poll(params, response)
      case 'sendMessage':
        return {
          message_id: ++this.#messages,
          date: 1,
          chat: { id: params['chat_id'], type: 'private' },
          text: params['text'],
        }
      case 'sendDocument': {
        const problem = problemOfFile(params['document'], params['caption'])
        if (problem !== undefined) return new Refusal(400, `Bad Request: ${problem}`)
        return { message_id: ++this.#messages, date: 1, chat: { id: params['chat_id'], type: 'private' } }
      }
      case 'answerCallbackQuery':
        return this.#answerQuery(String(params['callback_query_id']))
      case 'answerInlineQuery':
        return this.#answerQuery(String(params['inline_query_id']))
      default:
        return true
    }
  }

  async #poll(params: Readonly<Record<string, unknown>>, response: ServerResponse): Promise<unknown> {
    this.#endPoll?.abort()
    const mine = new AbortController()
    this.#endPoll = mine
    response.on('close', () => mine.abort())
    const scripted = this.script?.()
    if (scripted) return scripted
    this.updates.confirm(Number(params['offset'] ?? 0))
    const given = await this.updates.fetch(Number(params['timeout'] ?? 0) * 1000, mine.signal)
    if (mine.signal.aborted)
      return new Refusal(
        409,
        'Conflict: terminated by other getUpdates request; make sure that only one bot runs',
      )
    for (const update of given) this.#noteQuery(update)
    return given
  }

  /** From when a query is given to the bot for the first time. */
  #noteQuery(update: Readonly<Record<string, unknown>>): void {
    const query = (update['callback_query'] ?? update['inline_query']) as { id?: string } | undefined
    if (query?.id !== undefined && !this.#asked.has(query.id)) this.#asked.set(query.id, performance.now())
  }

  #answerQuery(id: string): unknown {
    const askedMs = this.#asked.get(id)
    const isLate = askedMs !== undefined && performance.now() - askedMs > this.queryLifetimeMs
    if (isLate || this.#answered.has(id))
      return new Refusal(
        400,
        'Bad Request: query is too old and response timeout expired or query ID is invalid',
      )
    this.#answered.add(id)
    return true
  }
}

class Refusal {
  readonly status: number
  readonly words: string
  constructor(status: number, words: string) {
    this.status = status
    this.words = words
  }
}
