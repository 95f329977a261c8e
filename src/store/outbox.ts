import type { Place } from '../domain/index.ts'
import type { ShownArticles } from './shown-articles.ts'

/** `due`: to be sent from `runAtMs` on. `failed`: it will not be sent, and `reason` says why. See docs/outbound.md. */
export type OutboxStatus = 'due' | 'sending' | 'sent' | 'failed'

/** Which of a place's messages is meant. */
export interface OutboxKey extends Place {
  /** Names the composer, for example `digest`. */
  readonly kind: string
  /** The outbox takes one message of each kind, place and key. */
  readonly uniqueKey: string
}

/** A message to be sent unasked, as its producer adds it. */
export interface NewOutboxMessage extends Omit<OutboxKey, 'uniqueKey'> {
  /** Absent: every such message is taken. */
  readonly uniqueKey?: string
  /** What the composer needs to know; JSON. */
  readonly payload: unknown
  /** Higher ones go first; one more is worth as much as {@link PRIORITY_STEP_MS} of waiting. */
  readonly priority: number
  /** When it should be sent, in milliseconds since 1970. */
  readonly dueMs: number
}

/** A message in the outbox, with what became of it so far. */
export interface OutboxMessage extends NewOutboxMessage {
  readonly id: number
  /** As it was added; `undefined` if the database holds no valid JSON. */
  readonly payload: unknown
  readonly status: OutboxStatus
  /** How often it was claimed. */
  readonly attempts: number
  /** How often it may have arrived without our knowing: at most so many messages beside the one that is known. */
  readonly possibleDuplicates: number
  /** When it is tried next: `dueMs`, or later after a backoff. */
  readonly runAtMs: number
  /** Of the message that Telegram has posted. */
  readonly messageId?: number
  /** Why it failed. */
  readonly reason?: string
}

/** How long a message waits before it is tried again. */
export interface OutboxWait {
  /** When the wait begins, in milliseconds since 1970. */
  readonly fromMs: number
  readonly waitMs: number
  /** It may have arrived: a possible duplicate is counted. */
  readonly mayHaveArrived?: boolean
}

/** The messages of one kind that wait, or are on their way. */
export interface OutboxQueue {
  readonly kind: string
  readonly status: 'due' | 'sending'
  readonly messages: number
  /** When the first of them is tried next, or was claimed to be tried; milliseconds since 1970. */
  readonly oldestMs: number
}

/** What is recorded of a message that was sent. */
export interface SentMessage {
  readonly messageId?: number | undefined
  /** The articles that the place has now been shown. */
  readonly shown?: ShownArticles | undefined
}

/**
 * Messages are ordered by `runAtMs − priority · PRIORITY_STEP_MS`: urgent ones go first, but a message that has waited
 * for long is no longer overtaken, so that no kind starves another one.
 */
export const PRIORITY_STEP_MS = 60_000

/**
 * The messages that the bot sends unasked, and what became of them. `claim` is on disk before the call to Telegram,
 * `complete` comes after it: a process that dies in between leaves `sending`, which `recover` makes `due` again,
 * marked. So no message is lost, and each one that may have come twice is known. Every method is one transaction,
 * except `add`, which may be called again. Only one process at a time may claim and recover.
 */
export interface Outbox {
  /** Messages whose key is taken stay as they are, whatever their status. @returns the ids of those that are new */
  add(messages: readonly NewOutboxMessage[]): Promise<readonly number[]>
  /**
   * Messages whose time has come, in the order in which they are to be sent: the first one of each chat, so that no
   * chat takes the place of others; none of chats that are paused.
   */
  due(nowMs: number, limit: number): Promise<readonly OutboxMessage[]>
  /** When the next message becomes due after a time; `undefined` if none does. */
  nextRunAt(afterMs: number): Promise<number | undefined>
  /** `due` → `sending`. @returns undefined if it is no longer due */
  claim(id: number): Promise<OutboxMessage | undefined>
  /** `sending` → `due`: the answer to the claim was lost, and nothing was sent. Does nothing for who leads no more. */
  unclaim(id: number): Promise<void>
  /** `sending` → `sent`. */
  complete(id: number, sent: SentMessage): Promise<void>
  /** `due` or `sending` → `due`. */
  reschedule(id: number, wait: OutboxWait): Promise<void>
  /** `due` or `sending` → `failed`. */
  fail(id: number, reason: string): Promise<void>
  /** Fails what is `due` if a later message of that kind and place came due until then, too. @returns how many */
  supersede(kind: string, untilMs: number): Promise<number>
  /**
   * At start, before anything is claimed. No message waits longer than it was told to, though the clock was set back
   * since. @returns how many were `sending` when the last process died
   */
  recover(): Promise<number>
  /** Forgets what was sent or failed up to a time. @returns how many */
  vacuum(kind: string, finishedMs: number): Promise<number>
  /** What has not come to its end, by kind and status, in that order. */
  queues(): Promise<readonly OutboxQueue[]>
  get(id: number): Promise<OutboxMessage | undefined>
  find(key: OutboxKey): Promise<OutboxMessage | undefined>
  /** All that is known of a chat's messages, in the order in which they were added. */
  ofChat(chatId: number): Promise<readonly OutboxMessage[]>
}
