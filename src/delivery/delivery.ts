import { type InlineReply, type Message, type OutgoingFile, TOAST_LENGTH } from '../chat/index.ts'
import type { Place } from '../domain/index.ts'
import type { Clock, Logger } from '../ops/index.ts'
import type { Api } from './api.ts'
import { type Attempts, createAttempts } from './attempt.ts'
import { ChatAvailability, type ChatEvents } from './chat-availability.ts'
import type { DeliveryResult } from './delivery-result.ts'
import { hearWaits } from './hear-waits.ts'
import { resultsOf } from './inline-results.ts'
import type { OutgoingPhoto } from './outgoing-photo.ts'
import {
  albumPayloadOf,
  documentPayloadOf,
  mediaPayloadOf,
  payloadOf,
  photoPayloadOf,
  plainAlbumPayloadOf,
  plainDocumentPayloadOf,
  plainMediaPayloadOf,
  plainPayloadOf,
  plainPhotoPayloadOf,
  replyOf,
  threadOf,
} from './payload.ts'
import type { RateLimitMemory, RateLimitWait } from './rate-limit-memory.ts'
import { RateLimitWaits } from './rate-limit-waits.ts'
import type { Priority } from './send-job.ts'
import type { SendOptions } from './send-options.ts'
import { SendQueue } from './send-queue.ts'
import type { SharedLimits } from './shared-limits.ts'
import { type CallResult, callUnpaced, type UnpacedParts } from './unpaced.ts'

/** Telegram forgets a press or an inline query that is not answered soon; it does not say exactly when. */
const ANSWER_WITHIN_MS = 10_000
/** Whoever asks whether there is a method has something to do without it. */
const OFFER_LIMIT_MS = 2_000
/** A reply that comes later answers what its reader has forgotten. */
const REPLY_WITHIN_MS = 15 * 60_000
/** Seconds for which Telegram may give the same person the same answer to an inline query without asking again. */
const CACHE_SECONDS = 60

/**
 * What delivery needs from outside: the Bot API, a place to report lost chats, stored rate-limit waits, time
 * and chance.
 */
export interface DeliveryOptions {
  readonly api: Api
  readonly events: ChatEvents
  readonly waits: RateLimitMemory
  /** There if other processes send as the same bot. */
  readonly shared?: SharedLimits | undefined
  readonly clock: Clock
  /** In [0, 1), for the jitter of back-off. */
  readonly chance: () => number
  readonly log: Logger
}

/** Every send, edit and answer. Nothing here rejects: what became of it is told as plain data, and logged. */
export interface Delivery {
  /** Posts a message. In order within a chat and a priority; replies before notices. */
  send(place: Place, message: Message, options: SendOptions): Promise<DeliveryResult>
  /** Posts a file, as {@link send} does a message. */
  sendFile(place: Place, file: OutgoingFile, options: SendOptions): Promise<DeliveryResult>
  /** Posts a photo, as {@link send} does a message; the result names the file that Telegram has now. */
  sendPhoto(place: Place, photo: OutgoingPhoto, options: SendOptions): Promise<DeliveryResult>
  /** Posts two to ten photos as one album, as {@link send} does a message; the result names their files in order. */
  sendAlbum(
    place: Place,
    photos: readonly Omit<OutgoingPhoto, 'buttons'>[],
    options: SendOptions,
  ): Promise<DeliveryResult>
  /** Puts a photo in the place of the one that a message shows. */
  editPhoto(place: Place, messageId: number, photo: OutgoingPhoto): Promise<DeliveryResult>
  /** Replaces what a message says. An edit that still waits gives way to a later one of the same message. */
  edit(place: Place, messageId: number, message: Message): Promise<DeliveryResult>
  /**
   * Answers a press, so that its button stops spinning.
   * @param toast fades over the chat; cut to 200 units
   * @param stays it does not fade, and whoever pressed has to close it
   * @param url a link to the bot, with `?start=`, which is followed
   */
  answerPress(pressId: string, toast?: string, stays?: boolean, url?: string): Promise<CallResult>
  /** Answers an inline query. The cards are in the language of whoever asks, so no other person is given them. */
  answerInline(queryId: string, reply: InlineReply): Promise<CallResult>
  /** Any other call that posts nothing and may be made twice. @param withinMs of no use after */
  call(method: string, payload: object, withinMs: number): Promise<CallResult>
  /**
   * Whether the server has a method, which is called once for it.
   * @param payload so wrong that nothing is done
   * @returns undefined if there was no answer
   */
  offers(method: string, payload: object): Promise<boolean | undefined>
  /** Milliseconds for which Telegram wants to hear nothing, of a chat or at all; 0 where it has not said so. */
  waitMs(chatId?: number): number
  /** Posts and edits that wait for their turn. */
  waiting(): Readonly<Record<Priority, number>>
  /** What is known of chats. */
  readonly availability: ChatAvailability
  /** Sends what can go within `graceMs`, gives up the rest, and settles when all is decided. */
  close(graceMs: number): Promise<void>
}

/** Recalls what Telegram said before the process began, and opens the queue. */
export async function openDelivery(options: DeliveryOptions): Promise<Delivery> {
  return new QueuedDelivery(options, await options.waits.recall(options.clock.now()))
}

/** Where a message goes, besides its chat. */
interface Extra {
  readonly message_id?: number
  readonly message_thread_id?: number
  readonly reply_parameters?: object
}

/** What is sent, and the same without markup, for where Telegram does not take it. */
interface Forms {
  readonly payload: object
  readonly plain: () => object
}

const formsOf = (message: Message): Forms => ({
  payload: payloadOf(message),
  plain: () => plainPayloadOf(message),
})

/** Posts and edits by way of the send queue, and makes all other calls beside it. */
class QueuedDelivery implements Delivery {
  readonly availability: ChatAvailability
  readonly #clock: Clock
  readonly #attempts: Attempts
  readonly #waits: RateLimitWaits
  readonly #queue: SendQueue
  readonly #unpaced: UnpacedParts
  /** Calls beside the queue that are under way. */
  readonly #asides = new Set<Promise<unknown>>()
  readonly #closing = new AbortController()
  #endMs = Number.POSITIVE_INFINITY

  /** @param recalled waits from before the process began */
  constructor(
    { api, events, clock, chance, log, waits: memory, shared }: DeliveryOptions,
    recalled: readonly RateLimitWait[],
  ) {
    const attempts = createAttempts(api, clock)
    const waits = new RateLimitWaits(recalled, { memory, shared, clock, log })
    this.availability = new ChatAvailability(events, log)
    this.#clock = clock
    this.#attempts = attempts
    this.#waits = waits
    const { availability } = this
    this.#queue = new SendQueue({ attempts, waits, availability, shared, clock, chance, log })
    if (shared) void hearWaits(shared, waits, { clock, log, signal: this.#closing.signal })
    this.#unpaced = { attempts, waits, clock, chance, log, endMs: () => this.#endMs }
  }

  send(place: Place, message: Message, options: SendOptions): Promise<DeliveryResult> {
    const extra = { ...threadOf(place), ...replyOf(options) }
    return this.#add('sendMessage', place, formsOf(message), extra, options)
  }

  sendFile(place: Place, file: OutgoingFile, options: SendOptions): Promise<DeliveryResult> {
    const forms = { payload: documentPayloadOf(file), plain: () => plainDocumentPayloadOf(file) }
    return this.#add('sendDocument', place, forms, threadOf(place), options)
  }

  sendPhoto(place: Place, photo: OutgoingPhoto, options: SendOptions): Promise<DeliveryResult> {
    const forms = { payload: photoPayloadOf(photo), plain: () => plainPhotoPayloadOf(photo) }
    return this.#add('sendPhoto', place, forms, { ...threadOf(place), ...replyOf(options) }, options)
  }

  sendAlbum(
    place: Place,
    photos: readonly Omit<OutgoingPhoto, 'buttons'>[],
    options: SendOptions,
  ): Promise<DeliveryResult> {
    const forms = { payload: albumPayloadOf(photos), plain: () => plainAlbumPayloadOf(photos) }
    return this.#add('sendMediaGroup', place, forms, { ...threadOf(place), ...replyOf(options) }, options)
  }

  editPhoto(place: Place, messageId: number, photo: OutgoingPhoto): Promise<DeliveryResult> {
    const forms = { payload: mediaPayloadOf(photo), plain: () => plainMediaPayloadOf(photo) }
    return this.#add('editMessageMedia', place, forms, { message_id: messageId }, { priority: 'reply' })
  }

  edit(place: Place, messageId: number, message: Message): Promise<DeliveryResult> {
    const extra = { message_id: messageId }
    return this.#add('editMessageText', place, formsOf(message), extra, { priority: 'reply' })
  }

  answerPress(pressId: string, toast?: string, stays = false, url?: string): Promise<CallResult> {
    const payload = {
      callback_query_id: pressId,
      ...(toast !== undefined && { text: toast.slice(0, TOAST_LENGTH) }),
      ...(stays && { show_alert: true }),
      ...(url !== undefined && { url }),
    }
    return this.call('answerCallbackQuery', payload, ANSWER_WITHIN_MS)
  }

  answerInline(queryId: string, { cards, next, hint }: InlineReply): Promise<CallResult> {
    const payload = {
      inline_query_id: queryId,
      results: resultsOf(cards),
      cache_time: CACHE_SECONDS,
      is_personal: true,
      next_offset: next,
      ...(hint !== undefined && { button: { text: hint, start_parameter: 'inline' } }),
    }
    return this.call('answerInlineQuery', payload, ANSWER_WITHIN_MS)
  }

  call(method: string, payload: object, withinMs: number): Promise<CallResult> {
    const calling = callUnpaced(this.#unpaced, method, payload, withinMs).finally(() =>
      this.#asides.delete(calling),
    )
    this.#asides.add(calling)
    return calling
  }

  async offers(method: string, payload: object): Promise<boolean | undefined> {
    const response = await this.#attempts.call(method, payload, OFFER_LIMIT_MS)
    if (response.kind === 'ok') return true
    if (response.kind !== 'error') return undefined
    return response.code === 400 ? true : response.code === 404 ? false : undefined
  }

  waitMs(chatId?: number): number {
    const untilMs = this.#waits.until(chatId === undefined ? { kind: 'all' } : { kind: 'chat', chatId })
    return Math.max(0, untilMs - this.#clock.monotonicNow())
  }

  waiting(): Readonly<Record<Priority, number>> {
    return this.#queue.waiting
  }

  async close(graceMs: number): Promise<void> {
    this.#endMs = this.#clock.monotonicNow() + graceMs
    let cancel = () => {}
    const late = new Promise<void>((resolve) => {
      cancel = this.#clock.schedule(graceMs, () => {
        this.#attempts.giveUp()
        this.#queue.giveUp()
        resolve()
      })
    })
    await Promise.race([late, Promise.all([this.#queue.drain(this.#endMs), ...this.#asides])])
    cancel()
    await this.#queue.drain(this.#endMs)
    this.#closing.abort()
    await this.availability.idle()
  }

  #add(
    method: string,
    { chatId }: Place,
    { payload, plain }: Forms,
    extra: Extra,
    { priority, withinMs, beforeCall, beforeRepeat }: SendOptions,
  ): Promise<DeliveryResult> {
    const usefulMs = withinMs ?? (priority === 'reply' ? REPLY_WITHIN_MS : Number.POSITIVE_INFINITY)
    return new Promise((settle) => {
      this.#queue.add({
        method,
        chatId,
        // Only people have ids above zero (Bot API).
        isGroup: chatId < 0,
        edits: extra.message_id,
        priority,
        payload: { ...payload, ...extra },
        plain: () => ({ ...plain(), ...extra }),
        beforeCall,
        beforeRepeat,
        mayHaveArrived: false,
        failures: 0,
        notBeforeMs: 0,
        uselessAtMs: this.#clock.monotonicNow() + usefulMs,
        settle,
      })
    })
  }
}
