import { beforeEach, expect, test } from 'vitest'
import type { Article } from '../../src/domain/index.ts'
import { createIndexFollower, type IntakeProgress } from '../../src/intake/index.ts'
import type { Store } from '../../src/store/index.ts'
import { anArticle } from '../support/articles.ts'
import { openTestStore, shelve } from '../support/stores.ts'

let store: Store
beforeEach(async () => {
  store = await openTestStore()
})

const news = (count: number) =>
  Array.from({ length: count }, (_, n) => anArticle({ headline: `第${n}条新闻` }))

/** An index that notes what it is told, call by call. */
function follow(revision?: number) {
  const added: { readonly count: number; readonly more: boolean | undefined }[] = []
  const ids = new Set<string>()
  const follower = createIndexFollower(
    store.archive,
    {
      add: async (articles: readonly Article[], more?: boolean) => {
        added.push({ count: articles.length, more })
        for (const { id } of articles) ids.add(id)
      },
      remove: async (gone: readonly string[]) => {
        for (const id of gone) ids.delete(id)
      },
    },
    revision,
  )
  return { follower, added, ids }
}

test('changes are taken 64 at once, and the index is told whether more may come', async () => {
  await shelve(store, news(130))
  const { follower, added, ids } = follow()
  const progress: IntakeProgress[] = []
  expect(await follower.catchUp({ onProgress: (it) => progress.push(it) })).toBe(130)
  expect(added.filter(({ count }) => count > 0)).toEqual([
    { count: 64, more: true },
    { count: 64, more: true },
    { count: 2, more: false },
  ])
  expect(progress.map(({ done }) => done)).toEqual([64, 128, 130])
  for (const { done, total } of progress) expect(total).toBeGreaterThanOrEqual(done)
  expect(progress[0]?.total).toBeGreaterThanOrEqual(130)
  expect(ids.size).toBe(130)
  expect(follower.revision).toBe((await store.archive.state()).revision)
})

test('the next time only what came since is taken, and what is gone is removed', async () => {
  await shelve(store, news(5))
  const { follower, ids } = follow()
  expect(await follower.catchUp()).toBe(5)
  expect(await follower.catchUp()).toBe(0)
  await shelve(store, news(3))
  const progress: IntakeProgress[] = []
  expect(await follower.catchUp({ onProgress: (it) => progress.push(it) })).toBe(2)
  expect(ids).toEqual(new Set(news(3).map(({ id }) => id)))
  expect(progress.at(-1)?.done).toBe(2)
})

test('one that is told to end has what it took, and goes on from there', async () => {
  await shelve(store, news(130))
  const { follower, ids } = follow()
  const ending = new AbortController()
  ending.abort()
  expect(await follower.catchUp({ signal: ending.signal })).toBe(64)
  expect(await follower.catchUp()).toBe(66)
  expect(ids.size).toBe(130)
})

test('an index that knows a revision already is not told of it again', async () => {
  await shelve(store, news(4))
  const { revision } = await store.archive.state()
  const { follower, added } = follow(revision)
  expect(follower.revision).toBe(revision)
  expect(await follower.catchUp()).toBe(0)
  expect(added.every(({ count }) => count === 0)).toBe(true)
})
