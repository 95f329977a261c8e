import { describe, expect, test } from 'vitest'
import { articleOn as on } from '../support/build-article.ts'
import { openTestSite } from '../support/site.ts'

const many = (issueDate: string, count: number) => Array.from({ length: count }, (_, n) => on(issueDate, n))

describe('a day', () => {
  test.each([
    [119, 119, undefined],
    [120, 120, undefined],
    [121, 120, 1],
    [240, 120, 120],
  ])('of %i articles has %i on its first page, and the rest on another one', async (count, first, rest) => {
    const { read } = await openTestSite(many('2024-06-08', count))
    for (const path of ['/d/2024-06-08', `/p/${encodeURIComponent('江城日报')}/2024-06-08/01`]) {
      const { text } = await read(path)
      expect(new Set(text.match(/href="\/a\/[a-z2-7]{10}"/g)).size).toBe(first)
      expect(text.includes(`href="${path}?page=2"`)).toBe(rest !== undefined)
      const more = await read(`${path}?page=2`)
      expect(more.status).toBe(rest === undefined ? 404 : 200)
      if (rest !== undefined) {
        expect(new Set(more.text.match(/href="\/a\/[a-z2-7]{10}"/g)).size).toBe(rest)
        expect(more.text).not.toContain('page=3')
      }
    }
  })

  test('leads to the day before and after it; the first and the last lead nowhere beyond', async () => {
    const days = ['2024-06-06', '2024-06-07', '2024-06-08', '2024-06-09']
    const { read } = await openTestSite(days.flatMap((day) => many(day, 1)))
    const ways = await Promise.all(
      days.map(async (day) => {
        const { text } = await read(`/d/${day}`)
        return ['prev', 'next'].map((rel) => new RegExp(`rel="${rel}" href="/d/([^"]*)"`).exec(text)?.[1])
      }),
    )
    expect(ways).toEqual(days.map((_, at) => [days[at - 1], days[at + 1]]))
  })

  test('has pages of each paper by themselves', async () => {
    const other = on('2024-06-08', 9, { paper: '山城晚报', headline: '山城的一篇' })
    const { read } = await openTestSite([...many('2024-06-08', 2), other])
    const page = (paper: string) => read(`/p/${encodeURIComponent(paper)}/2024-06-08/01`)
    const [river, hill] = [await page('江城日报'), await page('山城晚报')]
    expect([river, hill].map(({ text }) => text.includes('山城的一篇'))).toEqual([false, true])
    expect([river, hill].map(({ text }) => text.includes('第0篇'))).toEqual([true, false])
  })
})
