import type { Update } from 'telegraf/types'
import type { Conversation, Request } from '../chat/index.ts'
import type { Delivery } from '../delivery/index.ts'
import type { Clock, Logger } from '../ops/index.ts'
import { createAdministrators } from './administrators.ts'
import { carry } from './carry.ts'
import { chatOf, noteChatNews } from './chat-news.ts'
import { createInbox } from './inbox.ts'
import { createPressAnswer, type PressAnswer } from './press-answer.ts'
import { type Incoming, type IncomingInline, incomingOf, inlineOf, type Self } from './request-of.ts'
import type { SeenUpdates } from './seen-updates.ts'
import { within } from './within.ts'

/** Answers that are worked on at once. */
const AT_ONCE = 16
/** Updates that may wait before no more are fetched. */
const MOST_WAITING = 1_000
/** An answer that takes longer is given up: it must not keep others from being worked on. */
const ANSWER_WITHIN_MS = 20_000

export interface DeskOptions {
  readonly self: Self
  readonly conversation: Conversation
  readonly delivery: Delivery
  readonly seen: SeenUpdates
  readonly clock: Clock
  readonly log: Logger
}

/** Where updates are taken over and worked off. */
export interface Desk {
  /** Takes an update over, whatever it looks like; it is worked on beside the caller. Settles when there is room for more. */
  take(update: Update): Promise<void>
  /** Settles when all that was taken is answered. */
  idle(): Promise<void>
}

/** Updates of one chat are answered in order, each id once, and no chat holds another one up. */
export function createDesk({ self, conversation, delivery, seen, clock, log }: DeskOptions): Desk {
  const administrators = createAdministrators(delivery, clock)
  const inbox = createInbox({
    atOnce: AT_ONCE,
    most: MOST_WAITING,
    onError: (err) => log.error({ err }, 'cannot deal with an update'),
  })
  const intime = <T>(answering: Promise<T>) => within(clock, ANSWER_WITHIN_MS, answering)

  const answer = async (update: Update, incoming: Incoming, press: PressAnswer | undefined) => {
    const { chat, user, action } = incoming
    const request: Request = { chat, user, action, isAdministrator: () => administrators.isOne(incoming) }
    try {
      if (!(await seen.claim(update.update_id))) return press?.leave()
      noteChatNews(update, delivery.presence)
      carry(delivery, incoming, press, await intime(conversation.answer(request)))
    } catch (err) {
      log.error({ err, chat: chat.id }, 'cannot answer a request')
      carry(delivery, incoming, press, conversation.apologise(request, err))
    }
  }

  const answerInline = async ({ update_id }: Update, { id, request }: IncomingInline) => {
    if (await seen.claim(update_id))
      void delivery.answerInline(id, await intime(conversation.answerInline(request)))
  }

  const hand = (update: Update) => {
    const inline = inlineOf(update, self)
    if (inline) return inbox.take(`inline ${inline.request.user.id}`, () => answerInline(update, inline))
    const chatId = chatOf(update)
    if (chatId === undefined) return
    const incoming = incomingOf(update, self)
    // Telegram begins to count when the press is made, not when its turn comes.
    const press = incoming?.press && createPressAnswer(delivery, clock, incoming.press.id)
    inbox.take(`chat ${chatId}`, async () => {
      if (incoming) await answer(update, incoming, press)
      else if (await seen.claim(update.update_id)) noteChatNews(update, delivery.presence)
    })
  }

  return {
    take: async (update) => {
      try {
        hand(update)
      } catch (err) {
        log.warn({ err, update: update.update_id }, 'an update has a form that the Bot API does not know')
      }
      await inbox.room()
    },
    idle: () => inbox.idle(),
  }
}
