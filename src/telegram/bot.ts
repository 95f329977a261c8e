import { randomUUID } from 'node:crypto'
import type { Telegram } from 'telegraf'
import type { Update } from 'telegraf/types'
import type { Conversation } from '../chat/index.ts'
import { within } from '../concurrency/index.ts'
import type { Delivery } from '../delivery/index.ts'
import type { Clock, Logger } from '../ops/index.ts'
import type { UpdateQueue } from '../store/index.ts'
import { askSelf } from './ask-self.ts'
import { introduce } from './menu.ts'
import type { OutageEvents } from './outage-monitor.ts'
import type { PictureSender } from './picture-sender.ts'
import { pollUpdates } from './poll-updates.ts'
import { refuseOtherDatabase } from './refuse-other-database.ts'
import type { SeenUpdates } from './seen-updates.ts'
import type { OnAnswered } from './send-reply.ts'
import { serveWebhook, type WebhookSettings } from './serve-webhook.ts'
import { SharedUpdates } from './shared-updates.ts'
import { UpdateHandler } from './update-handler.ts'
import { kindOf, type UpdateKind } from './update-source.ts'

/** How long answers are waited for when the bot is told to stop: who stops it may kill it after ten seconds. */
const STOP_WITHIN_MS = 4_000

/**
 * What the bot needs from the rest of the program: the conversation that answers, and the delivery that
 * sends.
 */
export interface BotOptions {
  readonly telegram: Telegram
  /** Where Telegram is to send updates; without it they are asked for. */
  readonly webhook?: WebhookSettings | undefined
  readonly conversation: Conversation
  readonly delivery: Delivery
  readonly seen: SeenUpdates
  /** There if other bots answer behind the same webhook. */
  readonly queue?: UpdateQueue | undefined
  /** Names the database that the bot works on; absent: one that no other bot has. */
  readonly database?: string | undefined
  /** Told of each update that comes, also of one that came before. @param kind `other` if it was not asked for */
  readonly onUpdate?: ((kind: UpdateKind | 'other') => void) | undefined
  /** Told of each answer that was posted in a group. */
  readonly onAnswered: OnAnswered
  readonly pictures: PictureSender
  readonly clock: Clock
  /** In [0, 1), for the jitter of backoff. */
  readonly chance: () => number
  readonly log: Logger
  /** Told when no updates have come from Telegram for long, and when they come again. */
  readonly outage: OutageEvents
}

/** The running bot: it takes updates, by long polling or webhook, until it is stopped. */
export interface Bot {
  /**
   * Takes updates until `stop` is called: once Telegram has accepted the token, nothing else ends it.
   * @param onReady is told the bot's name as soon as Telegram has accepted the token
   * @throws {WrongTokenError | UnreachableError | OtherDatabaseError | WebhookPortError | WebhookRefusedError} at the start
   */
  run(onReady: (username: string) => void): Promise<void>
  /** Takes no more updates, and settles when those taken are answered, or after four seconds. May be called at any time. */
  stop(): Promise<void>
  /** Settles when it is noted which updates are answered: after `stop`, and after delivery is closed. */
  idle(): Promise<void>
}

/** The conversation on Telegram, or on any server that speaks the Bot API. */
export function createBot({
  webhook,
  queue,
  database = randomUUID(),
  outage,
  onUpdate,
  ...parts
}: BotOptions): Bot {
  const { delivery, clock, log } = parts
  const stopping = new AbortController()
  const { signal } = stopping
  let talking: Promise<void> | undefined
  let handler: UpdateHandler | undefined
  let shared: SharedUpdates | undefined

  const talk = async (onReady: (username: string) => void) => {
    const self = await askSelf({ ...parts, signal })
    if (webhook) await refuseOtherDatabase(webhook, database, signal)
    onReady(self.username)
    void introduce(delivery) // nobody waits for a menu
    const mine = new UpdateHandler({ ...parts, self })
    handler = mine
    shared = queue && webhook && new SharedUpdates({ queue, handler: mine, clock, log, signal })
    const taker = shared ?? mine
    const take = (updates: readonly Update[]) => {
      for (const update of updates) onUpdate?.(kindOf(update))
      return taker.take(updates)
    }
    const source = { ...parts, signal, events: outage, take }
    void shared?.run()
    await (webhook ? serveWebhook({ ...source, webhook, database }) : pollUpdates(source))
  }

  const finish = async () => {
    await talking?.catch(() => {}) // `run` has told of it
    await handler?.idle()
  }

  return {
    run: async (onReady) => {
      talking = talk(onReady).catch((error: unknown) => {
        // What was under way when it was told to stop may fail in any way.
        if (!signal.aborted) throw error
      })
      await talking
    },
    idle: async () => shared?.idle(),
    stop: async () => {
      stopping.abort()
      await within(clock, STOP_WITHIN_MS, finish()).catch((err: unknown) =>
        log.warn({ err }, 'some answers are not finished, and are given up'),
      )
      handler?.giveUp()
    },
  }
}
