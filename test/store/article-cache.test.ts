import { expect, test } from 'vitest'
import { ArticleCache } from '../../src/store/sql/article-cache.ts'
import { anArticle } from '../support/articles.ts'
import { openTestStore, shelve } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('an article that was read is not read again, unless another process has changed it', async () => {
  const folder = temporaryFolder()
  const [reading, writing] = [await openTestStore({ folder }), await openTestStore({ folder })]
  const article = anArticle({ headline: '旧题' })
  await shelve(writing, [article])
  const first = await reading.archive.get(article.id)
  expect(first).toEqual(article)
  expect(await reading.archive.get(article.id)).toBe(first)
  const changed = { ...article, paragraphs: ['新的一段。'] }
  await shelve(writing, [changed])
  expect(await reading.archive.get(article.id)).toEqual(changed)
  await shelve(writing, [{ ...anArticle({ headline: '别的' }), source: article.source }])
  expect(await reading.archive.get(article.id)).toBeUndefined()
})

test('an order of kept, new and unknown articles is answered in that order', async () => {
  const store = await openTestStore()
  const articles = ['甲', '乙', '丙'].map((headline) => anArticle({ headline }))
  await shelve(store, articles)
  const [a, b, c] = articles.map(({ id }) => id) as [string, string, string]
  await store.archive.get(b)
  const found = await store.archive.getMany([c, 'unknown', b, a, b])
  expect(found.map((it) => it?.headline)).toEqual(['丙', undefined, '乙', '甲', '乙'])
})

test('what was not asked for lately gives way, and what is long is not kept', () => {
  const cache = new ArticleCache()
  const read = (id: string, characters: number) =>
    cache.read({
      id,
      hash: 'h',
      as_joined: null,
      as_cut: JSON.stringify({ ...anArticle(), id, paragraphs: ['字'.repeat(characters)] }),
    })
  read('long', 500_000)
  expect(cache.has('long')).toBe(false)
  read('first', 150_000)
  read('second', 150_000)
  for (let n = 0; n < 38; n++) {
    read(`more${n}`, 150_000)
    cache.get('first', 'h')
  }
  read('last', 150_000)
  expect(cache.has('second')).toBe(false)
  expect(cache.get('first', 'h')).toMatchObject({ id: 'first' })
  expect(cache.get('first', 'another')).toBeUndefined()
})

test('an article that is read again takes the room of its older self, and no more', () => {
  const cache = new ArticleCache()
  const read = (id: string) =>
    cache.read({
      id,
      hash: 'h',
      as_joined: null,
      as_cut: JSON.stringify({ ...anArticle(), id, paragraphs: ['字'.repeat(150_000)] }),
    })
  read('first')
  for (let n = 0; n < 60; n++) read('again')
  expect([cache.has('first'), cache.has('again')]).toEqual([true, true])
})
