import { expect, test } from 'vitest'
import { encodeCallback } from '../../src/chat/callback/callback-data.ts'
import type { Request } from '../../src/chat/index.ts'
import { anArticle } from '../support/articles.ts'
import { openConversation, textOf } from '../support/conversation.ts'

const open = () => openConversation([anArticle()])
const group = { chatId: -5, kind: 'group' } as const
const asks = (languageCode: string, chat: Request['chat'] = { chatId: 1, kind: 'private' }): Request => ({
  chat,
  user: { id: 1, languageCode },
  bot: 'b',
  isAdministrator: async () => true,
  action: { kind: 'command', name: 'help', text: '' },
})

test('who is told to wait is told of a second at least', async () => {
  const { act } = await open()
  const told: string[] = []
  for (let times = 0; times < 40; times++)
    told.push(textOf(await act({ kind: 'command', name: 'help', text: '' })))
  const wait = told.find((it) => it.includes('请慢一点')) ?? ''
  expect(Number(/(\d+) 秒/u.exec(wait)?.[1])).toBeGreaterThanOrEqual(1)
})

test('what is answered again says so in the language of the chat, and only if it may have been answered', async () => {
  const { conversation } = await open()
  await conversation.answer({
    ...asks('en', group),
    action: { kind: 'callback', data: encodeCallback({ kind: 'language', language: 'zh-Hans' }) ?? '' },
  })
  const again = await conversation.answerAgain(asks('en', group), true)
  const first = await conversation.answerAgain(asks('en', group), false)
  expect(textOf(again).endsWith(textOf(first))).toBe(true)
  const remark = textOf(again).slice(0, -textOf(first).length)
  expect(remark).toMatch(/\p{sc=Han}/u)
  expect(remark).not.toMatch(/[a-z]{3}/u)
})

test.each(['blocked', 'kicked'] as const)(
  'a button in a group that the bot has left (%s) does nothing, a command brings it back',
  async (paused) => {
    const { conversation, store } = await open()
    await conversation.answer(asks('zh', group))
    await store.chats.pause(group.chatId, paused)
    const press = { ...asks('zh', group), action: { kind: 'callback', data: 'n' } } as const
    const help = { ...asks('zh', group), action: { kind: 'command', name: 'help', text: '' } } as const
    expect((await conversation.answer(press))?.kind).toBe('toast')
    expect((await conversation.answer(help))?.kind).toBe('send')
  },
)

test('an album is answered once, and the next one again', async () => {
  const { act } = await open()
  const send = async (album: string) =>
    (await act({ kind: 'attachment', what: 'picture', album })) !== undefined
  expect([await send('1'), await send('1'), await send('1'), await send('2')]).toEqual([
    true,
    false,
    false,
    true,
  ])
})

test('cards to share are in the characters of who shares', async () => {
  const { conversation } = await openConversation([
    anArticle({ headline: '头发与发展', paragraphs: ['头发长了，发展也快。'] }),
  ])
  const titles = async (languageCode: string) =>
    (
      await conversation.answerInline({ user: { id: 1, languageCode }, query: '头发', offset: '', bot: 'b' })
    ).cards.map(({ title }) => title)
  expect((await titles('zh-TW')).join()).toContain('頭髮與發展')
  expect((await titles('zh-CN')).join()).toContain('头发与发展')
})
