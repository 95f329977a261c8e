import client from 'prom-client'
import { type State } from './state.ts'

/** Seconds. A reader notices a tenth, and is gone after ten. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** What is counted while the bot runs, in the format of Prometheus. Names follow its conventions: base units, `_total`. */
export class Metrics {
  readonly #registry = new client.Registry()
  readonly #answers = new client.Histogram({
    name: 'paperboy_answer_seconds',
    help: 'Time from a request of a reader to its reply, before it is sent.',
    labelNames: ['request', 'result'] as const,
    buckets: BUCKETS,
    registers: [this.#registry],
  })
  readonly #calls = new client.Histogram({
    name: 'paperboy_api_call_seconds',
    help: 'Calls of the Bot API; result is ok, network, timeout, or the error code.',
    labelNames: ['method', 'result'] as const,
    buckets: BUCKETS,
    registers: [this.#registry],
  })
  readonly #updates = this.#counter(
    'paperboy_updates_total',
    'Updates that Telegram brought, by kind, before anything is asked of them: repeated ones too.',
    ['kind'],
  )
  readonly #rateLimits = this.#counter(
    'paperboy_rate_limits_total',
    'Calls that Telegram answered with 429.',
    [],
  )
  readonly #outbox = this.#counter(
    'paperboy_outbox_finished_total',
    'Outbox messages, by what became of them.',
    ['kind', 'result'],
  )
  readonly #duplicates = this.#counter(
    'paperboy_outbox_possible_duplicates_total',
    'Outbox messages that may have arrived and were sent again.',
    ['kind'],
  )
  readonly #gauges = {
    articles: this.#gauge('paperboy_articles', 'Articles in the archive.'),
    pages: this.#gauge('paperboy_pages', 'Pages in the archive.'),
    indexed: this.#gauge('paperboy_indexed_articles', 'Articles in the search index.'),
    archiveRevision: this.#gauge('paperboy_archive_revision', 'The latest change of the archive.'),
    indexRevision: this.#gauge(
      'paperboy_index_revision',
      'The latest change of the archive that the index knows; behind it while it catches up.',
    ),
    unreadable: this.#gauge(
      'paperboy_unreadable_files',
      'Files of the corpus folder that could not be read whole.',
    ),
    missing: this.#gauge(
      'paperboy_missing_files',
      'Missing files whose articles are kept for the time being.',
    ),
    doubtful: this.#gauge('paperboy_doubtful_articles', 'Articles that are probably cut wrong.'),
    reported: this.#gauge('paperboy_reported_articles', 'Articles that readers reported as wrong.'),
    sending: this.#gauge(
      'paperboy_delivery_waiting',
      'Posts and edits that wait for their turn to be sent.',
      ['priority'],
    ),
    rateLimitWait: this.#gauge(
      'paperboy_rate_limit_wait_seconds',
      'How long Telegram wants all sends to wait.',
    ),
    isReachable: this.#gauge(
      'paperboy_telegram_reachable',
      '0 if Telegram has not been reached for minutes.',
    ),
    isSearchServerUp: this.#gauge(
      'paperboy_search_server_up',
      '0 if the search server did not answer when it was last asked, or its index cannot be used or written; 1 also where the index is in memory.',
    ),
    outboxMessages: this.#gauge(
      'paperboy_outbox_messages',
      'Messages that wait in the outbox or are being sent.',
      ['kind', 'status'],
    ),
    outboxDelay: this.#gauge(
      'paperboy_outbox_delay_seconds',
      'How late the oldest message of the outbox is.',
      ['kind'],
    ),
  }

  constructor() {
    client.collectDefaultMetrics({ register: this.#registry })
  }

  /** An update has come. @param kind for example `message` */
  received(kind: string): void {
    this.#updates.inc({ kind })
  }

  /** @param request what the reader did, for example `search` */
  answered(request: string, result: 'ok' | 'error', ms: number): void {
    this.#answers.observe({ request, result }, ms / 1000)
  }

  /** @param result `ok`, `network`, `timeout`, or the error code */
  called(method: string, result: string, ms: number): void {
    this.#calls.observe({ method, result }, ms / 1000)
    if (result === '429') this.#rateLimits.inc()
  }

  /** An outbox message has come to its end. */
  finished(kind: string, result: 'sent' | 'failed'): void {
    this.#outbox.inc({ kind, result })
  }

  /** An outbox message is sent again, though it may have arrived. */
  repeated(kind: string): void {
    this.#duplicates.inc({ kind })
  }

  /** Everything in the text format of Prometheus, with the state as it is now. */
  async render(state: State): Promise<{ readonly type: string; readonly text: string }> {
    const { articles, pages, indexed, unreadable, missing, doubtful, reported } = this.#gauges
    const { sending, rateLimitWait, isReachable, isSearchServerUp } = this.#gauges
    const { archiveRevision, indexRevision } = this.#gauges
    archiveRevision.set(state.archiveRevision)
    indexRevision.set(state.indexRevision)
    articles.set(state.articles)
    pages.set(state.pages)
    indexed.set(state.indexed)
    unreadable.set(state.unreadable)
    missing.set(state.missing)
    doubtful.set(state.doubtful)
    reported.set(state.reported)
    for (const priority of ['reply', 'notice'] as const) sending.set({ priority }, state.sending[priority])
    rateLimitWait.set(state.rateLimitWaitMs / 1000)
    isReachable.set(state.outage === undefined ? 1 : 0)
    isSearchServerUp.set(state.isSearchServerUp === false ? 0 : 1)
    this.#setOutbox(state)
    return { type: this.#registry.contentType, text: await this.#registry.metrics() }
  }

  #setOutbox({ outbox, nowMs }: State): void {
    const { outboxMessages, outboxDelay } = this.#gauges
    outboxMessages.reset() // a kind of which nothing waits any more would keep its last figure
    outboxDelay.reset()
    for (const { kind, status, messages, oldestMs } of outbox) {
      outboxMessages.set({ kind, status }, messages)
      if (status === 'due') outboxDelay.set({ kind }, Math.max(0, nowMs - oldestMs) / 1000)
    }
  }

  #counter(name: string, help: string, labelNames: readonly string[]) {
    return new client.Counter({ name, help, labelNames, registers: [this.#registry] })
  }

  #gauge(name: string, help: string, labelNames: readonly string[] = []) {
    return new client.Gauge({ name, help, labelNames, registers: [this.#registry] })
  }
}
