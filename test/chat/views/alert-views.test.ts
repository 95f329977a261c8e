import { expect, test } from 'vitest'
import { decodeCallback } from '../../../src/chat/callback/callback-data.ts'
import { textsOf } from '../../../src/chat/texts/index.ts'
import type { Message } from '../../../src/chat/turn/reply.ts'
import { NEWS_PER_PAGE, renderAlertNews } from '../../../src/chat/views/alert-news-view.ts'
import { renderAlert, renderAlerts } from '../../../src/chat/views/alert-view.ts'
import { renderPicking } from '../../../src/chat/views/quote-view.ts'
import { anArticle } from '../../support/articles.ts'

const texts = textsOf('zh-Hans')
const alerts = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    id: `aaaaaa${'abcdefghijkl'.charAt(n)}a`,
    chatId: 1,
    query: `渡轮${n}号`,
    muted: n === 1,
  })) as unknown as Parameters<typeof renderAlerts>[0]
const numbersIn = ({ html }: Message) => html.markup.match(/^\d+(?=\. )/gm)?.map(Number)
const actionsOf = ({ buttons }: Message) =>
  buttons.flat().flatMap((it) => ('callbackData' in it ? (decodeCallback(it.callbackData) ?? []) : []))

test.each([
  [0, 12, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
  [1, 12, [11, 12]],
  [9, 12, [11, 12]],
  [1, 10, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
])('page %i of %i alerts numbers them, as their buttons, from the first page on', (page, count, numbers) => {
  const all = alerts(count)
  const shown = renderAlerts(all, page, undefined, texts)
  expect(numbersIn(shown)).toEqual(numbers)
  const labels = shown.buttons.flat().map(({ text }) => text)
  expect(labels).toEqual(expect.arrayContaining(numbers.map(String)))
  const opened = actionsOf(shown).flatMap((it) => (it.kind === 'alert' ? it.alert : []))
  expect(opened).toEqual(numbers.map((number) => all[number - 1]?.id))
})

test('of an alert four things are said that were just done, and how often it would have told', () => {
  const [alert] = alerts(1)
  if (alert === undefined) return expect.fail('there is one')
  const remarks = ['甲。', '乙。', '丙。', '丁。', '戊。']
  const { markup } = renderAlert(
    alert,
    { remarks, foresight: { total: 3, newest: anArticle(), share: 0.354 } },
    texts,
  ).html
  expect(remarks.map((it) => markup.includes(it))).toEqual([true, true, true, true, false])
  expect(markup).toContain(texts.alerts.tooCommon('35'))
})

test.each([
  [0, 8, 17, 3, 12],
  [1, 8, 17, 3, 4],
  [2, 1, 17, 3, 3],
  [2, 1, 17, 0, 0],
])(
  'on page %i, behind its %i of %i articles and %i that are not listed, %i are left',
  (page, count, listed, unlisted, left) => {
    const { markup } = renderAlertNews(
      {
        alerts: [{ id: 'abcdefgh', name: '渡轮' }],
        items: Array.from({ length: count }, (_, n) => ({
          match: { article: anArticle({ headline: `第${n}篇` }), headlineHighlights: [], excerpts: [] },
          foundBy: [0],
        })),
        listed,
        unlisted,
        origin: { list: 'abcdefgh', page },
      },
      texts,
    ).html
    expect(NEWS_PER_PAGE).toBe(8)
    expect(markup.includes(texts.alerts.more(`${left}`))).toBe(left > 0)
    expect(markup).toContain(texts.alerts.news(`${listed + unlisted}`))
  },
)

test('of several alerts each is named once above what it found', () => {
  const { markup } = renderAlertNews(
    {
      alerts: [
        { id: 'abcdefgh', name: '渡轮' },
        { id: 'bcdefgha', name: '码头' },
      ],
      items: [[0], [0], [1], [0, 1]].map((foundBy, n) => ({
        match: { article: anArticle({ headline: `第${n}篇` }), headlineHighlights: [], excerpts: [] },
        foundBy,
      })),
      listed: 4,
      unlisted: 0,
      origin: { list: 'abcdefgh', page: 0 },
    },
    texts,
  ).html
  const headings = markup.split('\n').filter((line) => /^<b>(?:渡轮|码头)/u.test(line))
  expect(headings).toHaveLength(3)
})

test('a sentence that was picked is left again by the same press, and none is picked on another page', () => {
  const sentences = Array.from({ length: 12 }, (_, n) => `第${n}句。`)
  const show = (page: number, picked: number) =>
    renderPicking(anArticle(), sentences, { page, picked }, texts)
  const press = (message: Message, place: number) =>
    actionsOf(message).flatMap((it) => (it.kind === 'quote' ? it.picked : []))[place]
  for (const picked of [0, 1, 5, 255])
    for (const place of [0, 2]) expect(press(show(0, picked), place)).toBe(picked ^ (1 << place))
  // A page that is not there any more shows the last one, with nothing picked.
  expect(show(7, 5)).toEqual(show(1, 0))
})
