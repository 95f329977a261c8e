import { expect, test } from 'vitest'
import type { Button, Reply } from '../../src/chat/index.ts'
import { anArticle } from '../support/articles.ts'
import { callbacksOf, openConversation } from '../support/conversation.ts'

const printed = anArticle({
  headline: '早稻开镰',
  issueDate: '2024-06-08',
  paper: '街角日报',
  page: '03',
  paragraphs: ['湖边的稻田里机器轰鸣，村民在晾晒稻谷。'],
  source: {
    file: '2024-06-08.pdf',
    lines: [1],
    regions: [
      { page: 3, rect: [40, 50, 200, 180] },
      { page: 4, rect: [10, 20, 90, 60] },
      { page: 3, rect: [40, 190, 120, 240] },
    ],
  },
})
const typed = anArticle({ headline: '夜市开门', paragraphs: ['江边的夜市开到深夜，游客在品尝小吃。'] })

async function opened() {
  const { act } = await openConversation([printed, typed])
  const press = (from: Reply | undefined, label: string) =>
    act({ kind: 'callback', data: callbacksOf(from).get(label) ?? '' })
  const unfolded = async (query: string) =>
    press(await press(await act({ kind: 'text', text: query }), '1'), '更多 ▾')
  return { act, press, unfolded }
}
const callbackOf = (it: Button | undefined) => (it && 'callbackData' in it ? it.callbackData : '')
const pictureOf = (reply: Reply | undefined) => (reply?.kind === 'picture' ? reply.picture : undefined)
const labelsOf = (reply: Reply | undefined) =>
  pictureOf(reply)?.buttons.map((row) => row.map(({ text }) => text))

test('an article of a PDF is shown as it was printed, page by page, alone or on its page', async () => {
  const { act } = await opened()
  const press = (from: Reply | undefined, label: string) =>
    act({ kind: 'callback', data: callbacksOf(from).get(label) ?? '' })
  const clipping = await act({ kind: 'callback', data: `cq.${printed.id}.0.c` })
  expect(pictureOf(clipping)).toMatchObject({
    shows: {
      kind: 'page',
      file: '2024-06-08.pdf',
      number: 3,
      rects: [
        [40, 50, 200, 180],
        [40, 190, 120, 240],
      ],
      look: 'clipping',
    },
    caption: { markup: '<b>早稻开镰</b>\n街角日报 · 2024年6月8日 · 第03版' },
    instead: { html: { markup: expect.stringContaining('请先看文字') as string } },
  })
  expect(labelsOf(clipping)).toEqual([['整版', '只亮这篇'], ['第 2/2 处'], ['打开报道']])
  const page = await press(clipping, '整版')
  expect(page).toMatchObject({ replaces: true, picture: { shows: { number: 3, look: 'outlined' } } })
  expect(labelsOf(page)).toEqual([['剪报', '只亮这篇'], ['第 2/2 处'], ['打开报道']])
  const second = await press(page, '第 2/2 处')
  expect(second).toMatchObject({
    replaces: true,
    picture: { shows: { number: 4, rects: [[10, 20, 90, 60]], look: 'outlined' } },
  })
})

test('an article that goes on on another page is an album, with its buttons in a message below', async () => {
  const { act, press, unfolded } = await opened()
  const album = await press(await unfolded('早稻'), '剪报')
  expect(album).toMatchObject({
    kind: 'album',
    pictures: [
      {
        shows: { number: 3, look: 'clipping' },
        caption: { markup: expect.stringContaining('早稻开镰') as string },
      },
      { shows: { number: 4, look: 'clipping' }, caption: { markup: '' } },
    ],
    message: { html: { markup: '这篇报道登在 2 个版上。' } },
  })
  const buttons = album?.kind === 'album' ? album.message.buttons.flat() : []
  expect(buttons.map(({ text }) => text)).toEqual(['整版', '只亮这篇', '打开报道'])
  const whole = await act({ kind: 'callback', data: callbackOf(buttons[0]) })
  expect(pictureOf(whole)).toMatchObject({ shows: { look: 'outlined' } })
})

test('what the search found is marked on the page, and stays marked as one leafs', async () => {
  const { press, unfolded } = await opened()
  const album = await press(await unfolded('机器 村民'), '剪报')
  const marks = [{ text: printed.paragraphs[0], ranges: [expect.any(Array), expect.any(Array)] as unknown }]
  expect(album).toMatchObject({ pictures: [{ shows: { marks } }, { shows: { marks } }] })
})

test('an article without a printed page has no such button, and an old button is told so', async () => {
  const { act, unfolded } = await opened()
  expect([...callbacksOf(await unfolded('夜市')).keys()]).not.toContain('剪报')
  expect(await act({ kind: 'callback', data: `cp.${typed.id}.0.c` })).toMatchObject({ kind: 'toast' })
  expect(await act({ kind: 'callback', data: 'cp.abcdefghij.0.c' })).toMatchObject({ kind: 'toast' })
  expect(await act({ kind: 'callback', data: `cq.${printed.id}.9.c` })).toMatchObject({
    picture: { shows: { number: 3 } },
  })
})
