import type { Message, PictureAlone } from '../chat/index.ts'
import type { OutboxMessage, ShownArticles } from '../store/index.ts'

/** What a composer makes of an outbox message. */
export type Composition =
  | {
      readonly kind: 'message'
      readonly message: Message
      /** Follows the message, once that is sent. */
      readonly picture?: PictureAlone
      /** Articles that it shows; recorded when it is sent. */
      readonly shown?: ShownArticles
    }
  /** There is nothing to send any more, and `reason` says why. */
  | { readonly kind: 'nothing'; readonly reason: string }
  /** The payload is not of the form that the composer reads. */
  | { readonly kind: 'damaged' }

/** Makes the messages of one kind. A new kind of message is a composer, and a line in the table of `composers.ts`. */
export interface Composer {
  /** How long a message is kept after it was sent or failed; absent: for ever. */
  readonly retentionMs?: number
  /**
   * Called right before the message is sent, and again for each further try.
   * Rejects if it cannot be composed now; it is then tried again later.
   */
  compose(message: OutboxMessage): Promise<Composition>
}

/** Two days: long enough to recognise the unique key of what is told again. */
export const TWO_DAYS_MS = 48 * 3_600_000
