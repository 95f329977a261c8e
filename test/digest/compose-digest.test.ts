import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleIdsOf, composeDigest, rankByProminence } from '../../src/digest/index.ts'
import type { Article } from '../../src/domain/index.ts'
import { anyArticle } from '../support/arbitrary-articles.ts'
import { buildArticle } from '../support/build-article.ts'

const body = (about: string, times = 1) =>
  Array.from({ length: times }, (_, i) => `${about}的第${i + 1}件事已经办好，${about}的居民都说方便。`)
const onPage = (page: string, line: number, given: Partial<Article> & { readonly headline: string }) =>
  buildArticle({
    page,
    paper: '成都日报',
    source: { file: `${page}.txt`, lines: [line] },
    paragraphs: body(given.headline),
    ...given,
  })
const headlinesOf = (articles: readonly Article[]) => articles.map(({ headline }) => headline)

test.each([
  [
    'the front page first',
    onPage('01', 1, { headline: '头版新闻' }),
    onPage('02', 1, { headline: '二版新闻' }),
  ],
  ['A02 before A10', onPage('A02', 1, { headline: '第二版上' }), onPage('A10', 1, { headline: '第十版上' })],
  ['the top of a page', onPage('01', 1, { headline: '版面之上' }), onPage('01', 9, { headline: '版面之下' })],
  [
    'the longer piece',
    onPage('01', 1, { headline: '长文一篇', paragraphs: body('长文', 9) }),
    onPage('01', 1, { headline: '短文一篇' }),
  ],
])('prominence: %s', (_case, first, second) => {
  expect(headlinesOf(rankByProminence([second, first]))).toEqual(headlinesOf([first, second]))
})

test('of pieces alike the one whose matter other headlines share is more prominent', () => {
  const articles = ['菜价平稳', '防汛会议召开', '各地防汛忙'].map((headline) =>
    buildArticle({ headline, paragraphs: ['一样长的正文。'] }),
  )
  expect(rankByProminence(articles).at(-1)?.headline).toBe('菜价平稳')
})

test('stories stand by section as the paper has them, those without one last', () => {
  const { sections } = composeDigest([
    onPage('03', 1, { headline: '球队夺冠', section: '体育' }),
    onPage('01', 5, { headline: '天气转凉' }),
    onPage('02', 1, { headline: '地铁通车', section: '要闻' }),
    onPage('04', 1, { headline: '公园开放', section: '要闻' }),
  ])
  expect(sections.map(({ section, stories }) => [section, stories.map((it) => it.headline)])).toEqual([
    ['要闻', ['地铁通车', '公园开放']],
    ['体育', ['球队夺冠']],
    [undefined, ['天气转凉']],
  ])
})

test('what two papers print of one agency is told once, as the more prominent one has it', () => {
  const text = body('夏粮收购', 6)
  const articles = [
    buildArticle({ headline: '夏粮收购开始', paper: '晚报', page: '08', paragraphs: text.slice(0, 5) }),
    buildArticle({ headline: '今年夏粮收购全面展开', paper: '日报', page: '01', paragraphs: text }),
    buildArticle({ headline: '博物馆新展', paper: '晚报', page: '01', paragraphs: body('博物馆', 5) }),
  ]
  const digest = composeDigest(articles)
  expect(digest.sections.flatMap(({ stories }) => stories.map((it) => it.headline))).toEqual([
    '今年夏粮收购全面展开',
    '博物馆新展',
  ])
  expect(new Set(articleIdsOf(digest))).toEqual(new Set(articles.map(({ id }) => id)))
})

test('a short digest has five stories, a normal one twelve', () => {
  const articles = Array.from('甲乙丙丁戊己庚辛壬癸子丑寅卯辰', (it) =>
    buildArticle({ headline: `${it}地消息`, paragraphs: body(it.repeat(9)) }),
  )
  const count = (length: 'short' | 'normal') => articleIdsOf(composeDigest(articles, { length })).length
  expect([count('short'), count('normal')]).toEqual([5, 12])
})

test('only chosen articles are told, each with the topics that chose it', () => {
  const [one, two] = [buildArticle({ headline: '防汛' }), buildArticle({ headline: '博物馆' })]
  const { sections } = composeDigest([one, two], { chosenFor: new Map([[two.id, ['展览']]]) })
  expect(sections).toEqual([{ stories: [{ id: two.id, headline: '博物馆', topics: ['展览'], doubles: [] }] }])
})

test('whatever the articles and their order, the digest is the same, tells none twice, and only what is printed', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyArticle, { maxLength: 8, selector: ({ id }) => id }), (articles) => {
      const digest = composeDigest(articles)
      expect(composeDigest(articles.toReversed())).toEqual(digest)
      const ids = articleIdsOf(digest)
      expect(new Set(ids).size).toBe(ids.length)
      const byId = new Map(articles.map((it) => [it.id, it]))
      for (const { id, summary = '' } of digest.sections.flatMap(({ stories }) => stories))
        expect(byId.get(id)?.paragraphs.some((it) => it.includes(summary)) || summary === '').toBe(true)
    }),
    { numRuns: 50 },
  )
})
