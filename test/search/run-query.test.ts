import { describe, expect, test } from 'vitest'
import { createSearch, type SearchEngine, type SearchOptions } from '../../src/search/index.ts'
import { buildArticle } from '../support/build-article.ts'
import { archiveOf } from '../support/seed-articles.ts'
import { tokeniser } from '../support/tokeniser.ts'

async function open(...articles: Parameters<typeof buildArticle>[0][]): Promise<SearchEngine> {
  const built = articles.map(buildArticle)
  const search = createSearch(tokeniser, archiveOf(built))
  await search.add(built)
  return search
}

async function headlines(search: SearchEngine, query: string, options?: SearchOptions) {
  return (await search.search(query, options)).hits.map((it) => it.article.headline)
}

const opening = { headline: '大运会开幕', issueDate: '2023-07-28', paragraphs: ['成都举行大运会开幕式。'] }
const closing = { headline: '大运会闭幕', issueDate: '2023-08-08', paragraphs: ['成都举行大运会闭幕式。'] }
const museum = {
  headline: '博物馆开馆',
  issueDate: '2024-06-08',
  byline: ['杨帆'],
  section: '要闻',
  page: '03',
  paper: '成都日报',
  paragraphs: ['去年的大运会留下了博物馆。'],
}
const undated = { headline: '大运会回顾' }

describe('the query language', () => {
  test.each([
    ['大运会 -闭幕', ['大运会回顾', '大运会开幕', '博物馆开馆']],
    ['开幕 OR 开馆', ['大运会开幕', '博物馆开馆']],
    ['"大运会开幕式"', ['大运会开幕']],
    ['标题:博物馆', ['博物馆开馆']],
    ['标题:留下', []],
    ['记者:杨帆', ['博物馆开馆']],
    ['版:3', ['博物馆开馆']],
    ['栏目:要闻 大运会', ['博物馆开馆']],
    ['报:成都日报', ['博物馆开馆']],
    ['2023-07', ['大运会开幕']],
    ['2023-07..2023-08', ['大运会闭幕', '大运会开幕']],
    ['大运会 日期:2024-06-08', ['博物馆开馆']],
  ])('%s', async (query, expected) => {
    const search = await open(opening, closing, museum, undated)
    const found = await headlines(search, query)
    expect(found.toSorted()).toEqual(expected.toSorted())
  })

  describe('of many words one alone', () => {
    const words = ['熊猫', '长江大桥', '火锅', '琵琶']
    const ofOne = words.map((it) => ({ headline: it }))
    const ofThree = { headline: '游记', paragraphs: ['熊猫和长江大桥、火锅。'] }

    test('is no hit beside an article that holds more', async () => {
      const search = await open(...ofOne, ofThree)
      expect(await headlines(search, words.join(' '))).toEqual(['游记'])
    })

    test('is one if nothing holds more', async () => {
      const search = await open(...ofOne)
      expect((await headlines(search, words.join(' '))).toSorted()).toEqual(words.toSorted())
    })

    test('is one in a question, in which any word may only ask', async () => {
      const search = await open(...ofOne, ofThree)
      expect(await headlines(search, `请问 ${words.join(' ')}`)).toContain('琵琶')
    })
  })

  test('去年 means the days of last year, and the word where those hold nothing', async () => {
    const search = await open(opening, museum)
    expect(await headlines(search, '大运会 去年', { today: '2024-06-09' })).toEqual(['大运会开幕'])
    const later = await search.search('大运会 去年', { today: '2030-01-01' })
    expect(later.hits[0]?.article.headline).toBe('博物馆开馆')
    expect(later.relaxed[0]).toEqual({ kind: 'dateAsWord', texts: ['去年'] })
  })

  test('6月 means an issue of June or the words', async () => {
    const search = await open(museum, {
      headline: '预告',
      issueDate: '2024-05-01',
      paragraphs: ['6月开馆。'],
    })
    expect((await headlines(search, '6月', { today: '2024-06-09' })).toSorted()).toEqual([
      '博物馆开馆',
      '预告',
    ])
  })
})

describe('a verb of one character', () => {
  const report = { headline: '加沙地带遭空袭', paragraphs: ['至少24人遇难。'] }

  test('is no part of a name beside a question word', async () => {
    expect(await headlines(await open(report), '加沙死了多少人')).toEqual(['加沙地带遭空袭'])
  })

  test('is one elsewhere, and so is what is no verb', async () => {
    const search = await open(report)
    expect(await headlines(search, '加沙死')).toEqual([])
    expect(await headlines(search, '加沙猫是什么')).toEqual([])
  })
})

describe('two short words with 的 between them', () => {
  const rice = { headline: '玉米丰收', paragraphs: ['产量创历史新高。'] }

  test('are two words, however short they are', async () => {
    expect(await headlines(await open(rice), '米的产量')).toEqual(['玉米丰收'])
  })

  test('also if the longer one comes first', async () => {
    expect(await headlines(await open(rice), '玉米的高')).toEqual(['玉米丰收'])
  })

  test('but where one of them stands nowhere, the other is not what was asked for', async () => {
    const search = await open(rice)
    expect(await headlines(search, '雾的产量')).toEqual([])
    expect(await headlines(search, '产的米')).toEqual([])
  })
})

describe('a day without a year means the newest such day that the archive has', () => {
  const today = '2025-03-01'
  const said = (issueDate: string) => ({
    headline: `${issueDate}预告`,
    issueDate,
    paragraphs: ['6月9日熊猫基地开放。'],
  })
  const onDay = (year: number) => ({
    headline: `${year}年报道`,
    issueDate: `${year}-06-09`,
    paragraphs: ['熊猫基地今天开放。'],
  })
  const found = async (query: string) =>
    (
      await headlines(
        await open(said('2022-06-01'), onDay(2022), said('2024-06-01'), onDay(2024), said('2024-12-20')),
        query,
        { today },
      )
    ).toSorted()

  test('and who says it within half a year of that', async () => {
    expect(await found('6月9日 熊猫')).toEqual(['2024-06-01预告', '2024年报道'])
  })

  test('but the days that the query names besides tell the year', async () => {
    expect(await found('6月9日 熊猫 日期:2022-01-01..2022-12-31')).toEqual(['2022-06-01预告', '2022年报道'])
  })

  test('and where nothing fits there, it is a word, which is told', async () => {
    const search = await open(
      { ...said('2022-06-01'), headline: '大熊猫亮相' },
      { ...onDay(2024), paragraphs: [] },
    )
    const { hits, relaxed } = await search.search('6月9日 熊猫', { today })
    expect(hits[0]?.article.headline).toBe('大熊猫亮相')
    expect(relaxed).toContainEqual({ kind: 'dateAsWord', texts: ['6月9日'] })
  })
})

describe('what was done on its own is told', () => {
  test('a phrase of a field is taken apart in its field alone', async () => {
    const search = await open(opening, { headline: '短讯', paragraphs: ['开幕，大运会。'] })
    expect(await headlines(search, '标题:"开幕大运会"')).not.toContain('短讯')
    expect(await headlines(search, '"开幕大运会"')).toContain('短讯')
  })

  test('that an article holds the letters of a word, and not the word', async () => {
    const search = await open({ headline: '短讯', paragraphs: ['他学经济学，还是学家务好？'] })
    const { relaxed } = await search.search('经济学家')
    expect(relaxed).toMatchObject([{ kind: 'someWords', complete: 0 }])
  })

  test('what asks nothing finds nothing, and offers nothing', async () => {
    const search = await open(opening, closing)
    for (const query of ['', '！', '-大运会', '版:'])
      expect(await search.search(query)).toMatchObject({ total: 0, hits: [], suggestions: [], relaxed: [] })
  })

  test('a phrase that stands nowhere is taken apart', async () => {
    const { hits, relaxed } = await (await open(opening)).search('"开幕大运会"')
    expect(hits).toHaveLength(1)
    expect(relaxed).toEqual([{ kind: 'phraseAsWords', texts: ['开幕大运会'] }])
  })

  test('a word that stands nowhere is named, and the others suffice', async () => {
    const { hits, relaxed } = await (await open(opening)).search('大运会 火山')
    expect(hits).toHaveLength(1)
    expect(relaxed).toEqual([{ kind: 'someWords', complete: 0, missing: ['火山'] }])
  })

  test('a misspelling is corrected if it is sure, and offered where it is not', async () => {
    const search = await open(opening)
    const sure = await search.search('大运会开募式')
    expect(sure.relaxed[0]).toMatchObject({ kind: 'corrected' })
    expect(sure.hits).toHaveLength(1)
    expect(await search.search('"大运会开募"')).toMatchObject({ suggestions: ['"大运会开幕"'] })
  })

  test('an article with all words comes before any with some, whatever their scores', async () => {
    const search = await open(
      { headline: '长江长江长江', paragraphs: ['长江。'.repeat(20)] },
      { headline: '短讯', paragraphs: [`${'别的事情很多。'.repeat(30)}长江的水位。`] },
    )
    const { hits, relaxed } = await search.search('长江 水位')
    expect(hits.map((it) => it.article.headline)).toEqual(['短讯', '长江长江长江'])
    expect(relaxed).toEqual([{ kind: 'someWords', complete: 1, missing: [] }])
  })
})

describe('articles with some of the words follow', () => {
  const both = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ headline: `公报${i}`, paragraphs: ['长江的水位。'] }))
  const one = { headline: '长江' }

  test.each([
    [9, 10],
    [10, 10],
  ])('%i that hold all of them: %i hits', async (complete, hits) => {
    const search = await open(...both(complete), one)
    expect(await search.search('长江 水位')).toMatchObject({ total: hits })
  })
})

describe('orders, filters and pages', () => {
  test('what is asked for by days or a section alone comes newest first', async () => {
    const days = ['2024-06-08', '2024-06-10', '2024-06-09', '2024-06-11']
    const search = await open(
      ...days.map((issueDate) => ({ headline: issueDate, issueDate, section: '要闻' })),
    )
    for (const query of ['栏目:要闻', '2024-06', '栏目:要闻 2024年6月'])
      expect(await headlines(search, query, { today: '2024-07-01' })).toEqual(days.toSorted().toReversed())
  })

  test('so many hits have excerpts as are wanted, the first ones', async () => {
    const search = await open(...[1, 2, 3].map((n) => ({ headline: `大运会${n}`, paragraphs: ['大运会。'] })))
    for (const excerptedHits of [0, 1, 2, 3, 9]) {
      const { hits } = await search.search('大运会', { excerptedHits })
      expect(hits.map(({ excerpts }) => excerpts.length > 0)).toEqual(
        hits.map((_, place) => place < excerptedHits),
      )
    }
  })

  test('newest and oldest first, undated last', async () => {
    const search = await open(opening, closing, museum, undated)
    const order = (order: 'newest' | 'oldest') => headlines(search, '大运会', { order })
    expect(await order('newest')).toEqual(['博物馆开馆', '大运会闭幕', '大运会开幕', '大运会回顾'])
    expect(await order('oldest')).toEqual(['大运会开幕', '大运会闭幕', '博物馆开馆', '大运会回顾'])
  })

  test('a filter narrows what the query says', async () => {
    const search = await open(opening, closing, museum)
    expect(await headlines(search, '大运会', { filter: { from: '2023-08-01', to: '2023-12-31' } })).toEqual([
      '大运会闭幕',
    ])
  })

  test('pages join without a gap or a repetition, beyond the reranked ones too', async () => {
    const many = Array.from({ length: 230 }, (_, i) => ({
      headline: `长江 ${i}`,
      paragraphs: [`水位${i}米。`],
    }))
    const search = await open(...many)
    const { total } = await search.search('长江')
    expect(total).toBe(230)
    const seen: string[] = []
    for (let offset = 0; offset < total; offset += 25)
      seen.push(...(await headlines(search, '长江', { offset, limit: 25 })))
    expect(seen).toHaveLength(230)
    expect(new Set(seen).size).toBe(230)
  })
})

test('queries are answered while articles come in', async () => {
  const articles = Array.from({ length: 500 }, (_, i) =>
    buildArticle({ headline: `长江 ${i}`, paragraphs: [`水位${i}米。`] }),
  )
  const search = createSearch(tokeniser, archiveOf(articles))
  const adding = Promise.all([search.add(articles.slice(0, 250)), search.add(articles.slice(250))])
  while (search.size < 500) {
    const { size } = search
    const { total } = await search.search('长江')
    expect(total).toBeGreaterThanOrEqual(size)
    await new Promise((resolve) => setImmediate(resolve))
  }
  await adding
  expect((await search.search('长江')).total).toBe(500)
})
