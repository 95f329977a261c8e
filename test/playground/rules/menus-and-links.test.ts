import { describe, expect, test } from 'vitest'
import { isStartPayload, validateCommands } from '../../../src/playground/index.ts'
import { readBotLink } from '../../../src/playground/rules/deep-link.ts'
import { menuKeys } from '../../../src/playground/rules/menu-key.ts'
import { isForBot } from '../../../src/playground/rules/privacy.ts'

describe('validateCommands', () => {
  const command = (name: string, description = '说明') => ({ commands: [{ command: name, description }] })
  test('takes good names, with or without the slash', () => {
    expect(validateCommands(command('/search_2'))).toEqual([{ command: 'search_2', description: '说明' }])
  })
  test.each([
    [command(''), 'command must be non-empty'],
    [command('a'.repeat(33)), 'command length must not exceed 32'],
    [command('Search'), 'BOT_COMMAND_INVALID'],
    [command('搜索'), 'BOT_COMMAND_INVALID'],
    [command('search', ' '), 'command description must be non-empty'],
    [command('search', '字'.repeat(257)), 'command description length must not exceed 256'],
    [{ commands: [{ command: 'a' }] }, 'can\'t parse BotCommand: Can\'t find field "description"'],
    [{ commands: Array(101).fill('x') }, 'BOT_COMMANDS_TOO_MUCH'],
    [{ commands: '[' }, "can't parse commands JSON object"],
  ])('refuses %j', (params, reason) => {
    expect(() => validateCommands(params)).toThrow(
      expect.objectContaining({ message: `Bad Request: ${reason}` }),
    )
  })
})

test.each([
  ['a_abc-123', true],
  ['x'.repeat(64), true],
  ['x'.repeat(65), false],
  ['', false],
  ['中文', false],
  ['a b', false],
])('%s as a start payload: %s', (payload, allowed) => {
  expect(isStartPayload(payload)).toBe(allowed)
})

test.each([
  ['https://t.me/paperboy_bot?start=a_1', { username: 'paperboy_bot', kind: 'start', payload: 'a_1' }],
  ['http://telegram.me/paperboy_bot', { username: 'paperboy_bot', kind: 'open', payload: '' }],
  ['https://t.me/paperboy_bot?startgroup', { username: 'paperboy_bot', kind: 'startgroup', payload: '' }],
  ['tg://resolve?domain=paperboy_bot&start=a_1', { username: 'paperboy_bot', kind: 'start', payload: 'a_1' }],
  ['https://t.me/paperboy_bot/12', undefined],
  ['https://example.com/paperboy_bot?start=1', undefined],
  ['nonsense', undefined],
])('the link %s is read as %j', (address, link) => {
  expect(readBotLink(address)).toEqual(link)
})

test('the narrowest menu wins, and in it the language of the reader', () => {
  const viewer = { userId: 5, chatId: -9, isPrivate: false, isAdministrator: true, language: 'zh-hans' }
  expect(menuKeys(viewer).slice(0, 4)).toEqual([
    'chat_member:-9:5:zh',
    'chat_member:-9:5:',
    'chat_administrators:-9::zh',
    'chat_administrators:-9::',
  ])
  expect(menuKeys({ ...viewer, chatId: 5, isPrivate: true }).at(-1)).toBe('default:::')
})

describe('privacy mode', () => {
  const bot = { id: 7, is_bot: true, first_name: '报童', username: 'paperboy_bot' }
  const reader = { id: 5, is_bot: false, first_name: '林' }
  const envelope = { message_id: 1, date: 0, chat: { id: -9, type: 'group' as const }, from: reader }
  const command = (text: string, length = text.length) => ({
    text,
    entities: [{ type: 'bot_command' as const, offset: 0, length }],
  })
  test.each([
    ['plain talk', { text: '早' }, false],
    ['a command', command('/search'), true],
    ['a command for it', command('/search@PaperBoy_bot'), true],
    ['a command for another bot', command('/search@other_bot'), false],
    [
      'a mention',
      { text: '@paperboy_bot', entities: [{ type: 'mention' as const, offset: 0, length: 13 }] },
      true,
    ],
    [
      'a mention of another',
      { text: '@other_botxyz', entities: [{ type: 'mention' as const, offset: 0, length: 13 }] },
      false,
    ],
    ['a reply to it', { text: '好', reply_to_message: { ...envelope, from: bot } }, true],
    ['a reply to a person', { text: '好', reply_to_message: envelope }, false],
    ['what was sent by way of it', { text: '文', via_bot: bot }, true],
    ['a service message', { migrate_to_chat_id: -10 }, true],
  ])('of %s the bot hears: %#', (_what, content, hears) => {
    expect(isForBot({ ...envelope, ...content }, bot)).toBe(hears)
  })
})
