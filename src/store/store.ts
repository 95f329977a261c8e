import { join } from 'node:path'
import type { AlertStore } from './alerts.ts'
import type { Archive } from './archive.ts'
import type { BookmarkStore } from './bookmarks.ts'
import type { ChatStore } from './chats.ts'
import { type DamagedRowError, reportDamageOnce } from './damaged-row-error.ts'
import type { ListStore } from './lists.ts'
import type { JoinPieces, Manifest } from './manifest.ts'
import type { Outbox } from './outbox.ts'
import type { PauseStore } from './pauses.ts'
import { closeToOthers, makeDataFolder, makePrivateFile } from './private-files.ts'
import type { ShownArticleStore } from './shown-articles.ts'
import { backUp } from './sqlite/back-up.ts'
import { sql } from './sqlite/kysely.ts'
import { openDatabase } from './sqlite/open-database.ts'
import { createSqliteAlerts } from './sqlite/sqlite-alerts.ts'
import { createSqliteArchive } from './sqlite/sqlite-archive.ts'
import { createSqliteBookmarks } from './sqlite/sqlite-bookmarks.ts'
import { createSqliteChats } from './sqlite/sqlite-chats.ts'
import { createSqliteLists } from './sqlite/sqlite-lists.ts'
import { createSqliteManifest } from './sqlite/sqlite-manifest.ts'
import { createSqliteOutbox } from './sqlite/sqlite-outbox.ts'
import { createSqlitePauses } from './sqlite/sqlite-pauses.ts'
import { createSqliteShownArticles } from './sqlite/sqlite-shown-articles.ts'
import { createSqliteSubscriptions } from './sqlite/sqlite-subscriptions.ts'
import { createSqliteUpdates } from './sqlite/sqlite-updates.ts'
import type { SubscriptionStore } from './subscriptions.ts'
import type { UpdateStore } from './updates.ts'

/** All that outlives the process. */
export interface Store {
  /** Path of the database, or `:memory:`. */
  readonly file: string
  readonly archive: Archive
  readonly manifest: Manifest
  readonly chats: ChatStore
  readonly lists: ListStore
  readonly bookmarks: BookmarkStore
  readonly alerts: AlertStore
  readonly subscriptions: SubscriptionStore
  readonly updates: UpdateStore
  readonly outbox: Outbox
  readonly shownArticles: ShownArticleStore
  readonly pauses: PauseStore
  /**
   * Writes a whole and consistent copy of the database to a file, while others go on reading and writing.
   * @throws {StoreError} if the file exists already or cannot be written; then nothing is left of it
   */
  backUp(file: string): Promise<void>
  /** What SQLite finds wrong with the file, a sentence each; reads all of it. */
  check(): Promise<readonly string[]>
  readonly close: () => Promise<void>
}

/** Where the data lies, and what the store needs from outside. */
export interface StoreOptions {
  /** Made if it is missing, and closed to other users; see `closeToOthers`. Left out: everything is in memory, and forgotten at the end. */
  readonly folder?: string
  /** How the pieces of an issue are joined. */
  readonly join: JoinPieces
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Told of each row that is damaged, once; it is left out. */
  readonly onDamagedRow?: (error: DamagedRowError) => void
  /** How long to wait for another program that writes; 2,000 unless told. */
  readonly busyTimeoutMs?: number
}

/**
 * Opens the database of the data folder.
 * @throws {StoreError}
 */
export async function openStore({
  folder,
  join: joinPieces,
  now,
  onDamagedRow = () => {},
  ...options
}: StoreOptions): Promise<Store> {
  const file = folder === undefined ? ':memory:' : join(folder, 'paperboy.sqlite')
  if (folder !== undefined) {
    makeDataFolder(folder)
    makePrivateFile(file)
  }
  const { db, relaxedDb, close } = openDatabase({ file, ...options })
  if (folder !== undefined) closeToOthers(folder)
  const report = reportDamageOnce(onDamagedRow)
  return {
    file,
    archive: createSqliteArchive(db, report),
    manifest: createSqliteManifest(db, joinPieces),
    chats: createSqliteChats(db, relaxedDb),
    lists: createSqliteLists(relaxedDb, now),
    bookmarks: createSqliteBookmarks(db),
    alerts: createSqliteAlerts(db, now, report),
    subscriptions: createSqliteSubscriptions(db, report),
    updates: createSqliteUpdates(relaxedDb, now),
    outbox: createSqliteOutbox(db, now),
    shownArticles: createSqliteShownArticles(db),
    pauses: createSqlitePauses(db),
    backUp: (to) => backUp(db, to),
    check: async () => {
      const { rows } = await sql<{ readonly quick_check: string }>`PRAGMA quick_check`.execute(db)
      return rows.map((row) => row.quick_check).filter((sentence) => sentence !== 'ok')
    },
    close,
  }
}
