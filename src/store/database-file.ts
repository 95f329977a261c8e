import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { StoreError } from './store-error.ts'

/** Path of the SQLite database of a data folder. */
export const databaseFileOf = (folder: string): string => join(folder, 'paperboy.sqlite')

/**
 * Refuses a data folder without a database: opening it would make an empty one, and a backup or copy of that would look
 * like one of all.
 * @throws {StoreError}
 */
export function requireDatabase(folder: string): void {
  if (!existsSync(databaseFileOf(folder)))
    throw new StoreError(
      'foreign',
      folder,
      `there is no database in ${folder}: name the data folder that the bot uses`,
    )
}
