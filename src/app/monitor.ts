import type { Delivery } from '../delivery/index.ts'
import {
  Metrics,
  type OpsServer,
  observeApi,
  observeConversation,
  observeOutbox,
  openOpsServer,
  type State,
} from '../monitoring/index.ts'
import type { Clock, Logger } from '../ops/index.ts'
import type { OutageEvents } from '../telegram/index.ts'
import type { App } from './build-app.ts'
import type { Watch } from './open-bot.ts'

/** Counts what the bot does, and shows it to operators. */
export class Monitor {
  readonly #clock: Clock
  readonly #metrics = new Metrics()
  #outage: string | undefined
  /** What is put between the parts of the bot. */
  readonly watch: Watch = {
    conversation: (it) => observeConversation(it, this.#metrics, this.#clock),
    api: (it) => observeApi(it, this.#metrics, this.#clock),
    outbox: (it) => observeOutbox(it, this.#metrics),
    outages: (it) => this.#watchOutages(it),
    update: (kind) => this.#metrics.received(kind),
  }

  constructor(clock: Clock) {
    this.#clock = clock
  }

  #watchOutages(events: OutageEvents): OutageEvents {
    return {
      onLasting: (reason, sinceMs) => {
        this.#outage = reason
        events.onLasting(reason, sinceMs)
      },
      onOver: (sinceMs, untilMs) => {
        this.#outage = undefined
        events.onOver(sinceMs, untilMs)
      },
    }
  }

  /** @throws {OpsPortError} */
  serve(app: App, delivery: Delivery, port: number, log: Logger): Promise<OpsServer> {
    const state = () => this.#stateOf(app, delivery)
    return openOpsServer({ host: app.config.OPS_HOST, port, metrics: this.#metrics, state, log })
  }

  async #stateOf(
    { store, search, server, indexTrouble, indexing, indexRevision, isFollowing, unreadable, missing }: App,
    delivery: Delivery,
  ): Promise<State> {
    const [{ pages, articles }, { revision }, outbox, { doubtful, reported }] = await Promise.all([
      store.archive.size(),
      store.archive.state(),
      store.outbox.queues(),
      store.doubts.counts(),
    ])
    return {
      nowMs: this.#clock.now(),
      pages,
      articles,
      indexed: search.size,
      archiveRevision: revision,
      indexRevision: indexRevision(),
      unreadable: unreadable(),
      missing: missing()?.count ?? 0,
      doubtful,
      reported,
      outbox,
      sending: delivery.waiting(),
      rateLimitWaitMs: delivery.waitMs(),
      outage: this.#outage,
      isSearchServerUp: server && server.trouble() === undefined && indexTrouble() === undefined,
      isIndexing: indexing() !== undefined,
      isFollowing: isFollowing(),
    }
  }
}
