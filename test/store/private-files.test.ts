import { chmodSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lockDataFolder } from '../../src/store/index.ts'
import { closeToOthers, makeDataFolder } from '../../src/store/private-files.ts'
import { buildArticle } from '../support/build-article.ts'
import { openTestStore, shelve } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const modeOf = (path: string) => (statSync(path).mode & 0o7777).toString(8)
const modesIn = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, modeOf(join(folder, name))]))

describe.skipIf(process.platform === 'win32')('the data folder is for its owner only', () => {
  test('what is made anew, whatever the umask of the process', async () => {
    // The tests run with the umask of the machine: nothing here depends on it.
    const folder = join(temporaryFolder(), 'new', 'data')
    const lock = lockDataFolder(folder, 0)
    const store = await openTestStore({ folder })
    await shelve(store, [buildArticle({ headline: '报童' })])
    const backup = join(temporaryFolder(), 'backup.sqlite')
    await store.backUp(backup)
    expect(modesIn(folder)).toEqual({
      'bot.json': '600',
      'bot.lock': '600',
      'paperboy.sqlite': '600',
      'paperboy.sqlite-shm': '600',
      'paperboy.sqlite-wal': '600',
    })
    expect(modeOf(folder)).toBe('700')
    expect(modeOf(backup)).toBe('600')
    lock.release()
  })

  test('what an older version left open is closed', () => {
    const folder = join(temporaryFolder(), 'data')
    mkdirSync(folder)
    chmodSync(folder, 0o755)
    const names = [
      'paperboy.sqlite',
      'paperboy.sqlite-wal',
      'index.snapshot',
      'index.snapshot.77.new',
      'bot.lock',
    ]
    for (const name of names) {
      writeFileSync(join(folder, name), '')
      chmodSync(join(folder, name), 0o664)
    }
    expect(closeToOthers(folder)).toBe(false)
    expect(modeOf(folder)).toBe('700')
    expect(new Set(Object.values(modesIn(folder)))).toEqual(new Set(['600']))
  })

  test('a folder with other things in it, and these things, are left as they are', () => {
    const folder = temporaryFolder()
    chmodSync(folder, 0o755)
    for (const name of ['paperboy.sqlite', 'notes.txt']) {
      writeFileSync(join(folder, name), '')
      chmodSync(join(folder, name), 0o644)
    }
    expect(closeToOthers(folder)).toBe(true)
    expect(modeOf(folder)).toBe('755')
    expect(modesIn(folder)).toEqual({ 'notes.txt': '644', 'paperboy.sqlite': '600' })
  })

  test('a folder in which everybody may write is not ours', () => {
    const folder = temporaryFolder()
    chmodSync(folder, 0o1777)
    expect(closeToOthers(folder)).toBe(true)
    expect(modeOf(folder)).toBe('1777')
  })

  test('a link is not followed: what it leads to may be used by others', () => {
    const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()]
    const file = join(elsewhere, 'shared.sqlite')
    writeFileSync(file, '')
    chmodSync(file, 0o644)
    symlinkSync(file, join(folder, 'paperboy.sqlite'))
    closeToOthers(folder)
    expect(modeOf(file)).toBe('644')
  })
})

test.runIf(process.platform === 'linux')('a data folder that can never be made is refused at once', () => {
  expect(() => makeDataFolder('/proc/x/y')).toThrow(/cannot create the data folder \/proc\/x\/y/u)
})

test('a data folder is made with all above it, or found', () => {
  const folder = join(temporaryFolder(), 'a', 'b')
  makeDataFolder(folder)
  makeDataFolder(folder)
  expect(statSync(folder).isDirectory()).toBe(true)
  writeFileSync(join(folder, 'file'), '')
  expect(() => makeDataFolder(join(folder, 'file'))).toThrow(/EEXIST|exists/u)
})
