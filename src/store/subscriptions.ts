import type { Place } from '../domain/index.ts'

/** A chat's, or a forum topic's, daily digest. */
export interface Subscription extends Place {
  /** Time of day in `timeZone`, `HH:MM`. */
  readonly time: string
  /** 1 (Monday) to 7. */
  readonly weekdays: readonly number[]
  /** IANA time zone. */
  readonly timeZone: string
  /** Queries and sections to choose from; empty for all. */
  readonly topics: readonly string[]
  readonly length: 'short' | 'normal'
  readonly skipWhenEmpty: boolean
  /** The front page of the day follows the digest, as a picture; no unless told. */
  readonly withPicture?: boolean
  /** No message from the first to the second, `HH:MM`; it may span midnight. */
  readonly quietHours?: readonly [from: string, to: string]
  /** When it was made, or its time, weekdays or zone changed: what was due before is not sent. In milliseconds since 1970. */
  readonly sinceMs?: number
  /** No digest that was due before, in milliseconds since 1970. */
  readonly snoozedUntilMs?: number
}

/** Some subscriptions, so that ten thousand need not be in memory at once. */
export interface SubscriptionSlice {
  readonly subscriptions: readonly Subscription[]
  /** Rows that are damaged. */
  readonly unreadable: readonly Place[]
  /** What the next slice comes after; absent at the end. */
  readonly last?: Place
}

/** A row whose turn has come to be planned. */
export interface SubscriptionToPlan {
  readonly place: Place
  /** Undefined if the row is damaged. */
  readonly subscription: Subscription | undefined
  /** Since when it is its turn, in milliseconds since 1970; below 0 if it was changed since it was planned, less with each change. */
  readonly planAtMs: number
}

/** What chats and topics have subscribed to, one subscription each. Every method is one transaction. */
export interface SubscriptionStore {
  /** Adds the subscription of the chat, or topic, or takes the place of the one there. */
  save(subscription: Subscription): Promise<void>
  /** Keeps settings where there is no subscription yet, or no longer: `former` gives them. One that there is stays as it is. */
  draft(subscription: Subscription): Promise<void>
  get(chatId: number, threadId?: number): Promise<Subscription | undefined>
  ofChat(chatId: number): Promise<readonly Subscription[]>
  /** Ends a subscription: from now on only `former` knows of it. @returns false if there was none */
  remove(chatId: number, threadId?: number): Promise<boolean>
  /** The one that was ended last, to be taken up again; undefined while there is a subscription. */
  former(chatId: number, threadId?: number): Promise<Subscription | undefined>
  /**
   * Those of chats that are not paused, by chat and topic. A row that cannot be read holds no other one up.
   * @param after the last one of the slice before; the first slice without it
   */
  slice(after: Place | undefined, limit: number): Promise<SubscriptionSlice>
  /**
   * Those whose turn it is to be planned, of chats that are not paused; who has waited longest first. New ones and changed ones
   * are, and what {@link planned} has put off until then.
   * @param after the last one that was read before; from the beginning without it
   */
  toPlan(
    nowMs: number,
    after: SubscriptionToPlan | undefined,
    limit: number,
  ): Promise<readonly SubscriptionToPlan[]>
  /** Puts each off until a time. One that was changed since it was read is not: it is still its turn. */
  planned(rows: readonly (SubscriptionToPlan & { readonly againMs: number })[]): Promise<void>
  /** Makes it the turn of all, whatever they were put off to. */
  planAllAnew(): Promise<void>
}
