import type { Place } from '../../domain/index.ts'
import type { ShownArticleStore, ShownArticles } from '../shown-articles.ts'
import { keepQuery, type ValueOf } from './keep-query.ts'
import { type Kysely, sql } from './kysely.ts'
import type { Schema } from './schema.ts'
import type { SqlDatabase } from './sql-database.ts'
import type { SqlDialect } from './sql-dialect.ts'

/** Reads from SQL what chats were shown; the outbox writes it together with the message. */
export function createSqlShownArticles({ db }: SqlDatabase): ShownArticleStore {
  const find = keepQuery((value: ValueOf<{ chatId: number; threadId: number }>) =>
    db
      .selectFrom('shown_articles')
      .select('article_id')
      .where('chat_id', '=', value('chatId'))
      .where('thread_id', '=', value('threadId')),
  )
  return {
    in: async ({ chatId, threadId = 0 }) =>
      new Set((await find(db, { chatId, threadId })).map((row) => row.article_id)),
  }
}

/** Notes what a place has been shown, as a part of a greater transaction. */
export async function noteShown(
  trx: Kysely<Schema>,
  dialect: SqlDialect,
  { chatId, threadId = 0 }: Place,
  { articleIds, startsOver = false }: ShownArticles,
): Promise<void> {
  if (startsOver)
    await trx
      .deleteFrom('shown_articles')
      .where('chat_id', '=', chatId)
      .where('thread_id', '=', threadId)
      .execute()
  const shown = dialect.rowsOf(
    [
      ['chat_id', 'integer'],
      ['thread_id', 'integer'],
      ['article_id', 'text'],
    ],
    articleIds.map((id) => [chatId, threadId, id]),
  )
  await sql`
    INSERT INTO shown_articles (chat_id, thread_id, article_id)
    SELECT chat_id, thread_id, article_id FROM ${shown} WHERE true
    ON CONFLICT DO NOTHING`.execute(trx)
}
