import { describe, expect, test } from 'vitest'
import { createIcuSegmenter, createTokeniser } from '../../src/language/index.ts'
import { createSearch } from '../../src/search/index.ts'
import { SurroundingsFinder } from '../../src/web/pages/surroundings.ts'
import { articleOn as on } from '../support/build-article.ts'
import { openTestStore, shelve } from '../support/stores.ts'

describe('what stands around an article', () => {
  const article = on('2024-06-08', 1, { paragraphs: ['锦江大桥主塔施工，居民看了很久。'] })
  const near = on('2024-05-01', 2, { paragraphs: ['锦江大桥主塔开工，居民看了一天。'] })
  const nearer = on('2024-05-02', 3, { paragraphs: ['锦江大桥主塔封顶，居民看了两天。'] })

  async function open() {
    let now = 0
    const store = await openTestStore({ now: () => now })
    const search = createSearch(createTokeniser(createIcuSegmenter()), store.archive)
    const finder = new SurroundingsFinder(store.archive, search, () => now)
    return {
      store,
      search,
      pass: (ms: number) => void (now += ms),
      relatedIds: async () => (await finder.of(article)).related.map(({ id }) => id),
    }
  }

  test('follows the archive, and the index that comes a moment later', async () => {
    const { store, search, pass, relatedIds } = await open()
    await shelve(store, [article, near])
    await search.add([article, near])
    expect(await relatedIds()).toEqual([near.id])
    await shelve(store, [nearer])
    pass(1_000)
    expect(await relatedIds()).toEqual([near.id])
    // Nothing changes in the archive any more: only the index knows more.
    await search.add([nearer])
    pass(999)
    expect(await relatedIds()).toEqual([near.id])
    pass(1)
    expect((await relatedIds()).toSorted()).toEqual([near.id, nearer.id].toSorted())
  })

  test('is found anew when the clock was set back', async () => {
    const { store, search, pass, relatedIds } = await open()
    pass(86_400_000)
    await shelve(store, [article, near])
    await search.add([article, near])
    expect(await relatedIds()).toEqual([near.id])
    pass(-86_400_000)
    await shelve(store, [nearer])
    await search.add([nearer])
    expect(await relatedIds()).toHaveLength(2)
  })
})
