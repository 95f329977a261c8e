import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { createIndexFollower, createIndexSnapshot, indexFileIn } from '../../src/intake/index.ts'
import { createIcuSegmenter, createTokeniser } from '../../src/language/index.ts'
import { createSearch } from '../../src/search/index.ts'
import type { Store } from '../../src/store/index.ts'
import { anArticle } from '../support/articles.ts'
import { createRecordedLog } from '../support/recorded-log.ts'
import { openTestStore, shelve } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

let file: string
let store: Store
beforeEach(async () => {
  file = join(temporaryFolder(), 'index.snapshot')
  store = await openTestStore()
})

/** A process that starts over the archive. */
async function start() {
  const log = createRecordedLog()
  const search = createSearch(createTokeniser(createIcuSegmenter()), store.archive)
  const snapshot = createIndexSnapshot({ file, archive: store.archive, search, log })
  const known = await snapshot.load()
  const follower = createIndexFollower(store.archive, search, known)
  return { log, search, snapshot, known, follower }
}

const news = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => anArticle({ headline: `第${from + i}条新闻` }))

test('the next start knows what was saved, and takes over only what came since', async () => {
  await shelve(store, news(0, 5))
  const first = await start()
  expect([first.known, await first.follower.catchUp()]).toEqual([0, 5])
  await first.snapshot.save(first.follower.revision, 5)

  await shelve(store, news(0, 7))
  const second = await start()
  expect([second.known, await second.follower.catchUp()]).toEqual([5, 2])
  expect((await second.search.search('新闻')).total).toBe(7)
  expect(second.log.lines).toEqual([])
})

test('it is saved where enough has changed, and not over and over', async () => {
  await shelve(store, news(0, 5))
  const { snapshot, follower } = await start()
  await follower.catchUp()
  await snapshot.save(follower.revision, 6)
  expect(existsSync(file)).toBe(false)
  await snapshot.save(follower.revision, 5)
  writeFileSync(file, 'mark')
  await snapshot.save(follower.revision, 0)
  expect(readFileSync(file, 'utf8')).toBe('mark')
})

test('what cannot be used is told once, thrown away and built anew', async () => {
  await shelve(store, news(0, 5))
  writeFileSync(file, 'torn')
  const { log, known, follower, search } = await start()
  expect(known).toBe(0)
  expect(log.lines).toEqual(['warn: the index snapshot cannot be used; the index is rebuilt'])
  expect(existsSync(file)).toBe(false)
  expect([await follower.catchUp(), search.size]).toEqual([5, 5])
})

test('where the archive gives no answer, that is no reason to throw the snapshot away', async () => {
  writeFileSync(file, 'mark')
  const state = () => Promise.reject(new Error('the disk is gone'))
  const search = createSearch(createTokeniser(createIcuSegmenter()), store.archive)
  const log = createRecordedLog()
  const snapshot = createIndexSnapshot({ file, archive: { ...store.archive, state }, search, log })
  await expect(snapshot.load()).rejects.toThrow('the disk is gone')
  expect([readFileSync(file, 'utf8'), log.lines]).toEqual(['mark', []])
})

test('a snapshot of another archive is not taken for this one', async () => {
  await shelve(store, news(0, 5))
  const first = await start()
  await first.follower.catchUp()
  await first.snapshot.save(first.follower.revision, 1)
  store = await openTestStore()
  await shelve(store, news(5, 10))
  const second = await start()
  expect([second.known, second.log.lines.length]).toEqual([0, 1])
})

test('that it cannot be written is told, and no more', async () => {
  await shelve(store, news(0, 5))
  file = join(file, 'no', 'such', 'folder')
  const { log, snapshot, follower } = await start()
  await follower.catchUp()
  await snapshot.save(follower.revision, 1)
  expect(log.lines).toEqual(['warn: the index snapshot could not be written; the next start takes longer'])
})

test('the file stands in the data folder by the name that the operators’ guide has', () => {
  expect(indexFileIn('data')).toBe(join('data', 'index.snapshot'))
})
