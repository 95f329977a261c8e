import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Archive, createMemoryArchive } from '../../src/store/index.ts'
import { anArticle } from '../support/articles.ts'

describe.each([['memory', () => createMemoryArchive()]])('Archive in %s', (_name, open) => {
  let archive: Archive
  beforeEach(() => {
    archive = open()
  })
  afterEach(() => archive.close())

  const leafThrough = async () => {
    const { articles } = await archive.browse({ offset: 0, limit: 100 })
    return articles.map(({ headline }) => headline)
  }

  test('gives back what was put in, in the order asked for', async () => {
    const [first, second] = [anArticle({ headline: '甲' }), anArticle({ headline: '乙' })]
    await archive.put([first, second])
    expect(await archive.get(first.id)).toEqual(first)
    expect(await archive.getMany([second.id, 'aaaaaaaaaa', first.id])).toEqual([second, undefined, first])
  })

  test('an article put in again takes the place of the older one', async () => {
    const article = anArticle()
    await archive.put([article])
    await archive.put([{ ...article, section: '要闻' }])
    expect(await archive.browse({ offset: 0, limit: 9 })).toMatchObject({
      total: 1,
      articles: [{ section: '要闻' }],
    })
  })

  test('what is removed is gone, and removing nothing is no error', async () => {
    const article = anArticle()
    await archive.put([article])
    await archive.remove([article.id, 'aaaaaaaaaa'])
    expect(await archive.get(article.id)).toBeUndefined()
    expect(await archive.browse({ offset: 0, limit: 9 })).toEqual({ total: 0, articles: [] })
  })

  test('is leafed through from the newest issue, page by page, undated articles last', async () => {
    await archive.put([
      anArticle({ headline: '无日期' }),
      anArticle({ headline: '旧', issueDate: '2023-03-20', page: '03' }),
      anArticle({ headline: '新十版', issueDate: '2024-06-08', page: '10' }),
      anArticle({ headline: '新二版乙', issueDate: '2024-06-08', page: '2' }),
      anArticle({ headline: '新二版甲', issueDate: '2024-06-08', page: '2' }),
    ])
    expect(await leafThrough()).toEqual(['新二版乙', '新二版甲', '新十版', '旧', '无日期'])
    const page = await archive.browse({ offset: 1, limit: 2 })
    expect(page.articles.map(({ headline }) => headline)).toEqual(['新二版甲', '新十版'])
  })
})
