import {
  chmodSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { systemReasonOf } from '../domain/index.ts'
import { StoreError } from './store-error.ts'

const PRIVATE_FOLDER = 0o700
/** Owner only. SQLite gives the files beside a database the mode of the database. */
export const PRIVATE_FILE = 0o600
const OTHERS = 0o077
/** A folder in which everybody may make files, such as `/tmp`. */
const STICKY = 0o1000

/** What the program writes into its data folder. */
const OURS = /^(paperboy\.sqlite|index\.snapshot|bot\.lock|bot\.json|\.doctor)(-\w+|\.\d+\.new|\.new)?$/

/**
 * Makes the data folder if it is missing, for its owner only.
 * @throws {StoreError}
 */
export function makeDataFolder(folder: string): void {
  try {
    makeFolders(folder)
  } catch (cause) {
    throw new StoreError(
      'unreachable',
      folder,
      `cannot create the data folder ${folder}: ${systemReasonOf(cause)}; set DATA_DIR to a folder that can be written to`,
      { cause },
    )
  }
}

/** Node's own `recursive` never ends where a folder is there and takes none in, as `/proc`. */
function makeFolders(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return
  const above = dirname(folder)
  if (above !== folder && !existsSync(above)) makeFolders(above)
  try {
    mkdirSync(folder, { mode: PRIVATE_FOLDER })
  } catch (cause) {
    // Another process may have made it meanwhile.
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw cause
  }
}

/** Makes an empty file for its owner only, unless there is one. Failures are left to whoever opens it. */
export function makePrivateFile(file: string): void {
  try {
    closeSync(openSync(file, 'wx', PRIVATE_FILE))
  } catch {
    // Never opened if it is there: closing it would drop the locks that this process holds on it.
  }
}

/**
 * Takes the rights of others from our own files in the data folder, and from the folder itself if it holds nothing
 * else: a folder that somebody keeps other things in is not ours to close.
 * @returns whether others can still list the folder
 */
export function closeToOthers(folder: string): boolean {
  if (process.platform === 'win32') return false
  const names = readdirSync(folder)
  for (const name of names.filter((it) => OURS.test(it))) restrict(join(folder, name))
  const { mode } = statSync(folder)
  if (names.every((name) => OURS.test(name)) && (mode & STICKY) === 0) tryToChmod(folder, mode)
  return (statSync(folder).mode & OTHERS) !== 0
}

function restrict(file: string): void {
  try {
    const facts = lstatSync(file)
    if (facts.isFile()) tryToChmod(file, facts.mode)
  } catch {
    // It went away meanwhile, as files beside a database do.
  }
}

function tryToChmod(path: string, mode: number): void {
  if ((mode & OTHERS) === 0) return
  try {
    chmodSync(path, mode & ~OTHERS & 0o7777)
  } catch {
    // It belongs to somebody else: `paperboy doctor` tells of it.
  }
}
