import { describe, expect, test } from 'vitest'
import { createSearch } from '../../../src/search/index.ts'
import { recencyOf } from '../../../src/search/ranking/recency.ts'
import { buildArticle } from '../../support/build-article.ts'
import { archiveOf } from '../../support/seed-articles.ts'
import { tokeniser } from '../../support/tokeniser.ts'

const complete = true
const on = (...dates: readonly number[]) => dates.map((date) => ({ date, complete }))
/** So many days of June of a year. */
const juneOf = (year: number, days: number) =>
  on(...Array.from({ length: days }, (_, i) => year * 10_000 + 601 + i))

describe('the prior for what is new', () => {
  test('is highest for the newest article of what comes every June, and nearly nothing a year before', () => {
    const recency = recencyOf([...juneOf(2022, 8), ...juneOf(2023, 8)])
    expect(recency({ date: 20230608 })).toBeCloseTo(1.4, 5)
    expect(recency({ date: 20230601 })).toBeGreaterThan(1.38)
    expect(recency({ date: 20220608 })).toBeLessThan(1.06)
    expect(recency({ date: 0 })).toBe(1)
  })

  test('knows a season that lies around the new year', () => {
    const recency = recencyOf(
      on(
        ...[2021, 2022].flatMap((y) => [1215, 1220, 1226, 1230].map((it) => y * 10_000 + it)),
        ...[2022, 2023].flatMap((y) => [105, 110, 115, 120].map((it) => y * 10_000 + it)),
      ),
    )
    expect(recency({ date: 20230120 })).toBeCloseTo(1.4, 5)
    expect(recency({ date: 20220120 })).toBeLessThan(1.06)
  })

  test.each([
    ['happened once', juneOf(2022, 16)],
    [
      'is in the news all year',
      on(
        ...[2022, 2023].flatMap((y) => Array.from({ length: 12 }, (_, i) => y * 10_000 + 100 * (i + 1) + 15)),
      ),
    ],
    ['went on for a little after its season', [...juneOf(2022, 20), ...juneOf(2023, 2)]],
    [
      'is told of out of its season the year after',
      [...juneOf(2022, 20), ...on(20231005, 20231006, 20231007, 20231008, 20231009, 20231010)],
    ],
    ['few articles tell of', [...juneOf(2022, 4), ...juneOf(2023, 4)]],
    [
      'no article tells of in full',
      [...juneOf(2022, 8), ...juneOf(2023, 8)].map(({ date }) => ({ date, complete: false })),
    ],
    ['has no days', on(...Array.from({ length: 20 }, () => 0))],
  ])('is none for what %s', (_, candidates) => {
    expect(recencyOf(candidates)({ date: 20230608 })).toBe(1)
  })

  test('is one for any topic whose newest articles are asked for', () => {
    const recency = recencyOf(on(20220101, 20231231), true)
    expect(recency({ date: 20231231 })).toBeCloseTo(1.8, 5)
    expect(recency({ date: 20230704 })).toBeCloseTo(1 + 0.8 / Math.E, 5)
    expect(recency({ date: 20220101 })).toBeLessThan(1.02)
    expect(recencyOf(on(0, 0), true)({ date: 0 })).toBe(1)
  })
})

test('the newest leads where it is asked for, on a later page, too', async () => {
  const built = Array.from({ length: 12 }, (_, i) =>
    buildArticle({
      headline: `商场里的电梯 之${i}`,
      issueDate: `${2012 + i}-${String(1 + i).padStart(2, '0')}-03`,
      // The older say it more often.
      paragraphs: [`电梯${'，电梯'.repeat(12 - i)}${'，楼道'.repeat(i)}。`],
    }),
  )
  const search = createSearch(tokeniser, archiveOf(built))
  await search.add(built)
  const yearsOf = async (query: string, offset = 0) =>
    (await search.search(query, { limit: 3, offset })).hits.map(({ article }) =>
      Number(article.issueDate?.slice(0, 4)),
    )
  expect(await yearsOf('电梯')).toEqual([2012, 2013, 2014])
  expect(await yearsOf('电梯最新消息')).toEqual([2023, 2022, 2012])
  expect(await yearsOf('电梯最新消息', 3)).toEqual([2013, 2014, 2015])
})

test('the latest occasion of a festival leads, and the newest article of a name does not', async () => {
  const days = [2022, 2023].flatMap((year) =>
    Array.from({ length: 8 }, (_, i) => [year, `${year}-06-0${i + 1}`] as const),
  )
  const festival = days.map(([year, issueDate]) =>
    // The older ones say it in fewer words, which is what counts without the prior.
    buildArticle({
      headline: year === 2022 ? `各地欢度端午${issueDate}` : `各地百姓欢度端午${issueDate}`,
      issueDate,
    }),
  )
  const name = Array.from({ length: 24 }, (_, i) => {
    const year = i < 12 ? 2022 : 2023
    const issueDate = `${year}-${String((i % 12) + 1).padStart(2, '0')}-15`
    return buildArticle({
      headline: year === 2022 ? `各地来到敦煌${issueDate}` : `各地百姓来到敦煌${issueDate}`,
      issueDate,
    })
  })
  const articles = [...festival, ...name]
  const search = createSearch(tokeniser, archiveOf(articles))
  await search.add(articles)
  const yearOfFirst = async (query: string) =>
    (await search.search(query)).hits[0]?.article.issueDate?.slice(0, 4)
  expect(await yearOfFirst('端午')).toBe('2023')
  expect(await yearOfFirst('敦煌')).toBe('2022')
})
