import { expect, test } from 'vitest'
import { openConversation, textOf } from '../../support/conversation.ts'

const GROUP = { chatId: -5, kind: 'group' } as const

async function open() {
  const chat = await openConversation([])
  const tidy = (text: string, isAdministrator = true) =>
    chat.act(
      { kind: 'command', name: 'tidy', text },
      { chat: GROUP, isAdministrator: async () => isAdministrator },
    )
  return { tidy, minutes: async () => (await chat.store.chats.get(GROUP.chatId))?.tidyMinutes, chat }
}

test.each([
  ['1', 1],
  ['１０', 10],
  ['10 分钟', 10],
  ['30min', 30],
  ['5 MINUTES', 5],
  // A whole day, and no minute more.
  ['1440', 1440],
  ['1441', 7],
  ['9999', 7],
  ['99999', 7],
  ['1.5', 7],
  ['-1', 7],
  ['10 小时', 7],
  ['off 10', 7],
  ['0', undefined],
  ['off', undefined],
  ['关闭', undefined],
])('where answers are deleted after 7 minutes, /tidy %s makes it %s', async (text, expected) => {
  const { tidy, minutes } = await open()
  await tidy('7')
  await tidy(text)
  expect(await minutes()).toBe(expected)
})

test('without a number it says how long answers stay, to everybody', async () => {
  const { tidy } = await open()
  const before = textOf(await tidy('', false))
  await tidy('45')
  const after = textOf(await tidy('', false))
  expect(after).toContain('45')
  expect(after).not.toBe(before)
  await tidy('off')
  expect(textOf(await tidy('', false))).toBe(before)
})

test('in a private chat nothing is deleted', async () => {
  const { chat } = await open()
  await chat.act({ kind: 'command', name: 'tidy', text: '10' }, { isAdministrator: async () => true })
  expect((await chat.store.chats.get(1))?.tidyMinutes).toBeUndefined()
})
