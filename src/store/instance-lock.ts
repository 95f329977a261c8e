import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import { PaperboyError } from '../domain/index.ts'
import { makeDataFolder, makePrivateFile, PRIVATE_FILE } from './private-files.ts'
import { loadDriver } from './sqlite/load-driver.ts'
import { storeErrorOf } from './sqlite/store-error-of.ts'
import { StoreError } from './store-error.ts'

/** The process that holds a data folder. */
export interface LockHolder {
  readonly pid: number
  /** In a container its id. */
  readonly host: string
  /** ISO 8601. */
  readonly since: string
}

/** Another bot runs on the same data folder. */
export class DataFolderInUseError extends PaperboyError {
  readonly code = 'DATA_FOLDER_IN_USE'
  readonly folder: string
  /** Undefined if it has not said who it is. */
  readonly holder: LockHolder | undefined
  constructor(folder: string, holder: LockHolder | undefined) {
    const who = holder ? `process ${holder.pid} on ${holder.host}, since ${holder.since}` : 'another process'
    super(
      `a bot is already running on the data folder ${folder} (${who}): stop it first, or set DATA_DIR to another folder`,
    )
    this.folder = folder
    this.holder = holder
  }
}

/** The data folder, held for this process until it is released or the process ends, however it ends. */
export interface InstanceLock {
  release(): void
}

/** Two starts at the same instant: the winner has written down who it is before the other one reads it. */
const BUSY_WAIT_MS = 300

/**
 * Keeps a second bot from the same data folder, until it is released or the process ends in whatever way. It is
 * SQLite's own lock, held on an empty database beside the real one: the operating system drops it with the process,
 * process numbers play no part, and it counts in other containers on the same volume too.
 * @param sinceMs milliseconds since 1970, for the sentence that the second one says
 * @throws {DataFolderInUseError}
 * @throws {StoreError} if the folder cannot be written to
 */
export function lockDataFolder(folder: string, sinceMs: number): InstanceLock {
  makeDataFolder(folder)
  const [file, holderFile] = [join(folder, 'bot.lock'), join(folder, 'bot.json')]
  makePrivateFile(file)
  const unlock = lockFile(file, () => new DataFolderInUseError(folder, readHolder(holderFile)))
  const holder: LockHolder = { pid: process.pid, host: hostname(), since: new Date(sinceMs).toISOString() }
  try {
    writeFileSync(`${holderFile}.new`, `${JSON.stringify(holder)}\n`, { mode: PRIVATE_FILE })
    renameSync(`${holderFile}.new`, holderFile)
  } catch {
    // A full disk: the lock holds, only who holds it is not known.
  }
  return {
    release: () => {
      rmSync(holderFile, { force: true })
      unlock()
    },
  }
}

/** A connection that nobody refers to is closed with the garbage, and its lock with it. */
const held = new Set<object>()

function lockFile(file: string, inUse: () => Error): () => void {
  const Driver = loadDriver()
  if (!Driver)
    throw new StoreError('noDriver', file, 'the SQLite driver cannot be loaded: see `paperboy doctor`')
  try {
    // SQLite takes `file:a?mode=memory` for an address; an absolute path is always a file.
    const database = new Driver(resolve(file), { timeout: BUSY_WAIT_MS })
    // A write transaction: of all connections, only one can have one. The file stays empty, and so does its journal.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN IMMEDIATE')
    held.add(database)
    return () => {
      held.delete(database)
      database.exec('ROLLBACK')
      database.close()
    }
  } catch (cause) {
    const error = storeErrorOf(cause, file)
    throw error instanceof StoreError && error.problem === 'busy' ? inUse() : error
  }
}

function readHolder(file: string): LockHolder | undefined {
  try {
    const { pid, host, since }: Partial<LockHolder> = JSON.parse(readFileSync(file, 'utf8'))
    const isWhole = typeof pid === 'number' && typeof host === 'string' && typeof since === 'string'
    return isWhole ? { pid, host, since } : undefined
  } catch {
    return undefined
  }
}
