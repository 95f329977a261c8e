import { expect, test } from 'vitest'
import { decodeCallback } from '../../../src/chat/callback/callback-data.ts'
import { textsOf } from '../../../src/chat/texts/index.ts'
import type { Message } from '../../../src/chat/turn/reply.ts'
import { renderDigest } from '../../../src/chat/views/digest-view.ts'
import { renderHeadlines } from '../../../src/chat/views/headlines-view.ts'
import { anArticle } from '../../support/articles.ts'

const texts = textsOf('zh-Hans')
const stories = (...sections: readonly (string | undefined)[]) =>
  sections.map((section, n) => anArticle({ headline: `第${n}篇`, ...(section && { section }) }))
const show = (page: number, ...sections: readonly (string | undefined)[]) =>
  renderDigest(
    { title: '今日要闻', remarks: [], articles: stories(...sections), wasAsked: true },
    { list: 'abcdefgh', page },
    texts,
  )
const actionsOf = ({ buttons }: Message) =>
  buttons.flat().flatMap((it) => ('callbackData' in it ? (decodeCallback(it.callbackData) ?? []) : []))

test.each([
  [0, ['第0篇', '第1篇', '第2篇']],
  [1, ['第0篇']],
  [2, ['第1篇']],
  [3, ['第2篇']],
  [4, ['第2篇']],
])('page %i of a digest of three sections shows %j, and articles lead back to it', (page, headlines) => {
  const shown = show(page, '要闻', '经济', '体育')
  expect(shown.html.markup.match(/第\d篇/gu)).toEqual(headlines)
  const opened = actionsOf(shown).filter(({ kind }) => kind === 'article')
  const origin = { list: 'abcdefgh', page: Math.min(page, 3) }
  expect(opened).toEqual(headlines.map(() => expect.objectContaining({ origin })))
})

test('sections are named where there are several or one has a name', () => {
  expect(show(0, '要闻').html.markup).toContain('<b>要闻</b>')
  expect(show(0, undefined).html.markup).not.toContain(texts.withoutSection)
  expect(show(0, '要闻', undefined).html.markup).toContain(texts.withoutSection)
})

test('of headlines each day and page is said once, and not the day that the title says', () => {
  const on = (issueDate: string, page: string, n: number) =>
    anArticle({ headline: `第${n}篇`, issueDate, page, paper: '甲报' })
  const render = (title: string) =>
    renderHeadlines(
      {
        title,
        articles: [on('2024-06-08', '01', 1), on('2024-06-08', '01', 2), on('2024-06-08', '02', 3)],
        total: 3,
        origin: { list: 'abcdefgh', page: 0 },
      },
      texts,
    ).html.markup
  expect(render('要闻').match(/第01版/g)).toHaveLength(1)
  expect(render('要闻').match(/6月8日/g)).toHaveLength(2)
  expect(render('2024年6月8日').match(/6月8日/g)).toHaveLength(1)
})
