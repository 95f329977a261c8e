import { expect, test } from 'vitest'
import type { Reply } from '../../src/chat/index.ts'
import type { CardPicture } from '../../src/pictures/index.ts'
import { anArticle } from '../support/articles.ts'
import { callbacksOf, openConversation } from '../support/conversation.ts'

const PARAGRAPHS = [
  '清晨的街角很安静。报童第一个到了报社。他领了两百份号外。',
  '中午下起了雨。渡轮停在码头，汽笛响了三声。',
]
const article = anArticle({
  headline: '报童的一天',
  issueDate: '2024-06-08',
  paper: '街角日报',
  page: '03',
  paragraphs: PARAGRAPHS,
})

async function opened(query: string) {
  const { act } = await openConversation([article])
  const press = (from: Reply | undefined, label: string) =>
    act({ kind: 'callback', data: callbacksOf(from).get(label) ?? '' })
  const hits = await act({ kind: 'text', text: query })
  return { press, page: await press(await press(hits, '1'), '更多 ▾') }
}
function cardOf(reply: Reply | undefined) {
  const picture = reply?.kind === 'picture' ? reply.picture : undefined
  return picture?.shows.kind === 'card'
    ? { ...picture, shows: picture.shows satisfies CardPicture }
    : undefined
}

test('the card of a hit quotes what the search found, with what matched marked', async () => {
  const { press, page } = await opened('汽笛')
  const card = cardOf(await press(page, '图片'))
  const [paragraph] = card?.shows.paragraphs ?? []
  expect(paragraph?.text).toContain('汽笛响了三声')
  expect(paragraph?.marks?.map((range) => paragraph.text.slice(...range))).toEqual(['汽笛'])
  expect(card?.shows).toMatchObject({
    headline: '报童的一天',
    source: ['街角日报', '2024年6月8日', '第03版'],
    link: `https://t.me/paperboy_bot?start=a_${article.id}`,
    isDark: false,
    isSquare: false,
  })
  expect(card?.caption.markup).toBe('<b>报童的一天</b>\n街角日报 · 2024年6月8日 · 第03版')
})

test('a card of picked sentences shows these, and is redrawn dark and square with the same', async () => {
  const { press, page } = await opened('报童')
  let picking = await press(page, '引用')
  picking = await press(picking, '1')
  picking = await press(picking, '3')
  const card = await press(picking, '图片')
  const shown = (reply: Reply | undefined) => cardOf(reply)?.shows.paragraphs.map(({ text }) => text)
  expect(shown(card)).toEqual(['清晨的街角很安静。', '他领了两百份号外。'])
  const dark = await press(card, '深色')
  expect(dark).toMatchObject({ kind: 'picture', replaces: true })
  const square = await press(dark, '方图')
  expect(cardOf(square)?.shows).toMatchObject({ isDark: true, isSquare: true })
  expect(shown(square)).toEqual(shown(card))
  expect([...callbacksOf(square).keys()]).toEqual(['浅色', '长图', '简/繁', '打开报道'])
})

test('a card is written in the other script by a button, and at once for who reads in Traditional Chinese', async () => {
  const { press, page } = await opened('汽笛')
  const traditional = await press(await press(page, '图片'), '简/繁')
  const [paragraph] = cardOf(traditional)?.shows.paragraphs ?? []
  expect(cardOf(traditional)?.shows.headline).toBe('報童的一天')
  expect(paragraph?.text).toContain('汽笛響了三聲')
  expect(paragraph?.marks?.map((range) => paragraph.text.slice(...range))).toEqual(['汽笛'])
  expect(cardOf(await press(traditional, '深色'))?.shows).toMatchObject({
    headline: '報童的一天',
    isDark: true,
  })
  expect(cardOf(await press(traditional, '简/繁'))?.shows.headline).toBe('报童的一天')
  const { act } = await openConversation([article])
  const who = { user: { id: 9, languageCode: 'zh-hant' } }
  const first = await act({ kind: 'callback', data: `c.${article.id}.0.0.l` }, who)
  expect(cardOf(first)?.shows).toMatchObject({
    headline: '報童的一天',
    source: ['街角日報', '2024年6月8日', '第03版'],
  })
})

test('what is sent in place of a card holds the sentences and their source', async () => {
  const { press, page } = await opened('汽笛')
  const card = cardOf(await press(page, '图片'))
  expect(card?.instead.html.markup).toContain('汽笛响了三声')
  expect(card?.instead.html.markup).toContain('街角日报 · 2024年6月8日 · 第03版')
})

test('a card of an article that is gone, or of sentences that are no more, does no harm', async () => {
  const { act } = await openConversation([article])
  expect(await act({ kind: 'callback', data: 'c.abcdefghij.0.0.l' })).toMatchObject({ kind: 'toast' })
  const beyond = await act({ kind: 'callback', data: `c.${article.id}.9.1.l` })
  expect(cardOf(beyond)?.shows.paragraphs.length).toBeGreaterThan(0)
})

test('the card of the last hit of a second page quotes what the search found', async () => {
  const places = ['东门', '西门', '南门', '北门', '上游', '下游', '河口']
  const { act } = await openConversation(
    places.map((place, n) =>
      anArticle({
        headline: `${place}的一天`,
        issueDate: '2024-06-08',
        paragraphs: [
          `${place}的一天从早市开始。${place}的居民很早就来了。${place}今天很热闹。`,
          `到了晚上，第${n}声汽笛响起。`,
        ],
        source: { file: `${n}.txt`, lines: [1] },
      }),
    ),
  )
  const press = (from: Reply | undefined, label: string) =>
    act({ kind: 'callback', data: callbacksOf(from).get(label) ?? '' })
  const second = await press(await act({ kind: 'text', text: '汽笛' }), '›')
  expect([...callbacksOf(second).keys()]).toEqual(expect.arrayContaining(['1', '2']))
  for (const label of ['1', '2']) {
    const card = cardOf(await press(await press(await press(second, label), '更多 ▾'), '图片'))
    expect(card?.shows.paragraphs.map(({ text }) => text).join('')).toContain('汽笛')
  }
})
