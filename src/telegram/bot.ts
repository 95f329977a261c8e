import type { Telegram } from 'telegraf'
import type { Conversation } from '../chat/index.ts'
import type { Clock, Logger } from '../ops/index.ts'
import { type ApiOptions, createApiClient } from './api-client.ts'
import { nameFailure } from './bot-error.ts'
import { carry } from './carry.ts'
import { createInbox } from './inbox.ts'
import { pollUpdates } from './poll.ts'
import { type Incoming, requestOf } from './request-of.ts'

export interface BotOptions extends ApiOptions {
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
export async function createBot({ conversation, clock, log, ...api }: BotOptions): Promise<Bot> {
  const telegram = await createApiClient(api)
  const inbox = createInbox((err) => log.error({ err }, 'cannot answer an update'))
  const stopping = new AbortController()

  const answer = async (incoming: Incoming) => {
    try {
      await carry(telegram, incoming, await conversation.answer(incoming.request))
    } catch (err) {
      log.error({ err, chat: incoming.request.chatId }, 'cannot answer a request')
      await carry(telegram, incoming, conversation.apologise(incoming.request))
    }
  }

  return {
    run: async (onReady) => {
      try {
        const { username } = await introduce(telegram, conversation)
        onReady(username)
        await pollUpdates({
          telegram,
          signal: stopping.signal,
          clock,
          log,
          take: (updates) => {
            for (const update of updates) {
              const incoming = requestOf(update, username)
              if (incoming) inbox.take(`${incoming.request.chatId}`, () => answer(incoming))
            }
          },
        })
      } catch (error) {
        throw nameFailure(error, api.apiRoot)
      }
    },
    stop: async () => {
      stopping.abort()
      await inbox.idle()
    },
  }
}

/** Learns the bot's name, and makes Telegram show its commands. */
async function introduce(telegram: Telegram, { commands }: Conversation) {
  const me = await telegram.getMe()
  await telegram.deleteWebhook() // updates are given to a webhook or to polling, never to both
  await telegram.setMyCommands(
    commands.map(({ name, describe }) => ({ command: name, description: describe })),
  )
  return me
}
