import type { Logger } from '../ops/index.ts'
import type { GoneReason } from './response-classification.ts'

/** Told of what becomes of chats. Each call may come again: only the first time makes a difference. */
export interface ChatEvents {
  /** The chat can be sent nothing: no digests until it is back. */
  onGone(chatId: number, reason: GoneReason): Promise<void>
  /** The chat spoke, or let the bot in again. */
  onBack(chatId: number): Promise<void>
  /** The chat has another id now; whatever is kept under the old one belongs to the new one. */
  onMoved(from: number, to: number): Promise<void>
}

/** Chats of which it is remembered that they are there, so that not every message is told to the keeper of chats. */
const MOST_KNOWN = 50_000

/**
 * Whether chats can be written to, as far as it is known since the process began. Each change is reported once, in
 * order; a report that fails is logged.
 */
export class ChatAvailability {
  readonly #events: ChatEvents
  readonly #log: Logger
  readonly #gone = new Set<number>()
  readonly #available = new Set<number>()
  /** New ids by old ones. */
  readonly #moves = new Map<number, number>()
  #reporting: Promise<void> = Promise.resolve()

  constructor(events: ChatEvents, log: Logger) {
    this.#events = events
    this.#log = log
  }

  isGone(chatId: number): boolean {
    return this.#gone.has(chatId)
  }

  /** The chat can be sent nothing. */
  noteGone(chatId: number, reason: GoneReason): void {
    if (this.#gone.has(chatId)) return
    this.#gone.add(chatId)
    this.#available.delete(chatId)
    this.#log.info({ chat: chatId, reason }, 'a chat can be sent nothing any more')
    this.#report('is gone', chatId, () => this.#events.onGone(chatId, reason))
  }

  /** There is a sign of life. */
  noteHeard(chatId: number): void {
    if (this.#available.has(chatId)) return
    if (this.#available.size >= MOST_KNOWN) this.#available.clear()
    this.#gone.delete(chatId)
    this.#available.add(chatId)
    this.#report('is back', chatId, () => this.#events.onBack(chatId))
  }

  /** A group has another id now. */
  noteMoved(from: number, to: number): void {
    if (from === to || this.#moves.get(from) === to) return
    this.#moves.set(from, to)
    this.#moves.delete(to)
    this.#gone.delete(to)
    this.#log.info({ from, to }, 'a group has another id now')
    this.#report('has moved', from, () => this.#events.onMoved(from, to))
  }

  /** The id that a chat has now. */
  currentId(chatId: number): number {
    return this.#moves.get(chatId) ?? chatId
  }

  /** Settles when all changes are reported. */
  idle(): Promise<void> {
    return this.#reporting
  }

  /** One after the other: gone and back again must not overtake each other. */
  #report(what: string, chatId: number, report: () => Promise<void>): void {
    this.#reporting = this.#reporting.then(report).catch((err: unknown) => {
      this.#log.error({ err, chat: chatId }, `cannot note that a chat ${what}`)
      this.#available.delete(chatId)
    })
  }
}
