import { beforeAll, describe, expect, test } from 'vitest'
import { createSearch, type SearchEngine } from '../../src/search/index.ts'
import { buildArticle } from '../support/build-article.ts'
import { archiveOf, readSeedArticles } from '../support/seed-articles.ts'
import { tokeniser } from '../support/tokeniser.ts'

describe('over the seed pages', () => {
  let search: SearchEngine
  beforeAll(async () => {
    const articles = await readSeedArticles()
    search = createSearch(tokeniser, archiveOf(articles))
    await search.add(articles)
  })

  test.each([
    ['艾瑞克·森超', '国际大体联秘书长兑现承诺'],
    ['残疾人 意外险', '成都为全市残疾人购买意外伤害保险'],
    ['中欧班列', '以高水平开放推动高质量发展'],
    ['李德仁', '创造出无愧时代、不负人民的新业绩'],
    ['数字经济 目标', '成都明确今年数字经济发展目标'],
    ['成都大運會博物館', '国际大体联秘书长兑现承诺'],
  ])('%s finds the article first', async (query, headline) => {
    const { hits } = await search.search(query)
    expect(hits[0]?.article.headline).toContain(headline)
    expect(hits[0]?.excerpts[0]?.highlights).not.toEqual([])
  })

  test('a word that occurs nowhere finds nothing', async () => {
    expect(await search.search('魑魅魍魉')).toMatchObject({ total: 0, hits: [] })
  })

  test('marks what was asked for in Traditional characters', async () => {
    const { hits } = await search.search('大運會')
    const [excerpt] = hits[0]?.excerpts ?? []
    const marked = excerpt?.highlights.map((range) => excerpt.text.slice(...range))
    expect(marked).toContain('大运会')
  })
})

describe('over articles made for the case', () => {
  const open = async (articles: Parameters<typeof buildArticle>[0][]) => {
    const built = articles.map(buildArticle)
    const search = createSearch(tokeniser, archiveOf(built))
    await search.add(built)
    return { search, built }
  }
  const headlines = async (search: SearchEngine, query: string) =>
    (await search.search(query)).hits.map((it) => it.article.headline)

  test('a single character finds the words that hold it', async () => {
    const { search } = await open([{ headline: '甲', paragraphs: ['他们都知道。'] }, { headline: '乙' }])
    expect(await headlines(search, '知')).toEqual(['甲'])
  })

  test('newer comes first among equals', async () => {
    const { search } = await open([
      { headline: '长江', issueDate: '2024-01-01' },
      { headline: '长江', issueDate: '2024-01-02' },
    ])
    const { hits } = await search.search('长江')
    expect(hits.map((it) => it.article.issueDate)).toEqual(['2024-01-02', '2024-01-01'])
  })

  test('a removed article is found no more, a replaced one once', async () => {
    const { search, built } = await open([{ headline: '长江水利' }, { headline: '长江大桥' }])
    await search.remove([built[0]?.id ?? ''])
    await search.add(built.slice(1))
    expect(search.size).toBe(1)
    expect(await headlines(search, '长江')).toEqual(['长江大桥'])
  })
})
