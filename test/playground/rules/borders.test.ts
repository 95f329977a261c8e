import { describe, expect, test } from 'vitest'
import { validateCommands, validateText } from '../../../src/playground/index.ts'
import { readScope } from '../../../src/playground/rules/commands.ts'
import { parseObject, readFlag, readInteger } from '../../../src/playground/rules/fields.ts'
import { checkForChat, readKeyboard } from '../../../src/playground/rules/keyboard.ts'
import { readMentionedUser } from '../../../src/playground/rules/link.ts'
import { type MenuViewer, menuKeys } from '../../../src/playground/rules/menu-key.ts'
import { createFaultPlan } from '../../../src/playground/world/fault-plan.ts'
import { createQueryBook } from '../../../src/playground/world/query-book.ts'
import { createRoom, isAdministrator, isPresent, mayPost } from '../../../src/playground/world/room.ts'
import { createUpdateQueue } from '../../../src/playground/world/update-queue.ts'
import { createManualClock } from '../../support/manual-clock.ts'

// What is just allowed: a bot that passes here must pass at Telegram, and the other way round.

const html = (text: string) => validateText({ text, parse_mode: 'HTML' })
const bold = (offset: number, length: number) => ({ type: 'bold', offset, length })

describe('entities that are given', () => {
  test.each([
    ['over all of the text', bold(0, 5), [bold(0, 5)]],
    ['over its last character', bold(4, 1), [bold(4, 1)]],
    ['of no length, also behind the end', bold(5, 0), []],
    ['that Telegram finds itself', { type: 'hashtag', offset: 0, length: 2 }, []],
  ])('%s', (_what, entity, kept) => {
    expect(validateText({ text: 'hello', entities: [entity] }).entities).toEqual(kept)
  })
})

describe('entities of markup', () => {
  const kinds = (text: string) => html(text).entities.map(({ type }) => type)
  test.each([
    ['behind code', '<code>a</code><b>b</b>', ['code', 'bold']],
    ['behind a quote', '<blockquote>a</blockquote><blockquote>b</blockquote>', ['blockquote', 'blockquote']],
    ['that Telegram finds right behind code', '<code>。</code>#报', ['code', 'hashtag']],
    ['and right before it', '#报<code>。</code>', ['hashtag', 'code']],
    ['an address as the text of a link', '<a href="https://a.cn/b">https://a.cn/c</a>', ['text_link']],
    ['two tags side by side', '#报 #童', ['hashtag', 'hashtag']],
    ['a mention right behind an address', 'a@b.cn @paperboy', ['email', 'mention']],
  ])('%s', (_what, text, expected) => {
    expect(kinds(text)).toEqual(expected)
  })

  test('a hundred are kept, none of them counts as dropped, and of more it is told how many are', () => {
    expect(html('<b>a</b> '.repeat(100))).not.toHaveProperty('dropped')
    expect(html('<b>a</b> '.repeat(103))).toMatchObject({ dropped: 3 })
  })

  test.each([' ', '\n', '\u00a0', ' \n\n '])('blank ends of %j are cut off', (blank) => {
    expect(html(`${blank}<b>报${blank}</b>${blank}`)).toMatchObject({ text: '报', entities: [bold(0, 1)] })
  })
})

describe('commands', () => {
  const command = (name: string, description = '说明') => ({ command: name, description })
  test.each([
    ['a hundred', Array.from({ length: 100 }, (_, n) => command(`c${n}`))],
    ['a name of 32 characters', [command('a'.repeat(32))]],
    ['a description of 256 characters beyond the first plane', [command('a', '𠮷'.repeat(256))]],
  ])('%s', (_what, commands) => {
    expect(validateCommands({ commands })).toEqual(commands)
  })

  test.each([
    [{ type: 'default' }, []],
    [{ type: 'chat' }, ['chat_id']],
    [{ type: 'chat_administrators' }, ['chat_id']],
    [{ type: 'chat_member' }, ['chat_id', 'user_id']],
  ])('the scope %j needs %j', (scope, needed) => {
    const ids = Object.fromEntries(needed.map((it, n) => [it, n + 5]))
    expect(readScope({ scope: { ...scope, ...ids } })).toEqual({ ...scope, ...ids })
    for (const missing of needed) {
      const { [missing]: _left, ...others } = ids
      expect(() => readScope({ scope: { ...scope, ...others } })).toThrow(`Can't find field "${missing}"`)
    }
  })

  const viewer: MenuViewer = {
    userId: 5,
    chatId: -9,
    isPrivate: false,
    isAdministrator: false,
    language: 'en-GB',
  }
  test('a member of a group is shown no menu of its administrators', () => {
    expect(menuKeys(viewer).filter((it) => it.includes('administrators'))).toEqual([])
    expect(
      menuKeys({ ...viewer, isAdministrator: true }).filter((it) => it.includes('administrators')),
    ).toHaveLength(4)
  })

  test.each([
    ['en-GB', ['default:::en', 'default:::']],
    ['ZH', ['default:::zh', 'default:::']],
    ['', ['default:::']],
  ])('a reader of %j is shown menus of that language before those for everybody', (language, last) => {
    expect(menuKeys({ ...viewer, language }).slice(-last.length)).toEqual(last)
  })
})

describe('fields', () => {
  test.each([
    ['7', 7],
    ['-1001', -1001],
    [-1001, -1001],
    ['9'.repeat(17), undefined],
    ['7.5', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('the number %j is %j', (value, number) => {
    expect(readInteger({ value }, 'value')).toBe(number)
  })

  test.each([
    ['True', true],
    ['YES', true],
    [1, true],
    [true, true],
    ['0', false],
    ['on', false],
    [undefined, false],
  ])('the flag %j is %s', (value, isSet) => {
    expect(readFlag({ value }, 'value')).toBe(isSet)
  })

  test.each(['{"a":"\\ud83d"}', '{"a":["b","\\ud83d"]}', '{"a":[{"b":"\\udd25"}]}'])(
    'half a character is found wherever it stands: %s',
    (body) => {
      expect(() => parseObject(body)).toThrow('strings must be encoded in UTF-8')
    },
  )
})

describe('buttons', () => {
  const one = (button: object) => ({ reply_markup: { inline_keyboard: [[{ text: '钮', ...button }]] } })
  test('do one thing each, and copy up to 256 characters of any plane', () => {
    expect(() => readKeyboard(one({ url: 'https://a.cn/', callback_data: 'x' }))).toThrow('Exactly one')
    const copying = one({ copy_text: { text: '𠮷'.repeat(256) } })
    expect(readKeyboard(copying)).toEqual(copying.reply_markup)
  })

  test.each(['group', 'supergroup', 'channel'])('open no Mini App in a %s', (type) => {
    const keyboard = readKeyboard(one({ web_app: { url: 'https://a.cn/' } }))
    expect(() => checkForChat(keyboard, type)).toThrow('BUTTON_TYPE_INVALID')
    expect(() => checkForChat(keyboard, 'private')).not.toThrow()
    expect(() => checkForChat(readKeyboard(one({ callback_data: 'x' })), type)).not.toThrow()
  })
})

describe('faults that a test plans', () => {
  const fault = { kind: 'hang' } as const
  test('come as often as they were planned, after as many calls, and then no more', () => {
    const plan = createFaultPlan()
    plan.add({ fault, method: 'sendMessage', after: 1, times: 2 })
    const met = Array.from({ length: 5 }, () => plan.take('sendMessage', 7))
    expect(met).toEqual([undefined, fault, fault, undefined, undefined])
    expect(plan.left()).toBe(0)
  })

  test('of any method let updates be fetched, and those of one chat leave the others alone', () => {
    const plan = createFaultPlan()
    plan.add({ fault })
    plan.add({ fault, chatId: 7 })
    expect(plan.take('getUpdates', undefined)).toBeUndefined()
    expect(plan.take('sendMessage', 8)).toBe(fault)
    expect([plan.take('sendMessage', 8), plan.take('editMessageText', 7)]).toEqual([undefined, fault])
  })
})

test.each([
  ['creator', true, true],
  ['administrator', true, true],
  ['member', true, false],
  ['restricted', true, false],
  ['left', false, false],
  ['kicked', false, false],
  [undefined, false, false],
] as const)('who is %s reads the chat: %s, and runs it: %s', (membership, reads, runs) => {
  expect([isPresent(membership), isAdministrator(membership)]).toEqual([reads, runs])
})

test('whoever made a channel may post there, an administrator only if the right was not taken away', () => {
  const chat = { id: -1001, type: 'channel', title: '要闻' } as const
  const room = createRoom(chat, [
    [1, 'creator'],
    [2, 'administrator'],
    [3, 'administrator'],
    [4, 'member'],
  ])
  for (const silent of [1, 2]) room.silent.add(silent)
  expect([1, 2, 3, 4, 5].map((userId) => mayPost(room, userId))).toEqual([true, false, true, false, false])
})

test('a link mentions a person, and nobody whose number is 0', () => {
  expect(
    ['tg://user?id=1', 'tg:user?id=12', 'tg://user?id=0', 'tg://user?id='].map(readMentionedUser),
  ).toEqual([1, 12, undefined, undefined])
})

test('a press may be answered for ten seconds, and once', () => {
  const clock = createManualClock()
  const book = createQueryBook(clock)
  const ids = [1, 2].map((userId) => book.addCallback({ chatId: 7, userId }).id)
  clock.advance(10_000)
  expect(book.takeCallback(ids[0] ?? '')).toMatchObject({ userId: 1 })
  expect(() => book.takeCallback(ids[0] ?? '')).toThrow('query is too old')
  clock.advance(1)
  expect(() => book.takeCallback(ids[1] ?? '')).toThrow('query is too old')
})

test('an inline answer is kept for its own question and page, and for whom it is', () => {
  const clock = createManualClock()
  const book = createQueryBook(clock)
  const ask = (query: string, offset: string) => ({ userId: 1, chatId: 7, query, offset })
  const answer = { results: [], nextOffset: '2', cacheTime: 5, button: undefined }
  book.answerInline(book.addInline(ask('长江', '')).id, { ...answer, isPersonal: false })
  book.answerInline(book.addInline(ask('黄河', '')).id, { ...answer, isPersonal: true })
  const isKept = (userId: number, query: string, offset: string) =>
    book.cachedInline({ userId, query, offset }) !== undefined
  expect([isKept(2, '长江', ''), isKept(2, '长江', '2'), isKept(1, '黄河', '')]).toEqual([true, false, true])
  expect([isKept(2, '黄河', ''), isKept(1, '黄', '')]).toEqual([false, false])
  clock.advance(4_999)
  expect(isKept(2, '长江', '')).toBe(true)
  clock.advance(1)
  expect(isKept(2, '长江', '')).toBe(false)
})

test('updates wait for a day, and are not handed to a bot that has hung up', async () => {
  const clock = createManualClock()
  const queue = createUpdateQueue(clock)
  queue.push('message', { text: '一' })
  const poll = (signal: AbortSignal) => queue.poll({ offset: 0, limit: 100, timeoutMs: 0, signal })
  expect(await poll(AbortSignal.abort())).toEqual([])
  expect(await poll(new AbortController().signal)).toHaveLength(1)
  clock.advance(24 * 60 * 60 * 1000)
  expect(queue.pending()).toHaveLength(1)
  clock.advance(1)
  expect(queue.pending()).toEqual([])
})
