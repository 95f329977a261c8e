import type { BookmarkStore } from '../bookmarks.ts'
import { sql } from './kysely.ts'
import type { SqlDatabase } from './sql-database.ts'

/** Bookmarks in SQL. Each gets a number greater than those of its reader before, which is the order of the list. */
export function createSqlBookmarks({ db, dialect }: SqlDatabase): BookmarkStore {
  return {
    add: async (ownerId, articleId) => {
      const added = await db
        .insertInto('bookmarks')
        .values({
          owner_id: ownerId,
          article_id: articleId,
          key: dialect.nextKey(
            sql<number>`(SELECT COALESCE(MAX(key), 0) + 1 FROM bookmarks WHERE owner_id = ${ownerId})`,
          ),
        })
        .onConflict((it) => it.doNothing())
        .returning('key')
        .executeTakeFirst()
      return added !== undefined
    },
    remove: async (ownerId, articleId) => {
      const removed = await db
        .deleteFrom('bookmarks')
        .where('owner_id', '=', ownerId)
        .where('article_id', '=', articleId)
        .returning('key')
        .executeTakeFirst()
      return removed !== undefined
    },
    has: async (ownerId, articleId) => {
      const row = await db
        .selectFrom('bookmarks')
        .select('key')
        .where('owner_id', '=', ownerId)
        .where('article_id', '=', articleId)
        .executeTakeFirst()
      return row !== undefined
    },
    list: async (ownerId, { offset, limit }) => {
      const mine = db.selectFrom('bookmarks').where('owner_id', '=', ownerId)
      const { total } = await mine
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow()
      const rows = await mine
        .select('article_id')
        .orderBy('key', 'desc')
        .limit(limit)
        .offset(offset)
        .execute()
      return { total, articleIds: rows.map((row) => row.article_id) }
    },
  }
}
