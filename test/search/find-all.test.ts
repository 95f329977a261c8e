import { expect, test } from 'vitest'
import { createSearch } from '../../src/search/index.ts'
import { buildArticle } from '../support/build-article.ts'
import { archiveOf } from '../support/seed-articles.ts'
import { tokeniser } from '../support/tokeniser.ts'

async function open(...given: readonly (readonly [day: string | undefined, text: string])[]) {
  const articles = given.map(([issueDate, text], n) =>
    buildArticle({ headline: `第${n}篇`, paragraphs: [text], ...(issueDate && { issueDate }) }),
  )
  const search = createSearch(tokeniser, archiveOf(articles))
  await search.add(articles)
  const numbers = new Map(articles.map(({ id }, n) => [id, n]))
  return async (query: string, today = '2024-06-12') => {
    const found = await search.findAll(query, { today })
    return { ...found, numbers: found.articles.map(({ id }) => numbers.get(id)) }
  }
}

test('all are counted that hold the whole of it, by day, and none that holds some', async () => {
  const find = await open(
    ['2024-06-09', '渡轮在码头。'],
    ['2024-06-08', '渡轮停了，码头空了。'],
    ['2024-06-07', '渡轮。'],
    ['2024-06-07', '码头。'],
    [undefined, '码头没有渡轮。'],
  )
  expect(await find('渡轮 码头')).toMatchObject({ numbers: [1, 0, 4], isByWords: false })
  expect((await find('渡轮 码头 火山')).numbers).toEqual([])
  expect((await find('渡轮 -码头')).numbers).toEqual([2])
})

test('a topic of several words is looked for as it was typed, and by its words if it stands nowhere', async () => {
  const find = await open(
    ['2024-06-07', '发展数字经济。'],
    ['2024-06-08', '经济要看数字。'],
    ['2024-06-09', '城市的雨水，花园。'],
  )
  expect(await find('数字经济')).toMatchObject({ numbers: [0], isByWords: false })
  expect(await find('城市花园')).toMatchObject({ numbers: [2], isByWords: true })
  expect(await find('城市 花园')).toMatchObject({ numbers: [2], isByWords: false })
})

test('what goes by several names is counted under all of them, and told', async () => {
  const find = await open(['2024-06-07', '发改委发出通知。'], ['2024-06-08', '国家发展改革委发出通知。'])
  expect(await find('发改委')).toMatchObject({
    numbers: [0, 1],
    otherNames: [{ text: '发改委', names: expect.arrayContaining(['国家发展改革委']) }],
  })
  expect((await find('国家发展改革委')).numbers).toEqual([0, 1])
})

test('days that are named narrow what is counted, an alternative to days does not', async () => {
  const find = await open(['2024-06-08', '渡轮。'], ['2024-05-08', '渡轮。'], ['2024-05-09', '台风。'])
  expect(await find('渡轮 6月')).toMatchObject({
    numbers: [0],
    topic: { filter: { from: '2024-06-01', to: '2024-06-30' } },
  })
  expect((await find('6月 OR 台风')).numbers).toEqual(expect.arrayContaining([0, 2]))
  expect((await find('6月 OR 台风')).topic.filter).toEqual({})
})

test('who asks nothing is counted nothing', async () => {
  const find = await open(['2024-06-08', '渡轮。'])
  expect(await find('！')).toMatchObject({ numbers: [], problems: [{ kind: 'nothingAsked' }] })
})

test('all are counted, however many they are', async () => {
  const find = await open(
    ...Array.from({ length: 1100 }, (_, n) => [`20${10 + (n % 10)}-06-08`, `渡轮${n}`] as const),
  )
  expect((await find('渡轮')).articles).toHaveLength(1100)
})

test('this year and last year of an archive that ended long ago are its own', async () => {
  const find = await open(['2021-05-01', '渡轮。'], ['2022-03-01', '渡轮。'], ['2022-06-01', '渡轮。'])
  expect((await find('渡轮 今年', '2026-01-02')).numbers).toEqual([1, 2])
  expect((await find('渡轮 去年', '2026-01-02')).numbers).toEqual([0])
  expect((await find('渡轮 去年', '2022-12-01')).numbers).toEqual([0])
  expect((await find('渡轮 2025年', '2026-01-02')).numbers).toEqual([])
})
