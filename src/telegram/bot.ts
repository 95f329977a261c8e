import { once } from 'node:events'
import type { Telegram } from 'telegraf'
import type { Update } from 'telegraf/types'
import type { Conversation } from '../chat/index.ts'
import type { Delivery } from '../delivery/index.ts'
import type { Clock, Logger } from '../ops/index.ts'
import { nameFailure } from './bot-error.ts'
import { createDesk, type Desk } from './desk.ts'
import { introduce } from './menu.ts'
import { pollUpdates, UPDATE_KINDS } from './poll.ts'
import type { SeenUpdates } from './seen-updates.ts'
import { toShimSignal } from './shim-signal.ts'
import { openWebhook } from './webhook.ts'
import { within } from './within.ts'

/** How long answers are waited for when the bot is told to stop: who stops it may kill it after ten seconds. */
const STOP_WITHIN_MS = 4_000

/** Where Telegram is to send updates; without it they are asked for. */
export interface WebhookSettings {
  /** Public address, https. */
  readonly url: string
  /** Port to listen on; whatever serves `url` passes requests on to it. */
  readonly port: number
  readonly secret: string
}

export interface BotOptions {
  readonly telegram: Telegram
  readonly webhook?: WebhookSettings | undefined
  readonly conversation: Conversation
  readonly delivery: Delivery
  readonly seen: SeenUpdates
  readonly clock: Clock
  readonly log: Logger
}

export interface Bot {
  /**
   * Takes updates until `stop` is called.
   * @param onReady is told the bot's name as soon as Telegram has accepted the token
   * @throws {WrongTokenError | SecondInstanceError | UnreachableError}
   */
  run(onReady: (username: string) => void): Promise<void>
  /** Takes no more updates, and settles when those taken are answered, or after four seconds. May be called at any time. */
  stop(): Promise<void>
}

/** The conversation on Telegram, or on any server that speaks the Bot API. */
export function createBot({ telegram, webhook, ...parts }: BotOptions): Bot {
  const { delivery, clock, log } = parts
  const stopping = new AbortController()
  const signal = toShimSignal(stopping.signal)
  let talking: Promise<void> | undefined
  let desk: Desk | undefined

  const poll = async (take: Desk['take']) => {
    // Updates are given to a webhook or to polling, never to both.
    await telegram.callApi('deleteWebhook', {}, { signal })
    await pollUpdates({ telegram, signal: stopping.signal, clock, log, take })
  }

  const listen = async (take: Desk['take'], { url, port, secret }: WebhookSettings) => {
    const server = await openWebhook({ port, secret, log, take })
    try {
      const settings = { url, secret_token: secret, allowed_updates: UPDATE_KINDS }
      await telegram.callApi('setWebhook', settings, { signal })
      if (!stopping.signal.aborted) await once(stopping.signal, 'abort')
    } finally {
      await server.close()
    }
  }

  const talk = async (onReady: (username: string) => void) => {
    const self = await telegram.callApi('getMe', {}, { signal })
    onReady(self.username)
    void introduce(delivery) // nobody waits for a menu
    const open = createDesk({ self, ...parts })
    desk = open
    const take = (update: Update) => open.take(update)
    await (webhook ? listen(take, webhook) : poll(take))
  }

  const finish = async () => {
    await talking?.catch(() => {}) // `run` has told of it
    await desk?.idle()
  }

  return {
    run: async (onReady) => {
      talking = talk(onReady).catch((error: unknown) => {
        // What was under way when it was told to stop may fail in any way.
        if (!stopping.signal.aborted) throw nameFailure(error, telegram.options.apiRoot)
      })
      await talking
    },
    stop: async () => {
      stopping.abort()
      await within(clock, STOP_WITHIN_MS, finish()).catch((err: unknown) =>
        log.warn({ err }, 'some answers are not finished, and are given up'),
      )
    },
  }
}
