import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Article } from '../../src/domain/index.ts'
import { normalise } from '../../src/language/index.ts'
import { createSearch, type SearchEngine, type SearchOptions } from '../../src/search/index.ts'
import { buildArticle } from '../support/build-article.ts'
import { runs } from '../support/runs.ts'
import { archiveOf, readSeedArticles } from '../support/seed-articles.ts'
import { tokeniser } from '../support/tokeniser.ts'

// What must hold between answers, whatever the right answer is.

const TODAY = '2024-06-30'

let search: SearchEngine
let articles: readonly Article[]
/** Words that stand in the archive: rare, frequent, and in every article of one sort. */
const WORDS = ['成都', '发展', '班列', '公园', '记者', '大运会', '残疾人', '水位', '1,100', '绿道', '第7号']
/** Of several words: if it finds nothing as a phrase, articles with its words are shown, and it is told. */
const PHRASE = '第7号'

const made = (n: number): Article =>
  buildArticle({
    headline: n % 3 === 0 ? `成都公园第${n}号` : `班列第${n}号开行`,
    issueDate: `2024-0${1 + (n % 6)}-${`${1 + (n % 28)}`.padStart(2, '0')}`,
    paper: n % 2 === 0 ? '成都日报' : '江南晚报',
    section: n % 5 === 0 ? '体育' : '要闻',
    page: `0${1 + (n % 9)}`,
    byline: n % 4 === 0 ? ['李霞'] : ['王小明'],
    paragraphs: [
      `记者获悉，第${n}号水位为${n}米。`,
      n % 7 === 0 ? '绿道全长1,100公里，途经成都。' : '沿线发展很快。',
      '这一段与别的没有关系，只是为了让文章长一些。'.repeat(n % 4),
    ].filter((it) => it !== ''),
  })

beforeAll(async () => {
  articles = [...(await readSeedArticles()), ...Array.from({ length: 240 }, (_, n) => made(n + 1))]
  search = createSearch(tokeniser, archiveOf(articles))
  await search.add(articles)
})

const idsOf = async (query: string, options: SearchOptions = {}) =>
  (await search.search(query, { today: TODAY, ...options })).hits.map(({ article }) => article.id)
const allOf = (query: string, options: SearchOptions = {}) => idsOf(query, { ...options, limit: 1000 })
const totalOf = async (query: string) => (await search.search(query, { today: TODAY, limit: 1 })).total
const setOf = async (query: string) => new Set(await allOf(query))

const anyWord = fc.constantFrom(...WORDS)
/** Queries with more hits than are put in order by their texts. */
const LARGE = ['水位', '水位 -绿道', '公园 OR 班列', '记者 -"1100"', '号 栏目:要闻']
const anySmallQuery = fc
  .record({
    words: fc.uniqueArray(anyWord, { minLength: 1, maxLength: 3 }),
    excluded: fc.array(anyWord, { maxLength: 1 }),
    either: fc.option(anyWord, { nil: undefined }),
    field: fc.constantFrom('', '', '标题:成都', '作者:李霞', '栏目:体育', '版:3', '日期:2024-03', '今天'),
  })
  .map(({ words, excluded, either, field }) =>
    [
      words.join(' '),
      ...(either === undefined ? [] : [`OR ${either}`]),
      ...excluded.filter((it) => !words.includes(it)).map((it) => `-${it}`),
      field,
    ]
      .filter((it) => it !== '')
      .join(' '),
  )
const anyQuery = fc.oneof(anySmallQuery, fc.constantFrom(...LARGE))

describe('pages', () => {
  test('of any size, joined, are the one large page, to the last hit, in every order', async () => {
    let beyond = 0
    await fc.assert(
      fc.asyncProperty(
        anyQuery,
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom('relevance', 'newest', 'oldest'),
        async (query, limit, order) => {
          const whole = await search.search(query, { today: TODAY, limit: 1000, order })
          expect(whole.hits).toHaveLength(whole.total)
          if (whole.total > 100) beyond += 1
          const joined: string[] = []
          for (let offset = 0; offset < whole.total; offset += limit)
            joined.push(...(await idsOf(query, { offset, limit, order })))
          expect(joined).toEqual(whole.hits.map(({ article }) => article.id))
          expect(new Set(joined).size).toBe(joined.length)
          expect(await idsOf(query, { offset: whole.total, limit, order })).toEqual([])
        },
      ),
      runs(40),
    )
    expect(beyond).toBeGreaterThan(4)
  })

  test.each([1, 10, 25, 40, 80, 160, 240])(
    'that are exactly full, %i to a page, end where the hits end',
    async (limit) => {
      const total = await totalOf('水位')
      expect(total).toBe(240)
      const last = Math.floor((total - 1) / limit) * limit
      expect(await idsOf('水位', { offset: last, limit })).toHaveLength(total - last)
      expect(await idsOf('水位', { offset: last + limit, limit })).toEqual([])
    },
  )

  test('scores never grow from one hit to the next, also from page to page', async () => {
    for (const query of ['成都', '班列 -公园', '水位 记者', '成都 OR 班列']) {
      const { hits } = await search.search(query, { today: TODAY, limit: 1000 })
      const scores = hits.map(({ score }) => score)
      expect(scores.length).toBeGreaterThan(10)
      expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    }
  })
})

describe('operators', () => {
  test('an exclusion takes away just the articles that the word finds', async () => {
    await fc.assert(
      fc.asyncProperty(anyWord, anyWord, async (word, excluded) => {
        fc.pre(word !== excluded)
        const all = await setOf(`"${word}"`)
        const taken = await setOf(`"${excluded}"`)
        const left = new Set([...all].filter((id) => !taken.has(id)))
        const { hits, relaxed } = await search.search(`"${word}" -"${excluded}"`, {
          today: TODAY,
          limit: 1000,
        })
        const found = hits.map(({ article }) => article.id)
        if (word === PHRASE && left.size === 0) {
          expect(relaxed.map(({ kind }) => kind)).toContain('phraseAsWords')
          expect(found.filter((id) => taken.has(id))).toEqual([])
        } else expect(new Set(found)).toEqual(left)
      }),
      runs(60),
    )
  })

  test('OR finds what either finds, and both words what both find', async () => {
    await fc.assert(
      fc.asyncProperty(anyWord, anyWord, async (one, other) => {
        const [a, b] = [await setOf(`"${one}"`), await setOf(`"${other}"`)]
        expect(await setOf(`"${one}" OR "${other}"`)).toEqual(new Set([...a, ...b]))
        const both = new Set([...a].filter((id) => b.has(id)))
        // Where no article holds both, those with one are shown, and it is told.
        if (both.size > 0) expect(await setOf(`"${one}" "${other}"`)).toEqual(both)
      }),
      runs(60),
    )
  })

  test.each([
    ['栏目:体育', ({ section }: Article) => section === '体育'],
    ['版:3', ({ page }: Article) => page === '03'],
    ['日期:2024-03', ({ issueDate = '' }: Article) => issueDate.startsWith('2024-03')],
    [
      '日期:2024-03-05..2024-04-10',
      ({ issueDate = '' }: Article) => issueDate >= '2024-03-05' && issueDate <= '2024-04-10',
    ],
    ['作者:李霞', ({ byline }: Article) => byline.includes('李霞')],
  ])(
    '%s narrows any query to the articles that bear it, first and last day included',
    async (field, bears) => {
      for (const query of ['水位', '"水位" -"绿道"', '"公园" OR "班列"']) {
        const all = await setOf(query)
        const wanted = new Set(articles.filter((it) => all.has(it.id) && bears(it)).map(({ id }) => id))
        expect(wanted.size).toBeGreaterThan(0)
        expect(await setOf(`${query} ${field}`)).toEqual(wanted)
        expect(await setOf(`${field} ${query}`)).toEqual(wanted)
      }
    },
  )

  test('今天 is the issue of today itself, and no other', async () => {
    const day = '2024-03-15'
    const { hits } = await search.search('水位 今天', { today: day, limit: 1000 })
    const wanted = articles.filter(({ issueDate, headline }) => issueDate === day && /第\d+号/.test(headline))
    expect(wanted.length).toBeGreaterThan(0)
    expect(new Set(hits.map(({ article }) => article.id))).toEqual(new Set(wanted.map(({ id }) => id)))
  })
})

describe('an exact phrase whose characters stand in every article', () => {
  const holds = (text: string) => (article: Article) =>
    normalise([article.headline, ...article.paragraphs].join('\n')).includes(text)
  const where = (wanted: (article: Article) => boolean) =>
    new Set(articles.filter((it) => wanted(it)).map(({ id }) => id))
  const isSeventh = holds('第7号')

  test.each<[query: string, wanted: (article: Article) => boolean]>([
    ['"第7号"', isSeventh],
    ['"第7号" OR "绿道"', (it) => isSeventh(it) || holds('绿道')(it)],
    ['"第7号" OR "第19号" OR "第21号"', (it) => isSeventh(it) || holds('第19号')(it) || holds('第21号')(it)],
    ['"水位为7米" OR "班列第"', (it) => holds('水位为7米')(it) || holds('班列第')(it)],
    ['水位 -"第7号"', (it) => holds('水位')(it) && !isSeventh(it)],
    ['"公园第" -"第21号水位"', (it) => holds('公园第')(it) && !holds('第21号水位')(it)],
    ['水位 -"第7号" -"第19号"', (it) => holds('水位')(it) && !isSeventh(it) && !holds('第19号')(it)],
  ])(
    '%s finds just the articles that it is true of, on every page and in every order',
    async (query, wanted) => {
      const expected = where(wanted)
      expect(expected.size).toBeGreaterThan(0)
      for (const order of ['relevance', 'newest', 'oldest'] as const) {
        const whole = await search.search(query, { today: TODAY, order, limit: 1000 })
        expect({ order, ids: new Set(whole.hits.map(({ article }) => article.id)) }).toEqual({
          order,
          ids: expected,
        })
        expect(whole.total).toBe(expected.size)
        const one = await search.search(query, { today: TODAY, order, limit: 1 })
        expect(one.total).toBe(expected.size)
        const last = await idsOf(query, { order, offset: expected.size - 1, limit: 10 })
        expect(last).toEqual([whole.hits.at(-1)?.article.id])
      }
    },
  )

  test('one that stands nowhere is no hit, beside a word or alone', async () => {
    const { total, relaxed } = await search.search('"第7号行开"', { today: TODAY })
    expect([total > 0, relaxed.map(({ kind }) => kind)]).toEqual([
      true,
      expect.arrayContaining(['phraseAsWords']),
    ])
    expect(await setOf('"第7号行开" OR "绿道"')).toEqual(where(holds('绿道')))
  })
})

describe('the same in other words finds the same', () => {
  const blanks = (query: string) => [
    ` ${query} `,
    query.replaceAll(' ', '  '),
    query.replaceAll(' ', '\u3000'),
    query.replaceAll(' ', '\t'),
    query.replaceAll(' ', '\n'),
  ]
  const quotes = (query: string) => [
    query.replace(/"([^"]*)"/g, '“$1”'),
    query.replace(/"([^"]*)"/g, '「$1」'),
    query.replace(/"([^"]*)"/g, '＂$1＂'),
  ]
  test.each([
    '成都 公园',
    '"成都公园" 水位',
    '水位 -绿道 栏目:体育',
    '"第7号"',
    '班列 OR 公园',
    '标题:成都 作者:李霞',
    '"绿道全长" -"公园第"',
  ])('%s with other blanks and quotation marks', async (query) => {
    const expected = await allOf(query)
    expect(expected.length).toBeGreaterThan(0)
    const others = [...blanks(query), ...quotes(query), query.replaceAll(':', '：')]
    for (const same of others) expect({ [same]: await allOf(same) }).toEqual({ [same]: expected })
  })

  test.each([
    ['"1,100"', '"1100"'],
    ['"1,100公里"', '"1100公里"'],
    ['1,100 绿道', '1100 绿道'],
    ['"１，１００"', '"1100"'],
    ['-"1,100" 成都', '-"1100" 成都'],
  ])('%s and %s', async (one, other) => {
    const found = await allOf(one)
    expect(found.length).toBeGreaterThan(0)
    expect(await allOf(other)).toEqual(found)
  })
})

test('every excerpt of a hit shows what was asked for, inside it, at every length', async () => {
  let excerpts = 0
  for (const query of ['成都', '"水位"', '绿道 发展', '残疾人', '1,100', '"1100公里"'])
    for (const excerptLength of [20, 24, 40, 60, 120, 300]) {
      const { hits } = await search.search(query, { today: TODAY, limit: 30, excerptLength, excerptCount: 3 })
      for (const { article, excerpts: shown, headlineHighlights } of hits) {
        for (const { text, highlights } of shown) {
          excerpts += 1
          // An article that was found by its headline alone shows its opening.
          if (highlights.length === 0) expect(headlineHighlights.length).toBeGreaterThan(0)
          for (const [from, to] of highlights) {
            expect(from).toBeGreaterThanOrEqual(0)
            expect(to).toBeGreaterThan(from)
            expect(to).toBeLessThanOrEqual(text.length)
            expect(normalise(text.slice(from, to)).trim()).not.toBe('')
          }
          expect(text.length).toBeLessThanOrEqual(Math.max(excerptLength, 20) + 2)
          const body = normalise(article.paragraphs.join(''))
          expect(body).toContain(normalise(text.replace(/^…|…$/g, '')).slice(0, 8))
        }
        const inBody = shown.some(({ highlights }) => highlights.length > 0)
        expect(inBody || headlineHighlights.length > 0).toBe(true)
      }
    }
  expect(excerpts).toBeGreaterThan(500)
})
