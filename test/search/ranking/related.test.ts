import { expect, test } from 'vitest'
import { createSearch } from '../../../src/search/index.ts'
import { buildArticle } from '../../support/build-article.ts'
import { archiveOf } from '../../support/seed-articles.ts'
import { tokeniser } from '../../support/tokeniser.ts'

test('related articles share the telling words, and are others', async () => {
  const articles = [
    buildArticle({ headline: '长江水利工程开工', paragraphs: ['水利工程在长江上游开工，投资很大。'] }),
    buildArticle({ headline: '水利工程完工', paragraphs: ['长江水利工程昨天完工。'] }),
    buildArticle({ headline: '博物馆开馆', paragraphs: ['博物馆昨天开馆，投资很大。'] }),
    ...Array.from({ length: 20 }, (_, i) =>
      buildArticle({ headline: `天气${i}`, paragraphs: ['昨天天气很好。'] }),
    ),
  ]
  const search = createSearch(tokeniser, archiveOf(articles))
  await search.add(articles)
  const related = await search.related(articles[0]?.id ?? '', 3)
  expect(related[0]?.article.headline).toBe('水利工程完工')
  expect(related.map((it) => it.article.id)).not.toContain(articles[0]?.id)
  expect(await search.related('unknownaaa', 3)).toEqual([])
})

test('of related articles the nearest comes first, whichever is newer, and fewer are the first of them', async () => {
  const near = ['龙舟，陶瓷', '龙舟，陶瓷，班列', '龙舟', '龙舟，陶瓷，班列，绿道'].map((text, i) =>
    buildArticle({ headline: `第${i}篇`, paragraphs: [`${text}。`] }),
  )
  const asked = buildArticle({ headline: '综述', paragraphs: ['龙舟，陶瓷，班列，绿道。'] })
  const others = Array.from({ length: 20 }, (_, i) => buildArticle({ headline: `天气${i}` }))
  const search = createSearch(tokeniser, archiveOf([...near, asked, ...others]))
  await search.add([...near, asked, ...others])
  const order = ['第3篇', '第1篇', '第0篇', '第2篇']
  for (const limit of [1, 3, 9])
    expect((await search.related(asked.id, limit)).map(({ article }) => article.headline)).toEqual(
      order.slice(0, limit),
    )
})

test('what is said again and again tells more than what is said once; words that stand nowhere else tell nothing', async () => {
  const odd = Array.from({ length: 80 }, (_, n) => `oddword${n}`).join(' ')
  const articles = [
    buildArticle({ headline: '今日要闻', paragraphs: [`龙舟下水，龙舟竞渡，看龙舟，陶瓷开窑。${odd}`] }),
    buildArticle({ headline: '龙舟', paragraphs: ['龙舟扩建。'] }),
    buildArticle({ headline: '陶瓷', paragraphs: ['陶瓷扩建。'] }),
    ...Array.from({ length: 20 }, (_, i) =>
      buildArticle({ headline: `天气${i}`, paragraphs: ['昨天天气很好。'] }),
    ),
  ]
  const search = createSearch(tokeniser, archiveOf(articles))
  await search.add(articles)
  const related = await search.related(articles[0]?.id ?? '', 2)
  expect(related.map(({ article }) => article.headline)).toEqual(['龙舟', '陶瓷'])
})

test('what stands in the deck is nearer than what stands in the text', async () => {
  const [asked, inText, inDeck] = [
    buildArticle({ headline: '龙舟', paragraphs: ['昨天下水。'] }),
    buildArticle({ headline: '简讯之一', paragraphs: ['端午节看龙舟。', '天气很好。'] }),
    buildArticle({ headline: '简讯之二', deck: ['端午节看龙舟。'], paragraphs: ['天气很好。'] }),
  ]
  const others = Array.from({ length: 40 }, (_, i) => buildArticle({ headline: `天气${i}` }))
  const all = [asked, inText, inDeck, ...others]
  const search = createSearch(tokeniser, archiveOf(all))
  await search.add(all)
  const related = await search.related(asked.id, 2)
  expect(related.map(({ article }) => article.headline)).toEqual(['简讯之二', '简讯之一'])
})

test.each([
  ['ten articles hold it', 10, 30, ['龙舟']],
  ['eleven of thirty do', 11, 30, []],
  ['a tenth of all does', 20, 200, ['龙舟']],
  ['more than a tenth of all does', 21, 200, []],
])('a word tells something where %s: %i of %i', async (_what, holding, all, expected) => {
  const articles = Array.from({ length: all }, (_, n) =>
    buildArticle({ headline: n < holding ? '龙舟' : `天气${n}`, paragraphs: [`第${n}号。`], page: `${n}` }),
  )
  const search = createSearch(tokeniser, archiveOf(articles))
  await search.add(articles)
  const related = await search.related(articles[0]?.id ?? '', 1)
  expect(related.map(({ article }) => article.headline)).toEqual(expected)
})

test('of more words than stand for an article the rarest are kept', async () => {
  const common = Array.from({ length: 25 }, (_, n) => `common${n}`).join(' ')
  const articles = [
    buildArticle({ headline: '综述', paragraphs: [`rareword ${common}`] }),
    buildArticle({ headline: '同此一事', paragraphs: ['rareword'] }),
    ...Array.from({ length: 9 }, (_, n) => buildArticle({ headline: `杂记${n}`, paragraphs: [common] })),
    ...Array.from({ length: 60 }, (_, n) => buildArticle({ headline: `天气${n}` })),
  ]
  const search = createSearch(tokeniser, archiveOf(articles))
  await search.add(articles)
  const related = await search.related(articles[0]?.id ?? '', 20)
  expect(related.map(({ article }) => article.headline)).toContain('同此一事')
})

test('what is said again and again counts for more in headlines too', async () => {
  const articles = [
    buildArticle({ headline: '今日要闻', paragraphs: [`${'看龙舟，'.repeat(25)}陶瓷开窑。`] }),
    buildArticle({ headline: '龙舟' }),
    buildArticle({ headline: '陶瓷' }),
    ...Array.from({ length: 20 }, (_, i) => buildArticle({ headline: `天气${i}` })),
  ]
  const search = createSearch(tokeniser, archiveOf(articles))
  await search.add(articles)
  const related = await search.related(articles[0]?.id ?? '', 2)
  expect(related.map(({ article }) => article.headline)).toEqual(['龙舟', '陶瓷'])
})
