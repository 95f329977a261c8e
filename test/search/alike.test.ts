import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DIMENSIONS, dotProduct } from '../../src/language/index.ts'
import { createSearch, type SearchEngine, type SearchOptions } from '../../src/search/index.ts'
import { createHeadlineVectors } from '../../src/search/term-index/headline-vectors.ts'
import { buildArticle } from '../support/build-article.ts'
import { archiveOf } from '../support/seed-articles.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { tokeniser } from '../support/tokeniser.ts'

const articles = [
  { headline: '楼市价格走低', issueDate: '2024-06-08', section: '财经' },
  { headline: '燃油车提价', issueDate: '2024-06-07', section: '本市' },
  { headline: '婴儿发热如何护理', issueDate: '2024-06-06', section: '健康' },
  { headline: '博物馆开馆', issueDate: '2024-06-05', section: '文化' },
].map(buildArticle)

async function open(): Promise<SearchEngine> {
  const search = createSearch(tokeniser, archiveOf(articles))
  await search.add(articles)
  return search
}

const headlines = async (search: SearchEngine, query: string, options?: SearchOptions) =>
  (await search.search(query, options)).hits.map((it) => it.article.headline)

describe('what the words do not find', () => {
  test.each([
    ['房价 下跌', '楼市价格走低'],
    ['汽车 涨价', '燃油车提价'],
    ['宝宝发烧', '婴儿发热如何护理'],
  ])('%s is found by a headline that means nearly the same, and that is told', async (query, headline) => {
    const { hits, total, relaxed } = await (await open()).search(query)
    expect(hits.map((it) => it.article.headline)).toEqual([headline])
    expect(total).toBe(1)
    expect(relaxed).toEqual([{ kind: 'alike', only: true }])
    expect(hits[0]?.score).toBeGreaterThan(0)
  })

  test.each([
    ['in quotes', '"房价" "下跌"'],
    ['in one field', '标题:房价 标题:下跌'],
    ['one of two', '房价 OR 下跌'],
    ['without something', '房价 下跌 -广告'],
    ['of one word', '屏风'],
    ['of numbers and letters', '4711 zqxj'],
    ['of characters that are no words', '罄 竹 髹'],
    ['of words that nothing is like', '火山 望远镜'],
  ])('is not looked for by what it means if it is asked for %s', async (_, query) => {
    expect(await (await open()).search(query)).toMatchObject({ total: 0, relaxed: [] })
  })

  test('is looked for among what passes the filters, in order of relevance only', async () => {
    const search = await open()
    const query = '房价 下跌'
    expect(await headlines(search, query, { filter: { section: '财经' } })).toEqual(['楼市价格走低'])
    expect(await headlines(search, query, { filter: { section: '文化' } })).toEqual([])
    expect(await headlines(search, `${query} 日期:2024-06-07`)).toEqual([])
    expect(await headlines(search, query, { order: 'newest' })).toEqual([])
  })

  test('is not looked for where an article holds everything', async () => {
    const holder = buildArticle({ headline: '简讯', paragraphs: ['房价下跌。'] })
    const search = createSearch(tokeniser, archiveOf([...articles, holder]))
    await search.add([...articles, holder])
    expect(await search.search('房价 下跌')).toMatchObject({ total: 1, relaxed: [] })
  })

  describe('where articles hold some of the words', () => {
    const some = ['市场观察', '读者来信'].map((headline) =>
      buildArticle({ headline, paragraphs: ['夜晚的图书馆如何，众说不一。'] }),
    )
    const openWith = async (...more: readonly string[]) => {
      const all = [...articles, ...some, ...more.map((headline) => buildArticle({ headline }))]
      const search = createSearch(tokeniser, archiveOf(all))
      await search.add(all)
      return search
    }

    test('is found too if a headline says some and means the rest', async () => {
      const search = await openWith('图书馆夜间开门时间加长')
      const { hits, total, relaxed } = await search.search('图书馆 夜晚 延时')
      expect(relaxed).toEqual([
        { kind: 'someWords', complete: 0, missing: ['延时'] },
        { kind: 'alike', only: false },
      ])
      expect(hits[0]?.article.headline).toBe('图书馆夜间开门时间加长')
      expect(total).toBe(hits.length)
    })

    test('is not looked for in headlines that mean something else', async () => {
      const { hits, relaxed } = await (await openWith()).search('图书馆 夜晚 延时')
      expect(relaxed).toEqual([{ kind: 'someWords', complete: 0, missing: ['延时'] }])
      expect(hits).toHaveLength(some.length)
    })

    test('is put in order by: the likest come first', async () => {
      const more = ['住房价格走低', '楼下的猫'].map((headline) =>
        buildArticle({ headline, paragraphs: ['房价如何，众说不一。'] }),
      )
      const search = createSearch(tokeniser, archiveOf([...articles, ...more]))
      await search.add([...articles, ...more])
      expect((await headlines(search, '房价 下跌'))[0]).toBe('住房价格走低')
    })

    test('comes on one page only, in one order', async () => {
      const search = await openWith('图书馆夜间开门时间加长', '图书馆傍晚开放', '夜市延长')
      const query = '图书馆 夜晚 延时'
      const all = await headlines(search, query)
      expect(new Set(all).size).toBe(all.length)
      const pages = await Promise.all(all.map((_, offset) => headlines(search, query, { offset, limit: 1 })))
      expect(pages.flat()).toEqual(all)
    })
  })

  test('is read for what its headline means though others hold the words in less text', async () => {
    const short = Array.from({ length: 30 }, (_, i) =>
      buildArticle({ headline: `读者来信之${i}`, paragraphs: ['房价如何？'] }),
    )
    const likest = buildArticle({
      // No character of the query.
      headline: '楼市走低',
      paragraphs: [`房价如何，众说不一。${'河边的柳树发了新芽。'.repeat(20)}`],
    })
    const search = createSearch(tokeniser, archiveOf([...short, likest]))
    await search.add([...short, likest])
    expect(await headlines(search, '房价 下跌', { limit: 1 })).toEqual(['楼市走低'])
  })

  test('is kept in a snapshot, and gone with its article', async () => {
    const search = await open()
    const file = join(temporaryFolder(), 'index')
    const state = { archive: 'a', revision: 1 }
    await search.save(file, state)
    const again = createSearch(tokeniser, archiveOf(articles))
    await again.load(file, state)
    expect(await again.search('房价 下跌')).toEqual(await search.search('房价 下跌'))
    await again.remove([articles[0]?.id ?? ''])
    expect(await again.search('房价 下跌')).toMatchObject({ total: 0 })
  })
})

const anyVector = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: DIMENSIONS, maxLength: DIMENSIONS })
  .filter((it) => it.some((value) => Math.abs(value) > 0.01))
  .map((values) => {
    const length = Math.hypot(...values)
    return Float32Array.from(values, (it) => it / length)
  })

test('vectors of headlines tell the cosine to a hundredth or two, and the nearest are those of all', () => {
  fc.assert(
    fc.property(fc.array(anyVector, { minLength: 1, maxLength: 20 }), anyVector, (vectors, asked) => {
      const meanings = createHeadlineVectors()
      for (const [document, it] of vectors.entries()) meanings.set(document, it)
      const cosine = (document: number) => meanings.cosine(document, asked)
      for (const [document, it] of vectors.entries())
        expect(Math.abs(cosine(document) - dotProduct(it, asked))).toBeLessThan(0.02)
      const passes = (document: number) => document % 3 !== 1
      const expected = [...vectors.keys()].filter((it) => passes(it) && cosine(it) >= 0.1)
      const nearest = meanings.nearest(asked, { limit: 4, least: 0.1, passes })
      expect(nearest.map((it) => it.cosine)).toEqual(
        expected
          .map(cosine)
          .toSorted((a, b) => b - a)
          .slice(0, 4),
      )
      meanings.set(vectors.length, undefined)
      meanings.remove(0)
      expect(cosine(0)).toBe(0)
      expect(cosine(vectors.length)).toBe(0)
    }),
  )
})
