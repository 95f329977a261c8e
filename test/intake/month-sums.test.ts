import { expect, test } from 'vitest'
import { sumMonthsOf } from '../../src/intake/index.ts'
import { articleOn, buildArticle } from '../support/build-article.ts'
import { openTestStore, shelve } from '../support/stores.ts'

const counts = (sums: Awaited<ReturnType<typeof sumMonthsOf>>) =>
  Object.fromEntries([...sums].map(([month, { count }]) => [month, count]))

test('every article counts in its month, and one without a date among the undated, however many there are', async () => {
  const store = await openTestStore()
  await shelve(store, [
    ...Array.from({ length: 501 }, (_, n) => articleOn('2024-06-30', n)),
    articleOn('2024-07-01', 1),
    buildArticle({ headline: '无日期的一篇', source: { file: 'undated.txt', lines: [1] } }),
  ])
  expect(counts(await sumMonthsOf(store.archive))).toEqual({ '2024-06': 501, '2024-07': 1, undated: 1 })
})

test('an article with another text has another sum, and the same archive the same', async () => {
  const sumsOf = async (text: string) => {
    const store = await openTestStore()
    await shelve(store, [articleOn('2024-06-30', 1, { paragraphs: [text] }), articleOn('2024-06-30', 2)])
    return [...(await sumMonthsOf(store.archive))]
  }
  expect(await sumsOf('大桥通车。')).toEqual(await sumsOf('大桥通车。'))
  expect(await sumsOf('大桥通车。')).not.toEqual(await sumsOf('大桥封闭。'))
})
