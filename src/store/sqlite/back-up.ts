import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { systemReasonOf } from '../../domain/index.ts'
import { PRIVATE_FILE } from '../private-files.ts'
import { type Kysely, sql } from '../sql/kysely.ts'
import type { Schema } from '../sql/schema.ts'
import { StoreError } from '../store-error.ts'

/** See `Store.backUp`. The file appears under its name only when it is complete and on the disk. */
export async function backUp(db: Kysely<Schema>, file: string): Promise<void> {
  if (existsSync(file))
    throw new StoreError('unreachable', file, `${file} already exists: choose another name`)
  const unfinished = `${file}.part`
  try {
    await rm(unfinished, { force: true })
    // SQLite writes into an empty file, and leaves it its mode.
    await (await open(unfinished, 'wx', PRIVATE_FILE)).close()
    await sql`VACUUM INTO ${unfinished}`.execute(db)
    const handle = await open(unfinished, 'r+')
    await handle.sync()
    await handle.close()
    await rename(unfinished, file)
  } catch (cause) {
    await rm(unfinished, { force: true })
    throw new StoreError('unreachable', file, `cannot write the backup ${file}: ${reasonOf(cause)}`, {
      cause,
    })
  }
}

function reasonOf(error: unknown): string {
  // Its sentence names the database, and what is full is the disk of the copy.
  if (error instanceof StoreError) return error.problem === 'full' ? 'the disk is full' : error.message
  return systemReasonOf(error)
}
