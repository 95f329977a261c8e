import type { ArticleId } from '../domain/index.ts'
import type { Letter } from './outbox.ts'

/** A saved search: a chat is told of new articles that match. */
export interface Alert {
  /** Eight characters of `[a-z2-7]`. */
  readonly id: string
  readonly chatId: number
  readonly threadId?: number
  readonly ownerId: number
  readonly query: string
  /** Queries whose hits are left out. */
  readonly without: readonly string[]
  readonly muted: boolean
  /** The latest arrival that was looked at for it; see `Archive.arrivalsSince`. */
  readonly arrival: number
}

/** Every method is one transaction. */
export interface AlertStore {
  /**
   * @param most alerts that a chat may have
   * @returns undefined where the chat has as many already
   */
  add(alert: Omit<Alert, 'id' | 'muted'>, most: number): Promise<Alert | undefined>
  get(id: string): Promise<Alert | undefined>
  /** In the order in which they were made. */
  ofChat(chatId: number): Promise<readonly Alert[]>
  /** Those that are not muted, of chats that are not paused, and have not looked at `arrival` yet; by chat. */
  behind(arrival: number): Promise<readonly Alert[]>
  /** An alert that is not there is passed over, here and below. */
  change(id: string, alert: Partial<Pick<Alert, 'query' | 'without' | 'muted'>>): Promise<void>
  remove(id: string): Promise<void>
  /**
   * Notes that the alert has looked at everything up to `arrival`, and what the chat is told of; the notice goes into
   * the outbox in the same transaction, so that it is neither lost nor given twice.
   * @param write makes the notice of those articles that the chat was not told of before; not called for none
   */
  tell(
    id: string,
    arrival: number,
    articleIds: readonly ArticleId[],
    write: (fresh: readonly ArticleId[]) => Letter,
  ): Promise<void>
}
