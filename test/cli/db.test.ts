import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { joinPieces } from '../../src/intake/index.ts'
import { redact } from '../../src/ops/index.ts'
import { copyStore, lockDataFolder, openStore } from '../../src/store/index.ts'
import { anArticle } from '../support/articles.ts'
import { recordOutput } from '../support/output.ts'
import { shelve } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Rows that are copied at a time. */
const SLICE = 500

async function db(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const output = recordOutput()
  const code = await run(['db', ...args], {
    env: { LOG_LEVEL: 'error', DATA_DIR: temporaryFolder(), ...env },
    input: Readable.from([]),
    output,
  })
  return { code, ...output.said }
}

/** A data folder with so many updates that were seen, and one article. */
async function aFolder(updates = 1) {
  const folder = temporaryFolder()
  const store = await openStore({ folder, join: joinPieces, now: () => 0 })
  await shelve(store, [anArticle({ headline: '甲' })])
  for (let at = 0; at < updates; at += SLICE)
    await store.updates.claim(Array.from({ length: Math.min(SLICE, updates - at) }, (_, n) => at + n + 1))
  await store.close()
  return folder
}

async function claimedIn(folder: string, most: number): Promise<number> {
  const store = await openStore({ folder, join: joinPieces, now: () => 0 })
  const fresh = await store.updates.claim(Array.from({ length: most }, (_, n) => n + 1))
  await store.close()
  return most - fresh.size
}

test.each([0, 1, SLICE - 1, SLICE, SLICE + 1, 2 * SLICE])(
  'of %i rows each is copied once, and counted',
  async (count) => {
    const [from, to] = [await aFolder(count), temporaryFolder()]
    const tables = await copyStore(from, to, 0)
    expect(tables.find(({ table }) => table === 'updates')?.rows).toBe(count)
    expect(await copyStore(to, temporaryFolder(), 0)).toEqual(tables)
    expect(await claimedIn(to, 2 * SLICE)).toBe(count)
  },
)

test('a copy tells its tables in columns, or as JSON', async () => {
  const from = await aFolder(3)
  const inColumns = await db(['copy', '--from', from, '--to', temporaryFolder()])
  expect(inColumns).toMatchObject({ code: 0, err: '' })
  expect(inColumns.out).toMatch(/^updates {13} {9}3 rows {2}[\da-f]{16}$/m)
  const asJson = JSON.parse((await db(['copy', '--from', from, '--to', temporaryFolder(), '--json'])).out)
  expect(asJson).toContainEqual({
    table: 'updates',
    rows: 3,
    checksum: expect.stringMatching(/^[\da-f]{16}$/),
  })
})

test('after a copy, done or refused, both folders may be opened', async () => {
  const [from, to] = [await aFolder(), await aFolder()]
  const empty = temporaryFolder()
  await copyStore(from, empty, 0)
  await expect(copyStore(from, to, 0)).rejects.toThrow(/is not empty/)
  for (const folder of [from, to, empty]) lockDataFolder(folder, 0).release()
  // What cannot be opened is left unlocked, too.
  const damaged = temporaryFolder()
  writeFileSync(join(damaged, 'paperboy.sqlite'), 'no database'.repeat(1000))
  await expect(copyStore(damaged, temporaryFolder(), 0)).rejects.toMatchObject({ problem: 'damaged' })
  lockDataFolder(damaged, 0).release()
})

test('where there is no database nothing is copied or backed up, and none is made', async () => {
  const [empty, to] = [temporaryFolder(), temporaryFolder()]
  for (const args of [
    ['copy', '--from', empty, '--to', to],
    ['backup', join(to, 'copy')],
  ])
    expect(await db(args, { DATA_DIR: empty })).toMatchObject({
      code: 1,
      err: expect.stringContaining(`there is no database in ${empty}`),
    })
  expect([readdirSync(empty), existsSync(join(to, 'copy'))]).toEqual([[], false])
})

test('the password of a database is hidden from then on, whatever tells of it', async () => {
  const password = `geheim${process.pid}`
  const url = `postgres://bot:${password}@127.0.0.1:1/paperboy`
  const { code, err } = await db(['copy', '--from', url, '--to', temporaryFolder()])
  expect([code, err]).toEqual([1, expect.not.stringContaining(password)])
  expect(redact(`it is ${password}`)).not.toContain(password)
})

test('a backup is named once, and may be opened', async () => {
  const [folder, copies] = [await aFolder(2), temporaryFolder()]
  const file = join(copies, 'paperboy.sqlite')
  // What a backup left that was cut off is no obstacle.
  writeFileSync(`${file}.part`, 'half')
  const done = await db(['backup', file], { DATA_DIR: folder })
  expect(done).toMatchObject({ code: 0, out: expect.stringContaining(`to ${file}\n`) })
  expect(readdirSync(copies)).toEqual(['paperboy.sqlite'])
  expect(await claimedIn(copies, 9)).toBe(2)
  expect((await db(['backup', file], { DATA_DIR: folder })).err).toContain('already exists')
})

test.each([
  [['backup']],
  [['backup', 'a', 'b']],
  [[]],
  [['copy', '--from', 'a']],
  [['copy', '--from', 'a', '--to', 'a']],
  [['copy', 'more', '--from', 'a', '--to', 'b']],
  [['copy', '--from', 'env', '--to', 'b']],
])('db %j is told how it is written', async (args) => {
  expect(await db(args)).toMatchObject({ code: 2, err: expect.stringContaining('paperboy db ') })
})
