import type { PictureFileStore } from '../picture-files.ts'
import type { SqlDatabase } from './sql-database.ts'

/** Pictures that are remembered; some 200 bytes each. */
const MOST = 20_000
/** More than one is forgotten at a time, so that it seldom happens. */
const SLACK = 200

/**
 * What Telegram has of our pictures, in SQL.
 * @param now milliseconds since 1970
 */
export const createSqlPictureFiles = (
  { db }: SqlDatabase,
  now: () => number,
  most = MOST,
): PictureFileStore => {
  let added = 0
  return {
    get: async (content) => {
      const row = await db
        .selectFrom('picture_files')
        .select('file_id')
        .where('content', '=', content)
        .executeTakeFirst()
      return row?.file_id
    },
    set: async (content, fileId) => {
      const file = { file_id: fileId, sent_ms: now() }
      await db
        .insertInto('picture_files')
        .values({ content, ...file })
        .onConflict((it) => it.column('content').doUpdateSet(file))
        .execute()
      if (++added % Math.min(SLACK, most) !== 0) return
      const old = db
        .selectFrom('picture_files')
        .select('content')
        .orderBy('sent_ms', 'desc')
        .orderBy('content')
        .limit(2 * SLACK)
        .offset(most)
      await db.deleteFrom('picture_files').where('content', 'in', old).execute()
    },
    remove: async (content) => {
      await db.deleteFrom('picture_files').where('content', '=', content).execute()
    },
  }
}
