import { expect, test } from 'vitest'
import { createFindArticle } from '../../src/cli/find-article.ts'
import { buildArticle } from '../support/build-article.ts'
import { openTestStore, shelve } from '../support/stores.ts'

const article = (n: number, issueDate: string, sourceId = `given-${n}`) =>
  buildArticle({
    headline: `第${n}篇`,
    issueDate,
    sourceId,
    source: { file: 'a.jsonl', lines: [n + 1] },
  })

test.each([1, 500, 501])(
  'of %i articles the first and the last are found by their given ids',
  async (count) => {
    const articles = Array.from({ length: count }, (_, n) => article(n, `2024-01-${10 + (n % 20)}`))
    const { archive } = await openTestStore()
    const store = await openTestStore()
    await shelve(store, articles)
    const find = createFindArticle(store.archive)
    for (const it of [articles[0], articles.at(-1)]) {
      expect(await find(it?.sourceId ?? '')).toMatchObject({ id: it?.id })
      expect(await find(it?.id ?? '')).toMatchObject({ sourceId: it?.sourceId })
    }
    expect(await find('given-99999')).toBeUndefined()
    expect(await createFindArticle(archive)('given-0')).toBeUndefined()
  },
)

test('of several articles with one given id the newest counts, and the archive is read through once', async () => {
  const store = await openTestStore()
  const [old, fresh] = [article(1, '2024-01-01', 'same'), article(2, '2024-06-01', 'same')]
  await shelve(store, [fresh, old])
  let reads = 0
  const find = createFindArticle({
    ...store.archive,
    browse: (...asked) => {
      reads++
      return store.archive.browse(...asked)
    },
  })
  expect(await find('same')).toMatchObject({ id: fresh.id })
  expect(await find('same')).toMatchObject({ id: fresh.id })
  expect(reads).toBe(1)
})
