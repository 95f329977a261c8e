import type { PictureAlone } from '../chat/index.ts'
import { ConcurrencyLimiter, retryUntilDone, type WakeSignal } from '../concurrency/index.ts'
import type { Delivery } from '../delivery/index.ts'
import type { Place } from '../domain/index.ts'
import type { Clock, Logger } from '../ops/index.ts'
import type { Outbox, OutboxMessage } from '../store/index.ts'
import type { Composition } from './composer.ts'
import type { Composers } from './composers.ts'
import type { QuietUntil } from './quiet-until.ts'
import { createSteadyTime } from './steady-time.ts'
import { type Transition, transitionAfter } from './transition.ts'

/** Messages that are read at a time: a second's worth of what Telegram bears, after which an urgent one gets its turn. */
const BATCH = 25
/** Messages that delivery may hold at once: those that it is told to wait with must not hold up the others. */
const CONCURRENCY = 200
/** How long delivery may try to send a message, before it goes back to the outbox and makes room for others. */
const SEND_WITHIN_MS = 5 * 60_000
/** How long a message that delivery has to wait with holds up the next one. */
const HAND_OVER_MS = 1_000
/** Long enough for other work to have its turn. */
const YIELD_MS = 1
/** Longest time between two looks: chats come back, and other processes add messages. */
const POLL_MS = 60_000
/** After the storage failed. */
const RETRY_MS = 5_000
/** After a message could not be composed. */
const COMPOSE_RETRY_MS = 10 * 60_000
const VACUUM_EVERY_MS = 3_600_000
/** Why the wait for delivery ends; without a reason an error is made for each message. */
const TAKEN = 'taken'

/** What the worker needs: where messages come from, who composes them, and what sends them. */
export interface OutboxWorkerParts {
  readonly outbox: Outbox
  readonly composers: Composers
  readonly delivery: Pick<Delivery, 'send' | 'waitMs'>
  readonly quietUntil: QuietUntil
  /** Sends a picture, if it can be drawn and may be sent; never rejects. Absent: none are sent. */
  readonly showPicture?: (place: Place, picture: PictureAlone) => Promise<void>
  readonly wake: WakeSignal
  readonly clock: Clock
  readonly log: Logger
}

type Composed = Extract<Composition, { readonly kind: 'message' }>

/** Sends what is due in the outbox: compose, claim, send, record. See docs/outbound.md. */
export class OutboxWorker {
  readonly #parts: OutboxWorkerParts
  readonly #signal: AbortSignal
  readonly #limiter: ConcurrencyLimiter
  /** Chats with a message in hand: within a chat the next one comes when it is recorded what became of it. */
  readonly #busyChats = new Set<number>()
  /** For all times that are compared with those of the outbox. */
  readonly #now: () => number
  /** Settles when delivery is ready for the next message: not before, so that what is composed is not old when it goes. */
  #ready = Promise.resolve()
  #handingOver = new AbortController()
  /** On the monotonic clock. */
  #vacuumAtMs = Number.NEGATIVE_INFINITY

  /** @param signal aborted when nothing more is to be started */
  constructor(parts: OutboxWorkerParts, signal: AbortSignal) {
    this.#parts = parts
    this.#signal = signal
    this.#now = createSteadyTime(parts.clock)
    this.#limiter = new ConcurrencyLimiter(CONCURRENCY, signal)
    signal.addEventListener('abort', () => this.#handingOver.abort())
  }

  /** To be called before `run`: what this process is sending must not be taken for what another one has left. */
  async recover(): Promise<void> {
    const { outbox, log } = this.#parts
    const left = await this.#record(() => outbox.recover(), 'recovering the outbox failed')
    if (left)
      log.warn(
        { messages: left },
        'messages were being sent when the last process ended; sending them again, marked as possible duplicates',
      )
  }

  /** Works until the signal is aborted. Never rejects. */
  async run(): Promise<void> {
    const { wake, log } = this.#parts
    while (!this.#signal.aborted) {
      let waitMs = RETRY_MS
      try {
        await this.#vacuum()
        waitMs = await this.#sendDue()
      } catch (err) {
        log.error({ err, retryMs: RETRY_MS }, 'the outbox cannot be read or written; retrying')
      }
      await wake.wait(waitMs, this.#signal)
    }
  }

  /** Settles when the delivery result of all that was handed over is recorded: after the signal is aborted and delivery closed. */
  idle(): Promise<void> {
    return this.#limiter.idle()
  }

  /** @returns how long to wait for more, in milliseconds */
  async #sendDue(): Promise<number> {
    const { outbox } = this.#parts
    const now = this.#now()
    const found = await outbox.due(now, BATCH + this.#busyChats.size)
    const due = found.filter(({ chatId }) => !this.#busyChats.has(chatId)).slice(0, BATCH)
    for (const message of due) {
      const silentMs = this.#parts.delivery.waitMs()
      // While Telegram wants to hear nothing there is no use in composing what is old by then.
      if (silentMs > SEND_WITHIN_MS) return Math.min(silentMs, POLL_MS)
      if (this.#signal.aborted) return 0
      await this.#handOver(message)
    }
    if (due.length > 0) return 0
    const next = (await outbox.nextRunAt(now)) ?? Number.POSITIVE_INFINITY
    return Math.max(0, Math.min(next, now + POLL_MS) - this.#now())
  }

  /** Composes a message and hands it to delivery. Settles when the next one may be composed. */
  async #handOver(message: OutboxMessage): Promise<void> {
    const { clock, wake } = this.#parts
    await clock.sleep(YIELD_MS)
    const composed = await this.#compose(message)
    if (!composed) return
    await this.#ready
    await this.#limiter.room()
    if (this.#signal.aborted) return
    const handingOver = new AbortController()
    this.#handingOver = handingOver
    this.#ready = clock.sleep(HAND_OVER_MS, handingOver.signal).catch(() => {})
    this.#busyChats.add(message.chatId)
    this.#limiter.run(async () => {
      await this.#send(message, composed, () => handingOver.abort(TAKEN))
      this.#busyChats.delete(message.chatId)
      wake.notify()
    })
  }

  /** @returns undefined if the message is not to be sent now; the outbox knows then. Rejects with the storage. */
  async #compose(message: OutboxMessage): Promise<Composed | undefined> {
    const { outbox, composers, delivery, quietUntil, clock, log } = this.#parts
    const { id, kind, chatId, threadId } = message
    const facts = factsOf(message)
    let composition: Composition | undefined
    try {
      const now = clock.now()
      const quietMs = ((await quietUntil(chatId, threadId, now)) ?? now) - now
      const waitMs = Math.max(quietMs, silentMsOf(delivery, chatId))
      if (waitMs > 0) {
        await this.#reschedule(id, waitMs)
        return undefined
      }
      composition = await composers[kind]?.compose(message)
      if (!composition) throw new Error(`no composer for messages of the kind ${kind}`)
    } catch (err) {
      log.error({ err, ...facts, waitMs: COMPOSE_RETRY_MS }, 'composing a message failed; retrying later')
      await this.#reschedule(id, COMPOSE_RETRY_MS)
      return undefined
    }
    if (composition.kind === 'message') return composition
    if (composition.kind === 'damaged') {
      log.error(facts, 'the payload of a message is damaged; the message is dropped')
      await outbox.fail(id, 'damaged payload')
    } else {
      log.debug({ ...facts, reason: composition.reason }, 'message not sent: there is nothing to send')
      await outbox.fail(id, composition.reason)
    }
    return undefined
  }

  /** Sends a message, and settles when it is recorded what became of it. Never rejects. */
  async #send(
    message: OutboxMessage,
    { message: content, shown, picture }: Composed,
    onTaken: () => void,
  ): Promise<void> {
    const { outbox, delivery, clock } = this.#parts
    const { id, attempts } = message
    /** It may have been claimed, though nobody could say so. */
    let isClaimUnknown = false
    const result = await delivery.send(message, content, {
      priority: 'notice',
      withinMs: SEND_WITHIN_MS,
      beforeCall: async () => {
        onTaken()
        isClaimUnknown = true
        const claimed = await outbox.claim(id)
        isClaimUnknown = false
        return claimed !== undefined
      },
    })
    onTaken()
    const transition = transitionAfter(result, attempts + 1)
    this.#tell(message, transition)
    await this.#record(() => {
      switch (transition.kind) {
        case 'complete':
          return outbox.complete(id, { messageId: transition.messageId, shown })
        case 'reschedule':
          return this.#reschedule(id, transition.waitMs, transition.mayHaveArrived)
        case 'fail':
          return outbox.fail(id, transition.reason)
        case 'none':
          // Mostly the storage could not be written to. Were it asked at once, it would be asked without end.
          return clock.sleep(RETRY_MS, this.#signal).catch(() => {})
      }
    }, 'recording what became of a message failed')
    // Behind what it belongs to, and only then: a digest that is sent again has one picture.
    if (picture && transition.kind === 'complete') await this.#parts.showPicture?.(message, picture)
    if (isClaimUnknown) await this.#record(() => outbox.unclaim(id), 'taking back a claim failed')
  }

  #reschedule(id: number, waitMs: number, mayHaveArrived = false): Promise<void> {
    return this.#parts.outbox.reschedule(id, { fromMs: this.#now(), waitMs, mayHaveArrived })
  }

  /** What became of a message must be recorded, or it would be sent again. */
  #record<T>(write: () => Promise<T>, sentence: string): Promise<T | undefined> {
    const { clock, log } = this.#parts
    return retryUntilDone(write, {
      timing: clock,
      pauseMs: RETRY_MS,
      signal: this.#signal,
      onFailure: (err) => log.error({ err, retryMs: RETRY_MS }, `${sentence}; retrying`),
    })
  }

  #tell(message: OutboxMessage, transition: Transition): void {
    const { log } = this.#parts
    const facts = factsOf(message)
    if (transition.kind === 'complete')
      log.debug({ ...facts, messageId: transition.messageId }, 'message sent')
    else if (transition.kind === 'fail')
      log.warn({ ...facts, reason: transition.reason }, 'message failed; it will not be sent again')
    else if (transition.kind === 'reschedule') {
      const next = { ...facts, waitMs: transition.waitMs }
      if (transition.mayHaveArrived)
        log.warn(next, 'message may have arrived; sending it again, marked as a possible duplicate')
      else log.info(next, 'message could not be sent; retrying')
    }
  }

  async #vacuum(): Promise<void> {
    const { outbox, composers, clock } = this.#parts
    const now = clock.now()
    if (clock.monotonicNow() < this.#vacuumAtMs) return
    this.#vacuumAtMs = clock.monotonicNow() + VACUUM_EVERY_MS
    for (const [kind, composer] of Object.entries(composers))
      if (composer?.retentionMs !== undefined) await outbox.vacuum(kind, now - composer.retentionMs)
  }
}

/** For how long Telegram wants to hear nothing of a chat; 0 if delivery may wait as long by itself. */
function silentMsOf(delivery: Pick<Delivery, 'waitMs'>, chatId: number): number {
  const waitMs = delivery.waitMs(chatId)
  return waitMs > SEND_WITHIN_MS ? Math.ceil(waitMs) : 0
}

/** What the log says of a message. */
const factsOf = ({ id, kind, chatId, threadId, uniqueKey }: OutboxMessage) => ({
  outboxId: id,
  kind,
  chat: chatId,
  topic: threadId,
  key: uniqueKey,
})
