import { join } from 'node:path'
import { expect, test } from 'vitest'
import { joinPieces } from '../../src/intake/index.ts'
import { copyStore, lockDataFolder, openStore } from '../../src/store/index.ts'
import { sql } from '../../src/store/sql/kysely.ts'
import { openDatabase } from '../../src/store/sqlite/open-database.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const open = (folder: string) => openStore({ folder, join: joinPieces, now: () => 0 })

/** A data folder with two updates that were seen, and the folder that its archive was read from. */
async function aFolder() {
  const folder = temporaryFolder()
  const store = await open(folder)
  await store.updates.claim([1, 2])
  await store.manifest.setCorpusFolder({ path: '/papers', realPath: '/disk/papers' })
  await store.close()
  return folder
}

test('a copy knows which folder the archive was read from', async () => {
  const to = temporaryFolder()
  await copyStore(await aFolder(), to, 0)
  const store = await open(to)
  expect(await store.manifest.corpusFolder()).toEqual({ path: '/papers', realPath: '/disk/papers' })
  await store.close()
})

test.each([
  [
    'a row that another program changes',
    'UPDATE updates SET seen_ms = seen_ms + 1',
    /differs .*2 and 2 rows/,
  ],
  ['a row that another program takes away', 'DELETE FROM updates', /differs .*2 and 0 rows/],
])('%s while a store is copied is told, and both stores may be opened again', async (_case, what, told) => {
  const [from, to] = [await aFolder(), temporaryFolder()]
  const database = openDatabase({ file: join(to, 'paperboy.sqlite') })
  await sql`${sql.raw(`CREATE TRIGGER other AFTER INSERT ON updates BEGIN ${what}; END`)}`.execute(
    database.db,
  )
  await database.close()
  await expect(copyStore(from, to, 0)).rejects.toThrow(told)
  for (const folder of [from, to]) lockDataFolder(folder, 0).release()
})
