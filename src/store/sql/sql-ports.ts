import type { ReportDamage } from '../damaged-row-error.ts'
import type { JoinPieces } from '../manifest.ts'
import type { StorePorts } from '../store-ports.ts'
import { createSqlAlerts } from './sql-alerts.ts'
import { createSqlArchive } from './sql-archive.ts'
import { createSqlBookmarks } from './sql-bookmarks.ts'
import { createSqlChannels } from './sql-channels.ts'
import { createSqlChats } from './sql-chats.ts'
import type { SqlDatabase } from './sql-database.ts'
import { createSqlDeletions } from './sql-deletions.ts'
import { createSqlDoubts } from './sql-doubts.ts'
import { createSqlLists } from './sql-lists.ts'
import { createSqlManifest } from './sql-manifest.ts'
import { createSqlOutbox } from './sql-outbox.ts'
import { createSqlPauses } from './sql-pauses.ts'
import { createSqlPersonalData } from './sql-personal-data.ts'
import { createSqlPictureFiles } from './sql-picture-files.ts'
import { createSqlShownArticles } from './sql-shown-articles.ts'
import { createSqlSubscriptions } from './sql-subscriptions.ts'
import { createSqlUpdates } from './sql-updates.ts'

/**
 * Every port of the store over one database.
 * @param join how the pieces of an issue are joined
 * @param now milliseconds since 1970
 * @param report told of damaged rows
 */
export const createSqlPorts = (
  database: SqlDatabase,
  join: JoinPieces,
  now: () => number,
  report?: ReportDamage,
): StorePorts => ({
  archive: createSqlArchive(database, report),
  manifest: createSqlManifest(database, join),
  chats: createSqlChats(database, now),
  lists: createSqlLists(database, now),
  bookmarks: createSqlBookmarks(database),
  alerts: createSqlAlerts(database, now, report),
  subscriptions: createSqlSubscriptions(database, report),
  updates: createSqlUpdates(database, now),
  outbox: createSqlOutbox(database, now),
  shownArticles: createSqlShownArticles(database),
  pauses: createSqlPauses(database),
  deletions: createSqlDeletions(database),
  channels: createSqlChannels(database),
  doubts: createSqlDoubts(database, now),
  pictureFiles: createSqlPictureFiles(database, now),
  personalData: createSqlPersonalData(database),
})
