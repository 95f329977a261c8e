import { expect, test } from 'vitest'
import { parseQuery } from '../../src/search/query/parse-query.ts'
import { createMemoryIndex } from '../../src/search/ranking/memory-index.ts'
import { planQuery } from '../../src/search/ranking/query-plan.ts'
import { buildArticle } from '../support/build-article.ts'
import { archiveOf } from '../support/seed-articles.ts'
import { describeSource } from '../support/source-contract.ts'
import { tokeniser } from '../support/tokeniser.ts'

describeSource('the index in memory', tokeniser, async (articles) => {
  const { source } = createMemoryIndex(tokeniser, archiveOf(articles))
  return source
})

test('what is remembered of a plan holds for its filter alone, and until another article comes', async () => {
  const articles = ['2024-06-07', '2024-06-08', '2024-06-08'].map((issueDate, n) =>
    buildArticle({ headline: `大熊猫${n}`, paragraphs: ['大熊猫今天亮相。'], issueDate }),
  )
  const { source } = createMemoryIndex(tokeniser, archiveOf(articles))
  const add = (...places: readonly number[]) =>
    source.apply(
      places.flatMap((n) => {
        const article = articles[n]
        return article ? [{ id: article.id, revision: n + 1, article, hash: `h${n}` }] : []
      }),
      articles.length,
    )
  await add(0, 1)
  const plan = planQuery(parseQuery('大熊猫', '2024-12-31').understood, tokeniser)
  const all = {}
  const totals = async () => {
    const found = []
    for (const filter of [all, { from: '2024-06-08', to: '2024-06-08' }, all])
      found.push((await source.find(plan, { filter, order: 'newest', window: { from: 0, to: 9 } })).total)
    return found
  }
  expect(await totals()).toEqual([2, 1, 2])
  await add(2)
  expect(await totals()).toEqual([3, 2, 3])
})

test('what holds less of a long query is found only where nothing holds more', async () => {
  const words = ['长江', '博物馆', '彗星', '荷花', '足球', '茶叶']
  const articleWith = (count: number) =>
    buildArticle({ headline: `杂记${count}`, paragraphs: [`${words.slice(0, count).join('。')}。`] })
  const found = async (...counts: readonly number[]) => {
    const articles = counts.map(articleWith)
    const { source } = createMemoryIndex(tokeniser, archiveOf(articles))
    await source.apply(
      articles.map((article, n) => ({ id: article.id, revision: n + 1, article, hash: `h${n}` })),
      articles.length,
    )
    const plan = planQuery(parseQuery(words.join(' '), '2024-12-31').understood, tokeniser)
    const { candidates, completeCount } = await source.find(plan, {
      filter: {},
      order: 'relevance',
      window: { from: 0, to: 9 },
    })
    const headlines = candidates.map(({ id }) => articles.find((it) => it.id === id)?.headline)
    return [completeCount, ...headlines]
  }
  expect(await found(6, 5, 2)).toEqual([1, '杂记6', '杂记5'])
  expect(await found(5, 2)).toEqual([0, '杂记5'])
  expect(await found(2)).toEqual([0, '杂记2'])
  // One that holds all is enough for no less to be looked for.
  expect(await found(6, 2)).toEqual([1, '杂记6'])
})

test('what is remembered of a plan is found anew when an article has taken the place of an older one', async () => {
  const before = buildArticle({ headline: '大熊猫', paragraphs: ['大熊猫今天亮相。'] })
  const after = { ...before, headline: '台风', paragraphs: ['台风今天登陆。'] }
  const { source } = createMemoryIndex(tokeniser, archiveOf([after]))
  const put = (article: typeof before, revision: number) =>
    source.apply([{ id: article.id, revision, article, hash: `h${revision}` }], revision)
  const plan = planQuery(parseQuery('大熊猫', '2024-12-31').understood, tokeniser)
  const filter = {}
  const total = async () =>
    (await source.find(plan, { filter, order: 'newest', window: { from: 0, to: 9 } })).total
  await put(before, 1)
  expect(await total()).toBe(1)
  await put(after, 2)
  expect(await total()).toBe(0)
  expect((await source.state()).documents).toBe(1)
  expect(await source.headlines(['大熊猫'], 9)).toEqual([])
})

test.each([
  [9, 11],
  [10, 10],
  [11, 11],
])(
  'behind %i articles that hold all of a query %i are found: those that hold some follow where ten do not',
  async (complete, found) => {
    const texts = [...Array<string>(complete).fill('长江。博物馆。'), '长江。', '博物馆。']
    const articles = texts.map((text, n) => buildArticle({ headline: `杂记${n}`, paragraphs: [text] }))
    const { source } = createMemoryIndex(tokeniser, archiveOf(articles))
    await source.apply(
      articles.map((article, n) => ({ id: article.id, revision: n + 1, article, hash: `h${n}` })),
      articles.length,
    )
    const plan = planQuery(parseQuery('长江 博物馆', '2024-12-31').understood, tokeniser)
    const { total, completeCount } = await source.find(plan, {
      filter: {},
      order: 'relevance',
      window: { from: 0, to: 20 },
    })
    expect([completeCount, total]).toEqual([complete, found])
  },
)

test('each article that comes, changes or goes is a change', async () => {
  const article = buildArticle({ headline: '大熊猫' })
  const index = createMemoryIndex(tokeniser, archiveOf([article]))
  const changes = [index.changes]
  for (const change of [
    () => index.add([article]),
    () => index.add([{ ...article, paragraphs: ['今天亮相。'] }]),
    () => index.remove([article.id]),
    () => index.remove([]),
  ]) {
    await change()
    changes.push(index.changes)
  }
  expect(changes).toEqual([0, 1, 2, 3, 3])
})
