import { expect, onTestFinished, test } from 'vitest'
import { createSqlPictureFiles } from '../../src/store/sql/sql-picture-files.ts'
import { openDatabase } from '../../src/store/sqlite/open-database.ts'

test('of many pictures those sent last are remembered, of those sent together the first by name', async () => {
  const database = openDatabase({ file: ':memory:' })
  onTestFinished(() => database.close())
  let now = 0
  const files = createSqlPictureFiles(database, () => now, 3)
  const known = async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
    const found = await Promise.all(names.map(async (it) => ((await files.get(it)) === undefined ? '' : it)))
    return found.join('')
  }
  for (const name of ['a', 'b', 'c']) {
    now++
    await files.set(name, `file ${name}`)
  }
  expect(await known()).toBe('abc')
  // It is looked at every so often, and then not more than so many are left.
  now++
  await files.set('a', 'file a again')
  for (const name of ['e', 'd']) await files.set(name, `file ${name}`)
  expect(await known()).toBe('ade')
  expect(await files.get('a')).toBe('file a again')
  for (const name of ['i', 'h', 'g']) await files.set(name, `file ${name}`)
  expect(await known()).toBe('ade')
  now++
  for (const name of ['f', 'g', 'h']) await files.set(name, `file ${name}`)
  expect(await known()).toBe('fgh')
})
