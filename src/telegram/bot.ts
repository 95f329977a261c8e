import { once } from 'node:events'
import type { Telegram } from 'telegraf'
import type { Update } from 'telegraf/types'
import type { Conversation, Request } from '../chat/index.ts'
import type { Clock, Logger } from '../ops/index.ts'
import { createAdministrators } from './administrators.ts'
import { type ApiOptions, createApiClient } from './api-client.ts'
import { nameFailure } from './bot-error.ts'
import { carry } from './carry.ts'
import { carryInline } from './carry-inline.ts'
import { createInbox } from './inbox.ts'
import { introduce } from './menu.ts'
import { pollUpdates, UPDATE_KINDS } from './poll.ts'
import { type Incoming, type IncomingInline, incomingOf, inlineOf, type Self } from './request-of.ts'
import { openWebhook } from './webhook.ts'

/** Where Telegram is to send updates; without it they are asked for. */
export interface WebhookSettings {
  /** Public address, https. */
  readonly url: string
  /** Port to listen on; whatever serves `url` passes requests on to it. */
  readonly port: number
  readonly secret: string
}

export interface BotOptions extends ApiOptions {
  readonly webhook?: WebhookSettings | undefined
  readonly conversation: Conversation
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
  /** Takes no more updates, and settles when those taken are answered. May be called at any time. */
  stop(): Promise<void>
}

/** The conversation on Telegram, or on any server that speaks the Bot API. */
export async function createBot({ conversation, clock, log, webhook, ...api }: BotOptions): Promise<Bot> {
  const telegram = await createApiClient(api)
  const administrators = createAdministrators(telegram, clock)
  const inbox = createInbox((err) => log.error({ err }, 'cannot answer an update'))
  const stopping = new AbortController()
  let talking: Promise<void> | undefined

  const answer = async (incoming: Incoming) => {
    const { chat, user, action } = incoming
    const request: Request = { chat, user, action, isAdministrator: () => administrators.isOne(incoming) }
    try {
      await carry(telegram, incoming, await conversation.answer(request))
    } catch (err) {
      log.error({ err, chat: chat.id }, 'cannot answer a request')
      await carry(telegram, incoming, conversation.apologise(request))
    }
  }

  const answerInline = async ({ id, request }: IncomingInline) =>
    carryInline(telegram, id, await conversation.answerInline(request))

  const take = (update: Update, self: Self) => {
    const inline = inlineOf(update, self)
    if (inline) return inbox.take(`inline ${inline.request.user.id}`, () => answerInline(inline))
    const incoming = incomingOf(update, self)
    if (incoming) inbox.take(`chat ${incoming.chat.id}`, () => answer(incoming))
  }

  const poll = async (self: Self) => {
    await telegram.deleteWebhook() // updates are given to a webhook or to polling, never to both
    await pollUpdates({
      telegram,
      signal: stopping.signal,
      clock,
      log,
      take: (updates) => updates.forEach((it) => take(it, self)),
    })
  }

  const listen = async (self: Self, { url, port, secret }: WebhookSettings) => {
    const server = await openWebhook({ port, secret, log, take: async (update) => take(update, self) })
    await telegram.setWebhook(url, { secret_token: secret, allowed_updates: UPDATE_KINDS })
    if (!stopping.signal.aborted) await once(stopping.signal, 'abort')
    await server.close()
  }

  const talk = async (onReady: (username: string) => void) => {
    const self = await telegram.getMe()
    onReady(self.username)
    inbox.take('menu', () => tryToIntroduce(telegram, log)) // nobody waits for a menu
    await (webhook ? listen(self, webhook) : poll(self))
  }

  return {
    run: async (onReady) => {
      talking = talk(onReady).catch((error: unknown) => {
        // What was under way when it was told to stop may fail in any way.
        if (!stopping.signal.aborted) throw nameFailure(error, api.apiRoot)
      })
      await talking
    },
    stop: async () => {
      stopping.abort()
      await talking?.catch(() => {}) // `run` has told of it
      await inbox.idle()
    },
  }
}

/** Telegram allows few changes of a bot's texts a day, and a bot whose menu is a day old can still talk. */
async function tryToIntroduce(telegram: Telegram, log: Logger): Promise<void> {
  try {
    await introduce(telegram)
  } catch (err) {
    log.warn({ err }, 'cannot update the menu and the description of the bot')
  }
}
