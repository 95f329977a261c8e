import { beforeEach, describe, expect, test } from 'vitest'
import type { Article } from '../../../src/domain/index.ts'
import type { Archive, Store } from '../../../src/store/index.ts'
import { anArticle } from '../../support/articles.ts'
import { shelve } from '../../support/stores.ts'
import type { OpenContractStore } from './open-contract-store.ts'

/** What every store keeps to, whatever database is below it. */
export const archiveContract = (openStore: OpenContractStore) =>
  describe('Archive', () => {
    let store: Store
    let archive: Archive
    beforeEach(async () => {
      store = await openStore()
      archive = store.archive
    })

    const headlinesOf = (articles: readonly Article[]) => articles.map(({ headline }) => headline)
    test('tells the ids of every day, newest first, undated ones last', async () => {
      const [a, b, c, d] = ['2024-06-08', undefined, '2024-06-08', '2023-01-01'].map((issueDate, n) =>
        anArticle({
          headline: `第${n}篇`,
          ...(issueDate !== undefined && { issueDate }),
          source: { file: `${n}.txt`, lines: [1] },
        }),
      )
      expect(await archive.idsByDay()).toEqual([])
      if (a && b && c && d) await shelve(store, [a, b, c, d])
      expect(await archive.idsByDay()).toEqual([
        {
          issueDate: '2024-06-08',
          ids: expect.toSatisfy((ids) => ids.length === 2 && ids.includes(a?.id) && ids.includes(c?.id)),
        },
        { issueDate: '2023-01-01', ids: [d?.id] },
        { ids: [b?.id] },
      ])
    })

    test('lists what readers reported first, then the doubtful, the least certain first', async () => {
      const article = (headline: string, borders?: number) =>
        anArticle({
          headline,
          source: { file: `${headline}.txt`, lines: [1] },
          ...(borders !== undefined && { confidence: { borders, headline: 0.5 } }),
        })
      const [cut, sure, odd, odder, wrong] = [
        article('源头分好'),
        article('有把握', 0.9),
        article('可疑', 0.5),
        article('更可疑', 0.1),
        article('有人说错', 1),
      ]
      await shelve(store, [cut, sure, odd, odder, wrong])
      await store.doubts.report(wrong.id, 7, 9)
      await store.doubts.report(wrong.id, 8, 9)
      await store.doubts.report(odd.id, 8, 9)
      await store.doubts.report('aaaaaaaaaa', 8, 9)
      const listed = await store.doubts.list(9)
      expect(listed.map((it) => [it.article.headline, it.certainty, it.reports])).toEqual([
        ['有人说错', 0.5, 2],
        ['可疑', 0.25, 1],
        ['更可疑', 0.05, 0],
      ])
      expect(await store.doubts.list(1)).toEqual(listed.slice(0, 1))
      expect(await store.doubts.counts()).toEqual({ doubtful: 2, reported: 2 })
    })

    const leafThrough = async (filter = {}) =>
      headlinesOf((await archive.browse({ offset: 0, limit: 100, ...filter })).articles)

    test('gives back what was put in, in the order asked for', async () => {
      const [first, second] = [anArticle({ headline: '甲' }), anArticle({ headline: '乙' })]
      await shelve(store, [first, second])
      expect(await archive.get(first.id)).toEqual(first)
      expect(await archive.getMany([second.id, 'aaaaaaaaaa', first.id])).toEqual([second, undefined, first])
      expect(await archive.getMany([])).toEqual([])
    })

    test('keeps any text as it is, also what no page should hold', async () => {
      const article = anArticle({ headline: '甲\u0000乙 \ud800 𠮷 "\\', paragraphs: ['\n\u2028'] })
      await shelve(store, [article])
      expect(await archive.get(article.id)).toEqual(article)
    })

    test('tells which archive it is, and its latest change', async () => {
      const before = await archive.state()
      await shelve(store, [anArticle({ headline: '甲' }), anArticle({ headline: '乙' })])
      expect(await archive.state()).toEqual({ archive: before.archive, revision: 2 })
      const other = await openStore()
      expect(await other.archive.state()).not.toMatchObject({ archive: before.archive })
    })

    const papers = [
      anArticle({ headline: '无日期' }),
      anArticle({ headline: '旧', issueDate: '2023-03-20', page: '03', section: '要闻' }),
      anArticle({ headline: '新十版', issueDate: '2024-06-08', page: '10', section: '体育' }),
      anArticle({ headline: '新二版乙', issueDate: '2024-06-08', page: '2', section: '要闻' }),
      anArticle({ headline: '新二版甲', issueDate: '2024-06-08', page: '2', section: '要闻' }),
      anArticle({ headline: '晚报', issueDate: '2024-06-08', page: '1', paper: '晚报' }),
    ]

    test('is leafed through from the newest issue, page by page, undated articles last', async () => {
      await shelve(store, papers)
      expect(await leafThrough()).toEqual(['新二版乙', '新二版甲', '新十版', '晚报', '旧', '无日期'])
      const page = await archive.browse({ offset: 1, limit: 2 })
      expect(headlinesOf(page.articles)).toEqual(['新二版甲', '新十版'])
      expect(page.total).toBe(6)
    })

    test.each([
      ['a day', { from: '2023-03-20', to: '2023-03-20' }, ['旧']],
      ['all from a day on', { from: '2024-01-01' }, ['新二版乙', '新二版甲', '新十版', '晚报']],
      ['all up to a day, which leaves out what has no date', { to: '2023-12-31' }, ['旧']],
      ['a paper', { paper: '晚报' }, ['晚报']],
      ['a page, however many zeros stand before it', { page: '3' }, ['旧']],
      ['a section of a day', { section: '要闻', from: '2024-06-08' }, ['新二版乙', '新二版甲']],
      ['nothing', { section: '天气' }, []],
    ])('can be narrowed to %s', async (_what, filter, expected) => {
      await shelve(store, papers)
      expect(await leafThrough(filter)).toEqual(expected)
      expect((await archive.browse({ offset: 0, limit: 0, ...filter })).total).toBe(expected.length)
    })

    test('lists issues, newest first, with their pages in order', async () => {
      await shelve(store, papers)
      expect(await archive.issues({ offset: 0, limit: 9 })).toEqual([
        { issueDate: '2024-06-08', articles: 3, pages: ['2', '10'] },
        { issueDate: '2024-06-08', paper: '晚报', articles: 1, pages: ['1'] },
        { issueDate: '2023-03-20', articles: 1, pages: ['03'] },
        { articles: 1, pages: [] },
      ])
      expect(await archive.issues({ offset: 2, limit: 1 })).toMatchObject([{ issueDate: '2023-03-20' }])
    })

    test('names its days, newest first', async () => {
      await shelve(store, papers)
      expect(await archive.days()).toEqual([
        { day: '2024-06-08', articles: 4 },
        { day: '2023-03-20', articles: 1 },
      ])
    })

    test('counts sections, the largest first', async () => {
      await shelve(store, papers)
      expect(await archive.sections({})).toEqual([
        { section: '要闻', articles: 3 },
        { section: '体育', articles: 1 },
      ])
      expect(await archive.sections({ page: '10' })).toEqual([{ section: '体育', articles: 1 }])
    })

    test('knows what stands before and after an article, on its page and in its issue', async () => {
      await shelve(store, papers)
      const [undated, , ten, first, second] = papers.map(({ id }) => id)
      expect(await archive.neighbours(second ?? '')).toEqual({
        previousOnPage: first,
        previousInIssue: first,
        nextInIssue: ten,
      })
      expect(await archive.neighbours(first ?? '')).toEqual({ nextOnPage: second, nextInIssue: second })
      expect(await archive.neighbours(undated ?? '')).toEqual({})
      expect(await archive.neighbours('aaaaaaaaaa')).toEqual({})
    })

    test('counts what it holds', async () => {
      expect(await archive.size()).toEqual({ files: 0, pages: 0, articles: 0 })
      await shelve(store, papers)
      expect(await archive.size()).toEqual({ files: 1, pages: 1, articles: 6 })
    })
  })
