import { expect, test } from 'vitest'
import { COMMANDS, textsOf } from '../../src/chat/index.ts'
import { introduce, showMenu } from '../../src/telegram/menu.ts'
import { aDelivery } from '../support/delivery.ts'
import type { MadeCall } from '../support/scripted-api.ts'

interface Command {
  readonly command: string
  readonly description: string
}

/** What a Telegram is told that takes everything. */
async function told(tell: (delivery: Awaited<ReturnType<typeof aDelivery>>['delivery']) => Promise<void>) {
  const { delivery, clock, calls } = await aDelivery(() => ({ answer: { kind: 'ok', result: true } }))
  await clock.run(tell(delivery))
  return calls
}
const commandsOf = ({ payload }: MadeCall) => payload['commands'] as readonly Command[]
const namesOf = (call: MadeCall) => commandsOf(call).map(({ command }) => command)

const PRIVATE = COMMANDS.filter((it) => it !== 'tidy')
const OF_GROUPS = COMMANDS.filter((it) => it !== 'saved' && it !== 'channel' && it !== 'start')

test('Telegram is told what the bot is, and its commands in private chats and in groups, in English and in Chinese', async () => {
  const calls = await told(introduce)
  const [english, chinese] = [textsOf('en'), textsOf('zh-Hans')]
  expect(calls.map(({ method, payload: { commands: _commands, ...rest } }) => [method, rest])).toEqual([
    ['setMyDescription', { description: english.description, language_code: '' }],
    ['setMyShortDescription', { short_description: english.shortDescription, language_code: '' }],
    // Without a language it is the menu of all whom Telegram knows no better one for.
    ['setMyCommands', { scope: { type: 'default' } }],
    ['setMyCommands', { scope: { type: 'all_group_chats' } }],
    ['setMyDescription', { description: chinese.description, language_code: 'zh' }],
    ['setMyShortDescription', { short_description: chinese.shortDescription, language_code: 'zh' }],
    ['setMyCommands', { scope: { type: 'default' }, language_code: 'zh' }],
    ['setMyCommands', { scope: { type: 'all_group_chats' }, language_code: 'zh' }],
  ])
  const menus = calls.filter(({ method }) => method === 'setMyCommands')
  expect(menus.map(namesOf)).toEqual([PRIVATE, OF_GROUPS, PRIVATE, OF_GROUPS])
  expect(menus.map((it) => commandsOf(it)[0]?.description)).toEqual([
    english.menu.search,
    english.menu.search,
    chinese.menu.search,
    chinese.menu.search,
  ])
})

test('a chat is shown the menu of its kind in the language that it has chosen', async () => {
  const [inPrivate, ...others] = await told((it) => showMenu(it, 'zh-Hant', { chatId: 7, kind: 'private' }))
  expect(others).toEqual([])
  expect(inPrivate).toMatchObject({
    method: 'setMyCommands',
    payload: { scope: { type: 'chat', chat_id: 7 } },
  })
  expect(inPrivate && namesOf(inPrivate)).toEqual(PRIVATE)
  expect(inPrivate && commandsOf(inPrivate)[0]?.description).toBe(textsOf('zh-Hant').menu.search)
  const [inGroup] = await told((it) => showMenu(it, 'en', { chatId: -5, kind: 'group' }))
  expect(inGroup && namesOf(inGroup)).toEqual(OF_GROUPS)
})

test('a chat that takes its choice back has the menu that everybody has', async () => {
  const calls = await told((it) => showMenu(it, 'default', { chatId: 7, kind: 'private' }))
  expect(calls.map(({ method, payload }) => [method, payload])).toEqual([
    ['deleteMyCommands', { scope: { type: 'chat', chat_id: 7 } }],
  ])
})
