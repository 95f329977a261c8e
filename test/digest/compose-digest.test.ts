import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleIdsOf, composeDigest, rankByProminence } from '../../src/digest/index.ts'
import type { Article } from '../../src/domain/index.ts'
import { anyArticle } from '../support/arbitrary-articles.ts'
import { buildArticle } from '../support/build-article.ts'
import { runs } from '../support/runs.ts'

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

test('what is probably cut wrong leads no section, however prominent it is', () => {
  const doubtful = onPage('01', 1, {
    headline: '头版长文',
    section: '要闻',
    paragraphs: body('头版', 9),
    confidence: { borders: 0.3, headline: 0.4 },
  })
  const sure = onPage('02', 4, {
    headline: '二版短讯',
    section: '要闻',
    confidence: { borders: 0.9, headline: 0.9 },
  })
  const [section] = composeDigest([doubtful, sure]).sections
  expect(section?.stories.map(({ headline }) => headline)).toEqual(['二版短讯', '头版长文'])
  const [alone] = composeDigest([doubtful]).sections
  expect(alone?.stories.map(({ headline }) => headline)).toEqual(['头版长文'])
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
    runs(50),
  )
})

test.each(['a.jsonl', 'A.JSONL'])(
  'the order of lines in %s, a file of ready articles, says nothing',
  (file) => {
    const line = (headline: string, at: number, times: number) =>
      onPage('01', at, {
        headline,
        source: { file, lines: [at] },
        paragraphs: body(headline, times),
      })
    const ordered = [line('短文一篇', 1, 2), line('中文一篇', 2, 4), line('长文一篇', 3, 9)]
    const shuffled = [line('长文一篇', 1, 9), line('短文一篇', 2, 2), line('中文一篇', 3, 4)]
    expect(headlinesOf(rankByProminence(ordered))).toEqual(['长文一篇', '中文一篇', '短文一篇'])
    expect(headlinesOf(rankByProminence(shuffled))).toEqual(['长文一篇', '中文一篇', '短文一篇'])
  },
)

test('place counts on a printed page, and nowhere else', () => {
  const [page, file] = ['01', undefined].map((page) =>
    [2, 9].map((times, at) =>
      buildArticle({
        headline: `第${at}篇`,
        ...(page !== undefined && { page }),
        source: { file: 'page.txt', lines: [at + 1] },
        paragraphs: body('本市', times),
      }),
    ),
  )
  expect(headlinesOf(rankByProminence(page ?? []))[0]).toBe('第0篇')
  expect(headlinesOf(rankByProminence(file ?? []))[0]).toBe('第1篇')
})

test('who acts makes a story prominent, however the paper is called', () => {
  const articles = [
    buildArticle({ headline: '多国民众抗议油价上涨', paragraphs: ['当地民众近日走上街头，抗议油价上涨。'] }),
    buildArticle({
      headline: '国务院常务会议部署稳就业',
      paragraphs: ['国务院总理主持召开国务院常务会议，部署稳就业。'],
    }),
  ]
  expect(rankByProminence(articles)[0]?.headline).toBe('国务院常务会议部署稳就业')
})

test.each([
  [
    'an editor’s note',
    { headline: '开栏语', paragraphs: ['从今天起，本报推出专栏，讲述城市的变化，敬请读者关注。'] },
  ],
  ['a caption', { headline: '市民在公园赏花。记者 李明 摄', paragraphs: ['市民在公园赏花。记者 李明 摄'] }],
  ['a source line', { headline: '据新华社', paragraphs: ['据新华社'] }],
  [
    'what leads to other pages',
    { headline: '导读', paragraphs: ['本市地铁三号线今天开通运营，详见第五版。'] },
  ],
])('%s is no story, and counts as shown with those that are', (_case, given) => {
  const note = onPage('01', 1, given)
  const story = onPage('02', 1, { headline: '地铁通车' })
  const digest = composeDigest([note, story])
  expect(digest.sections.flatMap(({ stories }) => stories.map((it) => it.headline))).toEqual(['地铁通车'])
  expect(articleIdsOf(digest)).toContain(note.id)
})

test('where nothing is a story, what there is is told', () => {
  expect(composeDigest([onPage('01', 1, { headline: '开栏语' })]).sections).toHaveLength(1)
})

test('without pages sections stand in the order of their most prominent stories', () => {
  const digest = composeDigest([
    buildArticle({ headline: '短讯一则', section: '甲', paragraphs: body('短讯') }),
    buildArticle({ headline: '长文一篇', section: '乙', paragraphs: body('长文', 9) }),
  ])
  expect(digest.sections.map(({ section }) => section)).toEqual(['乙', '甲'])
})
