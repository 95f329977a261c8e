import type { Update } from 'telegraf/types'
import type { Conversation, Reply, Request } from '../chat/index.ts'
import { KeyedExecutor, type LaneOptions, within } from '../concurrency/index.ts'
import type { Delivery } from '../delivery/index.ts'
import type { Clock, Logger } from '../ops/index.ts'
import { SearchServerError } from '../search/index.ts'
import { StoreError } from '../store/index.ts'
import { createAdministrators } from './administrators.ts'
import { chatOf, noteChatNews } from './chat-news.ts'
import { createPrivateOpening, type PrivateOpening } from './open-privately.ts'
import type { PictureSender } from './picture-sender.ts'
import { createPressAnswer, type PressAnswer } from './press-answer.ts'
import { type Incoming, type IncomingInline, incomingOf, inlineOf, type Self } from './request-of.ts'
import type { SeenUpdates } from './seen-updates.ts'
import { type OnAnswered, type Outcome, sendReply } from './send-reply.ts'

type Lane = 'press' | 'inline' | 'message'

/**
 * What is answered first, and how much at once. A press is little work and waits for a commit, which those share that ask
 * for it together. A message's reply is paced anyway.
 */
const LANES: readonly LaneOptions<Lane>[] = [
  { lane: 'press', concurrency: 64, onePerTurn: false },
  { lane: 'inline', concurrency: 16, onePerTurn: true },
  { lane: 'message', concurrency: 16, onePerTurn: true },
]
/** Updates that may wait before no more are fetched. */
const CAPACITY = 1_000
/** Telegram gives as many updates at a time unless told otherwise (getUpdates, limit): there may be more. */
const FULL_BATCH = 100
/**
 * While there are more updates to fetch, messages are not begun, so that the queries among them come in sooner; for so
 * long at most. Their replies are paced, so that they lose little.
 */
const HOLD_MS = 2_000
/** An answer that takes longer is given up: it must not keep others from being worked on. */
const ANSWER_WITHIN_MS = 20_000

interface UpdateHandlerOptions {
  readonly self: Self
  readonly conversation: Conversation
  readonly delivery: Delivery
  readonly seen: SeenUpdates
  readonly onAnswered: OnAnswered
  readonly pictures: PictureSender
  readonly clock: Clock
  readonly log: Logger
}

/** What the claim of an update came to: it is ours, or the storage could not be asked. */
type Claim = { readonly kind: 'ours' } | { readonly kind: 'failed'; readonly error: unknown }

/** An update from the queue of all replicas. */
export interface SharedWork {
  /** How often it was begun, with this time. */
  readonly times: number
  readonly mayBeAnswered: boolean
  /** Notes that an answer is on its way. @returns false if it must not be sent */
  readonly noteCall: () => Promise<boolean>
}

/** How an update is worked on. */
interface Handling {
  readonly claim: Claim
  readonly shared?: SharedWork
  /** Called once, when it is decided what becomes of the update. */
  readonly settle: (outcome: Outcome) => void
}

/** An update over which the storage failed so often is apologised for. */
const MOST_TIMES = 5

/** Update → request → reply. Updates of one chat are answered in order, each id once; no chat holds another one up. */
export class UpdateHandler {
  readonly #options: UpdateHandlerOptions
  readonly #administrators: ReturnType<typeof createAdministrators>
  readonly #executor: KeyedExecutor<Lane>
  readonly #privately: PrivateOpening
  /** Gives up what is waited for, each until its own limit. */
  readonly #giveUps = new Set<() => void>()
  /** Whether the last updates were a full batch. */
  #isInFlood = false
  #endHold = () => {}

  constructor(options: UpdateHandlerOptions) {
    this.#options = options
    this.#administrators = createAdministrators(options.delivery, options.clock)
    this.#privately = createPrivateOpening(options.delivery, options.self.username)
    this.#executor = new KeyedExecutor({
      lanes: LANES,
      capacity: CAPACITY,
      onError: (err) => options.log.error({ err }, 'an update could not be handled; it is skipped'),
    })
  }

  /**
   * Takes updates over, whatever they look like, and works on them beside the caller. Settles when there is room for
   * more. Never rejects.
   * @returns how many of them had not been taken over before
   */
  async take(updates: readonly Update[]): Promise<number> {
    const { seen, log } = this.#options
    let claim: Claim = { kind: 'ours' }
    let claimed: ReadonlySet<number> = new Set(updates.map(({ update_id }) => update_id))
    try {
      claimed = await seen.claim([...claimed])
    } catch (error) {
      claim = { kind: 'failed', error }
      log.error(
        { err: error, updates: updates.length },
        'updates could not be claimed; those who ask are told',
      )
    }
    this.#holdMessages(updates.length >= FULL_BATCH)
    const taken = new Set<number>()
    for (const update of updates) {
      if (!claimed.has(update.update_id) || taken.has(update.update_id)) continue
      taken.add(update.update_id)
      this.#dispatch(update, { claim, settle: () => {} })
    }
    await this.#executor.room()
    return taken.size
  }

  /** Works on an update of the queue of all replicas; in order within a chat. Never rejects. */
  work(update: Update, shared: SharedWork): Promise<Outcome> {
    return new Promise((settle) => this.#dispatch(update, { claim: { kind: 'ours' }, shared, settle }))
  }

  /** Settles when there is room for more. */
  room(): Promise<void> {
    return this.#executor.room()
  }

  /** Settles when all that was taken is answered. */
  idle(): Promise<void> {
    return this.#executor.idle()
  }

  /** Waits for no answer any more; those under way are given up. */
  giveUp(): void {
    for (const giveUp of this.#giveUps) giveUp()
  }

  /** Once in a row of full batches: a flood that goes on for longer does not keep messages waiting. */
  #holdMessages(mayBeMore: boolean): void {
    if (mayBeMore && !this.#isInFlood) {
      this.#executor.hold()
      this.#endHold = this.#options.clock.schedule(HOLD_MS, () => this.#executor.release())
    }
    if (!mayBeMore && this.#isInFlood) {
      this.#endHold()
      this.#executor.release()
    }
    this.#isInFlood = mayBeMore
  }

  #dispatch(update: Update, how: Handling): void {
    const { self, delivery, clock, log } = this.#options
    try {
      const inline = inlineOf(update, self)
      if (inline) {
        const key = `inline ${inline.request.user.id}`
        return this.#executor.run(key, 'inline', () => this.#answerInline(inline, how))
      }
      const chatId = chatOf(update)
      if (chatId === undefined) return how.settle('answered')
      const incoming = incomingOf(update, self)
      // Telegram begins to count when the button is pressed, not when its turn comes.
      const press = incoming?.press && createPressAnswer(delivery, clock, incoming.press.id, this.#giveUps)
      const lane = press === undefined ? 'message' : 'press'
      this.#executor.run(`chat ${chatId}`, lane, () => this.#answer(update, incoming, press, how))
    } catch (err) {
      log.warn({ err, update: update.update_id }, 'an update has a form that the Bot API does not know')
      how.settle('answered')
    }
  }

  async #answer(
    update: Update,
    incoming: Incoming | undefined,
    press: PressAnswer | undefined,
    { claim, shared, settle }: Handling,
  ): Promise<void> {
    const { self, conversation, delivery, onAnswered, log, pictures } = this.#options
    if (claim.kind === 'ours') noteChatNews(update, delivery.availability)
    if (!incoming) return settle('answered')
    const { chat, user, action } = incoming
    const ways = { delivery, privately: this.#privately, pictures, onAnswered }
    const isAdministrator = () => this.#administrators.isOne(incoming)
    const request: Request = { chat, user, action, bot: self.username, isAdministrator }
    let reply: Reply | undefined
    try {
      if (claim.kind === 'failed') throw claim.error
      const isAgain = shared !== undefined && shared.times > 1
      reply = await this.#inTime(
        isAgain ? conversation.answerAgain(request, shared.mayBeAnswered) : conversation.answer(request),
      )
    } catch (err) {
      if (shared && shared.times < MOST_TIMES && err instanceof StoreError && err.passing)
        return settle('later')
      // That the search server is away was logged when it went.
      const isKnown = err instanceof SearchServerError && err.trouble === 'unreachable'
      if (claim.kind === 'ours')
        log[isKnown ? 'debug' : 'error']({ err, chat: chat.chatId }, 'a request could not be answered')
      reply = conversation.apologise(request, err)
    }
    // The next one of the chat is not kept waiting: the send queue keeps their order.
    void sendReply(ways, incoming, press, reply, shared?.noteCall).then(settle)
  }

  async #answerInline({ id, request }: IncomingInline, { claim, settle }: Handling): Promise<void> {
    const { conversation, delivery } = this.#options
    if (claim.kind === 'failed') return
    try {
      const reply = await this.#inTime(conversation.answerInline(request))
      void delivery.answerInline(id, reply).then(() => settle('answered'))
    } catch (error) {
      settle('answered') // whoever types on asks anew
      throw error
    }
  }

  #inTime<T>(answering: Promise<T>): Promise<T> {
    return within(this.#options.clock, ANSWER_WITHIN_MS, answering, this.#giveUps)
  }
}
