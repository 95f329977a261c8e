import type { ArticleId } from '../domain/index.ts'
import type { NewOutboxMessage } from './outbox.ts'

/** A saved search: a chat gets a message when new articles match. */
export interface Alert {
  /** Eight characters of `[a-z2-7]`. */
  readonly id: string
  readonly chatId: number
  readonly threadId?: number
  readonly ownerId: number
  /** In the query language of search, exclusions included. */
  readonly query: string
  readonly muted: boolean
  /** The latest arrival that was looked at for it; see `Archive.arrivalsSince`. */
  readonly arrival: number
}

/** New articles for an alert. */
export interface AlertMatch {
  readonly alertId: string
  readonly articleIds: readonly ArticleId[]
}

/** Every method is one transaction; an alert that is not there, or was removed, is passed over. */
export interface AlertStore {
  /**
   * @param most alerts that a chat may have
   * @returns undefined if the chat has as many already
   */
  add(alert: Omit<Alert, 'id' | 'muted'>, most: number): Promise<Alert | undefined>
  get(id: string): Promise<Alert | undefined>
  /** In the order in which they were made. */
  ofChat(chatId: number): Promise<readonly Alert[]>
  /** Those that are not muted, of chats that are not paused, and have not looked at `arrival` yet; by chat. */
  behind(arrival: number): Promise<readonly Alert[]>
  change(id: string, alert: Partial<Pick<Alert, 'query' | 'muted' | 'arrival'>>): Promise<void>
  /** It can be had back for a day. */
  remove(id: string): Promise<void>
  /**
   * Restores a removed alert of a chat as it was, except that it ignores everything up to `arrival`.
   * @returns undefined if there is none, or the chat has `most` already
   */
  restore(id: string, chatId: number, arrival: number, most: number): Promise<Alert | undefined>
  /** Notes that these alerts have looked at everything up to `arrival`, and that there was nothing for them. */
  passOver(ids: readonly string[], arrival: number): Promise<void>
  /**
   * Notes that the alerts of a place have looked at everything up to `arrival`, and what the place is told of. The
   * message goes into the outbox in the same transaction, so that it is neither lost nor sent twice.
   * @param write makes the message of what these alerts have not told of before; not called if there is nothing
   */
  tell(
    arrival: number,
    matches: readonly AlertMatch[],
    write: (fresh: readonly AlertMatch[]) => NewOutboxMessage,
  ): Promise<void>
}
