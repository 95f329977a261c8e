import type { Logger } from '../ops/index.ts'
import type { GoneReason } from './verdict.ts'

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

/** What is known of chats since the process began. */
export interface Presence {
  isGone(chatId: number): boolean
  gone(chatId: number, reason: GoneReason): void
  /** There is a sign of life. */
  heard(chatId: number): void
  moved(from: number, to: number): void
  /** The id that a chat has now. */
  nowOf(chatId: number): number
  /** Settles when the keeper of chats has dealt with all that it was told. */
  idle(): Promise<void>
}

/**
 * Keeps in memory which chats are gone, back or moved, and reports each change once, in order, to `events`. A
 * report that fails is logged.
 */
export function createPresence(events: ChatEvents, log: Logger): Presence {
  const gone = new Set<number>()
  const alive = new Set<number>()
  const moves = new Map<number, number>()
  let telling: Promise<void> = Promise.resolve()
  // One after the other: gone and back again must not overtake each other.
  const tell = (what: string, chatId: number, deed: () => Promise<void>) => {
    telling = telling.then(deed).catch((err: unknown) => {
      log.error({ err, chat: chatId }, `cannot note that a chat ${what}`)
      alive.delete(chatId)
    })
  }
  return {
    isGone: (chatId) => gone.has(chatId),
    gone: (chatId, reason) => {
      if (gone.has(chatId)) return
      gone.add(chatId)
      alive.delete(chatId)
      log.info({ chat: chatId, reason }, 'a chat can be sent nothing any more')
      tell('is gone', chatId, () => events.onGone(chatId, reason))
    },
    heard: (chatId) => {
      if (alive.has(chatId)) return
      if (alive.size >= MOST_KNOWN) alive.clear()
      gone.delete(chatId)
      alive.add(chatId)
      tell('is back', chatId, () => events.onBack(chatId))
    },
    moved: (from, to) => {
      if (from === to || moves.get(from) === to) return
      moves.set(from, to)
      moves.delete(to)
      gone.delete(to)
      log.info({ from, to }, 'a group has another id now')
      tell('has moved', from, () => events.onMoved(from, to))
    },
    nowOf: (chatId) => moves.get(chatId) ?? chatId,
    idle: () => telling,
  }
}
