import { chmodSync, constants, copyFileSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../config/index.ts'
import { closeToOthers, makeDataFolder } from '../../store/index.ts'
import type { Check } from './check.ts'

const OTHERS = 0o077
const PRIVATE_FILE = 0o600

/** What was mended, as a finding of its own. */
const fixed = (finding: string, mend?: string): Check => ({
  check: 'fixed',
  state: mend === undefined ? 'ok' : 'warn',
  finding,
  ...(mend !== undefined && { mend }),
})

/**
 * Mends what is safe about the settings file: makes it from the example, and closes it to other users, as it holds the
 * token. Nothing that is there is written over.
 * @param folder where the bot is started
 * @param example `.env.example` of the project
 */
export function fixSettingsFile(folder: string, example: string): readonly Check[] {
  const file = join(folder, '.env')
  const done: Check[] = []
  if (!existsSync(file) && existsSync(example)) {
    copyFileSync(example, file, constants.COPYFILE_EXCL)
    done.push(
      fixed(`${file} was missing: made from .env.example`, 'set BOT_TOKEN in it, or run paperboy init'),
    )
  }
  if (existsSync(file) && isOpenToOthers(file)) {
    chmodSync(file, PRIVATE_FILE)
    done.push(fixed(`${file} could be read by others: closed to them`))
  }
  return done
}

/**
 * Mends what is safe about the data folder: makes it, and closes what is in it to other users.
 * @throws {StoreError} if it cannot be made
 */
export function fixDataFolder({ DATA_DIR: folder }: Pick<Config, 'DATA_DIR'>): readonly Check[] {
  const done: Check[] = []
  if (!existsSync(folder)) {
    makeDataFolder(folder)
    return [fixed(`${folder} was missing: made`)]
  }
  if (process.platform === 'win32') return done
  const paths = [folder, ...readdirSync(folder).map((name) => join(folder, name))]
  const before = paths.filter(isOpenToOthers)
  closeToOthers(folder)
  const closed = before.filter((path) => !isOpenToOthers(path))
  return closed.length === 0 ? done : [...done, fixed(`closed to other users: ${closed.join(', ')}`)]
}

/** Removes an index snapshot that cannot be used: the next start makes it anew. */
export function fixSnapshot(file: string): Check {
  rmSync(file, { force: true })
  return fixed(`${file} was unusable: removed; the next start, or paperboy index, makes it anew`)
}

const isOpenToOthers = (path: string): boolean =>
  process.platform !== 'win32' && (statSync(path).mode & OTHERS) !== 0
