/**
 * Tables with rows of a chat (`chat_id`), and the columns of which a chat may have each combination but once.
 * `undefined`: a chat has any number of rows.
 */
export const TABLES_OF_CHATS: readonly (readonly [table: string, unique: readonly string[] | undefined])[] = [
  ['chats', []],
  ['lists', undefined],
  ['alerts', undefined],
  ['subscriptions', ['thread_id']],
  ['shown_articles', ['thread_id', 'article_id']],
  ['outbox_messages', ['kind', 'thread_id', 'unique_key']],
  ['pauses', []],
  ['deletions', ['message_id']],
  ['channels', []],
]
