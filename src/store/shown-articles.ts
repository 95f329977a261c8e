import type { ArticleId, Place } from '../domain/index.ts'

/** Articles that a message shows. */
export interface ShownArticles {
  readonly articleIds: readonly ArticleId[]
  /** A new round through the archive begins with it: what was shown before is forgotten. */
  readonly startsOver?: boolean
}

/** What chats and topics have been shown in their digests. `Outbox.complete` writes it. */
export interface ShownArticleStore {
  /** In the current round through the archive. */
  in(place: Place): Promise<ReadonlySet<ArticleId>>
}
