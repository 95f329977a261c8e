import { expect, test } from 'vitest'
import { articleIdsOf, createEditor, type EditionRequest } from '../../src/digest/index.ts'
import type { Article } from '../../src/domain/index.ts'
import { createSearch } from '../../src/search/index.ts'
import { aSubscription } from '../support/a-subscription.ts'
import { buildArticle } from '../support/build-article.ts'
import { openTestStore, shelve } from '../support/stores.ts'
import { tokeniser } from '../support/tokeniser.ts'

const article = (headline: string, issueDate?: string, text = `${headline}，记者昨日从有关部门获悉。`) =>
  buildArticle({
    headline,
    paper: '成都日报',
    ...(issueDate !== undefined && { issueDate }),
    source: { file: `${headline}.txt`, lines: [1] },
    paragraphs: [text],
  })
const newest = [article('地铁新线通车', '2024-06-09'), article('球队主场夺冠', '2024-06-09')]
const older = [article('博物馆延时开放', '2024-05-02'), article('球队客场取胜', '2023-06-10')]
const SUBSCRIPTION = aSubscription()
const undated = article('公园赏花指南')

async function open(articles: readonly Article[] = [...newest, ...older, undated]) {
  const store = await openTestStore()
  await shelve(store, articles)
  const search = createSearch(tokeniser, store.archive)
  await search.add(articles)
  const editor = createEditor({ archive: store.archive, search })
  return async (given: Partial<EditionRequest> & { readonly topics?: readonly string[] } = {}) =>
    editor.prepare({
      subscription: { ...SUBSCRIPTION, topics: given.topics ?? [] },
      shown: new Set(),
      today: '2026-06-10',
      ...given,
    })
}
const ids = (...some: readonly Article[]) => new Set(some.map(({ id }) => id))

test('first the newest issue, then day by day all else, once each, then a new round', async () => {
  const prepare = await open()
  let shown = new Set<string>()
  const given: (readonly [string, boolean, ReadonlySet<string>])[] = []
  for (let day = 0; day < 5; day++) {
    const edition = await prepare({ shown })
    if (!edition) break
    if (edition.startsOver) shown = new Set()
    const now = articleIdsOf(edition.digest)
    given.push([edition.kind, edition.startsOver, new Set(now)])
    for (const id of now) shown.add(id)
  }
  const [first, second, ...others] = given
  expect(first).toEqual(['newestIssue', false, ids(...newest)])
  expect(second).toEqual(['onThisDay', false, ids(...older.slice(1))])
  expect(others).toHaveLength(3)
  expect(others).toContainEqual(['fromTheArchive', false, ids(undated)])
  expect(others).toContainEqual(['fromTheArchive', false, ids(...older.slice(0, 1))])
  expect(others[2]).toEqual(['fromTheArchive', true, ids(...newest)])
})

test('topics choose within the newest issue, and each story tells for which', async () => {
  const prepare = await open()
  const edition = await prepare({ topics: ['球队'] })
  expect(edition).toMatchObject({
    kind: 'newestIssue',
    digest: { date: '2024-06-09', sections: [{ stories: [{ headline: '球队主场夺冠', topics: ['球队'] }] }] },
  })
})

test('where the newest issue has nothing of the topics, it is the archive that is asked', async () => {
  const prepare = await open()
  const edition = await prepare({ topics: ['博物馆'] })
  expect(edition && new Set(articleIdsOf(edition.digest))).toEqual(ids(...older.slice(0, 1)))
})

test.each([
  ['nothing is new and no more is wanted', ['球队'], true, ids(...newest)],
  ['nothing new is of the topics and no more is wanted', ['博物馆'], true, ids()],
  ['nothing at all is of the topics', ['航天'], false, ids()],
])('there is none where %s', async (_case, topics, skipWhenEmpty, shown) => {
  const prepare = await open()
  expect(
    await prepare({ subscription: { ...SUBSCRIPTION, topics, length: 'short', skipWhenEmpty }, shown }),
  ).toBeUndefined()
})

test('chats that want another length have digests of their own, asked for one after the other', async () => {
  const names = ['地铁新线', '龙舟竞渡', '书展开幕', '水库蓄水', '球队夺冠', '新桥合龙', '秋粮丰收']
  const prepare = await open(names.map((name) => article(name, '2024-06-09', `${name}。`.repeat(4))))
  const stories = async (length: 'short' | 'normal') =>
    (await prepare({ subscription: { ...SUBSCRIPTION, length } }))?.digest.sections.flatMap(
      (it) => it.stories,
    ).length
  expect([await stories('short'), await stories('normal'), await stories('short')]).toEqual([5, 7, 5])
})

test('there is none of an empty archive', async () => {
  const prepare = await open([])
  expect(await prepare()).toBeUndefined()
})
