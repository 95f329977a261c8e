import { describe, expect, test } from 'vitest'
import { StoreError } from '../../src/store/index.ts'
import { createMemorySeenUpdates, type SeenUpdates } from '../../src/telegram/index.ts'
import { aDelivery } from '../support/delivery.ts'
import { posted } from '../support/scripted-api.ts'
import {
  type Answering,
  aHandler,
  echo,
  inGroup,
  membership,
  never,
  pressed,
  told,
  type Update,
} from '../support/update-handler.ts'

test('a chat is answered in order, whatever each answer takes', async () => {
  const bot = await aHandler(async (request) => {
    await bot.clock.sleep(Number((request.action as { text: string }).text) * 100)
    return echo(request)
  })
  await bot.takeAll(['9', '1', '5'].map((text, place) => told(place, 7, text)))
  await bot.finish()
  expect(bot.texts(7)).toEqual(['9', '1', '5'])
})

test('a chat whose answer never comes holds no other up, and is told so after twenty seconds', async () => {
  const bot = await aHandler((request) => (request.chat.chatId === 7 ? never() : echo(request)))
  const began = bot.clock.now()
  await bot.takeAll([
    told(1, 7, '一'),
    ...Array.from({ length: 25 }, (_, it) => told(10 + it, 100 + it, '二')),
  ])
  await bot.finish()
  expect(bot.texts(7)).toEqual(['抱歉'])
  const others = bot.calls.filter(({ chatId }) => chatId !== 7)
  expect(others.map(({ atMs }) => atMs - began)).toEqual(Array.from({ length: 25 }, () => 0))
})

test('presses are answered within ten seconds, also while forty chats hang', async () => {
  const bot = await aHandler((request) => (request.action.kind === 'text' ? never() : echo(request)))
  const began = bot.clock.now()
  await bot.takeAll([
    ...Array.from({ length: 40 }, (_, it) => told(it, 100 + it, '一')),
    ...Array.from({ length: 50 }, (_, it) => pressed(200 + it, 300 + it)),
  ])
  await bot.finish()
  const answers = bot.calls.filter(({ method }) => method === 'answerCallbackQuery')
  expect(new Set(answers.map(({ payload }) => payload['callback_query_id'])).size).toBe(50)
  expect(answers).toHaveLength(50)
  for (const { atMs } of answers) expect(atMs - began).toBeLessThan(10_000)
})

test.each([
  ['throws', async () => Promise.reject(new Error('no')), undefined],
  ['cannot be claimed', echo, { claim: () => Promise.reject(new Error('the disk is full')) }],
] as const)(
  'who asks something that %s gets a sentence, and the next one an answer',
  async (_what, answer, seen) => {
    const bot = await aHandler(answer, seen)
    await bot.takeAll([told(1, 7, '一'), pressed(2, 8)])
    await bot.finish()
    expect(bot.texts(7)).toEqual(['抱歉'])
    expect(bot.calls.filter(({ method }) => method === 'answerCallbackQuery')).toMatchObject([
      { text: '抱歉' },
    ])
  },
)

test('2,000 updates given three times, in any order, have 2,000 effects', async () => {
  const bot = await aHandler(echo)
  const updates = Array.from({ length: 2000 }, (_, it) =>
    it % 2 ? told(it, 1 + (it % 997), `${it}`) : pressed(it, 5000 + it),
  )
  // A step that has no divisor in common with 6,000 meets every place once.
  const thrice = Array.from({ length: 6000 }, (_, it) => updates[((it * 3571) % 6000) % 2000] as Update)
  const taking = bot.takeAll(thrice)
  await bot.clock.run(taking)
  await bot.finish()
  const messages = bot.calls.filter(({ method }) => method === 'sendMessage')
  const presses = bot.calls.filter(({ method }) => method === 'answerCallbackQuery')
  expect(new Set(presses.map(({ payload }) => payload['callback_query_id'])).size).toBe(1000)
  expect(presses).toHaveLength(1000)
  expect(new Set(messages.map(({ text }) => text)).size).toBe(1000)
  expect(messages).toHaveLength(1000)
})

test.each([
  ['more are to come', 100, 2_000],
  ['they are all', 99, 0],
])('messages of a batch wait for two seconds at most, if %s', async (_what, count, waitMs) => {
  const bot = await aHandler(echo)
  const began = bot.clock.now()
  await bot.takeAll(
    Array.from({ length: count }, (_, it) => (it === 0 ? told(0, 7, '一') : pressed(it, 100 + it))),
  )
  await bot.finish()
  const sent = bot.calls.filter(({ method }) => method === 'sendMessage')
  expect(sent.map(({ atMs }) => atMs - began)).toEqual([waitMs])
  const answers = bot.calls.filter(({ method }) => method === 'answerCallbackQuery')
  expect(answers).toHaveLength(count - 1)
  for (const { atMs } of answers) expect(atMs - began).toBe(0)
})

test('an update that stands twice in one batch is answered once, also where claims fail', async () => {
  const failing: SeenUpdates = { claim: () => Promise.reject(new Error('the storage is away')) }
  for (const seen of [undefined, failing]) {
    const bot = await aHandler(echo, seen)
    await bot.takeAll([told(1, 7, '一'), told(2, 7, '二'), told(1, 7, '一')])
    await bot.finish()
    expect(bot.texts(7)).toEqual(seen === undefined ? ['一', '二'] : ['抱歉', '抱歉'])
  }
})

test.each([
  [999, 0],
  [1000, 20_000],
])('of %i updates that wait, more are fetched after %i ms', async (count, afterMs) => {
  const bot = await aHandler(never)
  const began = bot.clock.now()
  const updates = Array.from({ length: count }, (_, n) => told(n, 100 + n, '一'))
  await bot.clock.run(bot.handler.take(updates))
  expect(bot.clock.now() - began).toBe(afterMs)
  await bot.finish()
})

describe('an update of the queue of all replicas', () => {
  const work = async (times: number, answer: Answering, noteCall = async () => true) => {
    const again: boolean[] = []
    const bot = await aHandler(answer, undefined, (request, mayBeAnswered) => {
      again.push(mayBeAnswered)
      return answer(request)
    })
    const shared = { times, mayBeAnswered: times > 2, noteCall }
    const outcome = await bot.clock.run(bot.handler.work(told(1, 7, '一'), shared))
    await bot.finish()
    return { outcome, again, texts: bot.texts(7) }
  }
  const away: Answering = () =>
    Promise.reject(new StoreError('busy', 'paperboy.sqlite', 'the database is busy'))

  test('is answered, and one that was begun before is answered with care', async () => {
    expect(await work(1, echo)).toEqual({ outcome: 'answered', again: [], texts: ['一'] })
    expect(await work(2, echo)).toEqual({ outcome: 'answered', again: [false], texts: ['一'] })
    expect(await work(3, echo)).toEqual({ outcome: 'answered', again: [true], texts: ['一'] })
  })

  test('is left for later while the storage is away, four times, and apologised for at the fifth', async () => {
    for (const times of [1, 4]) expect(await work(times, away)).toMatchObject({ outcome: 'later', texts: [] })
    expect(await work(5, away)).toMatchObject({ outcome: 'answered', texts: ['抱歉'] })
  })

  test('over which anything else fails is apologised for at once', async () => {
    const faults = [
      new Error('a fault'),
      // No wait mends it.
      new StoreError('damaged', 'paperboy.sqlite', 'the database is damaged'),
    ]
    for (const fault of faults)
      expect(await work(1, () => Promise.reject(fault))).toMatchObject({
        outcome: 'answered',
        texts: ['抱歉'],
      })
  })

  test('is not answered here if another process may have answered it', async () => {
    expect((await work(1, echo, async () => false)).texts).toEqual([])
  })
})

test('messages wait no longer when a batch comes that is not full, nor a second time in a flood', async () => {
  const bot = await aHandler(echo)
  const began = bot.clock.now()
  let id = 0
  const batch = (count: number) => Array.from({ length: count }, () => told(++id, 1000 + id, `${id}`))
  await bot.takeAll(batch(100))
  await bot.clock.run(bot.clock.sleep(500))
  await bot.takeAll(batch(3))
  await bot.clock.run(bot.clock.sleep(0))
  const firstMs = () => Math.min(...bot.calls.map(({ atMs }) => atMs - began))
  expect(firstMs()).toBe(500)
  for (let more = 0; more < 5; more++) {
    await bot.takeAll(batch(100))
    await bot.clock.run(bot.clock.sleep(1_000))
  }
  const late = bot.calls.filter(({ atMs }) => atMs - began > 2_600 && atMs - began < 5_500)
  expect(late.length).toBeGreaterThan(50)
  await bot.finish()
})

describe('what becomes of chats', () => {
  test.each([
    ['the bot is removed', [membership(1, 'kicked')], [['gone', -5, 'gone']]],
    ['the bot leaves', [membership(1, 'left')], [['gone', -5, 'gone']]],
    [
      'the bot is restricted and out',
      [membership(1, 'restricted', { is_member: false })],
      [['gone', -5, 'gone']],
    ],
    [
      'it comes back',
      [membership(1, 'left'), membership(2, 'member')],
      [
        ['gone', -5, 'gone'],
        ['back', -5],
      ],
    ],
    ['it is heard of twice', [told(1, 7, '一'), told(2, 7, '二')], [['back', 7]]],
    ['a button of its is pressed', [pressed(1, 7)], [['back', 7]]],
    [
      'it is out, and a button that stayed behind is pressed',
      [membership(1, 'kicked'), pressed(2, -5, 'group')],
      [['gone', -5, 'gone']],
    ],
    ['a photo is sent', [inGroup(1, { photo: [] })], [['back', -5]]],
    [
      'it gets another id',
      [inGroup(1, { migrate_to_chat_id: -1005 }), inGroup(1, { migrate_to_chat_id: -1005 })],
      [['moved', -5, -1005]],
    ],
    ['it had another id', [inGroup(1, { migrate_from_chat_id: -4 })], [['moved', -4, -5]]],
  ])('is told when %s', async (_what, updates, events) => {
    const bot = await aHandler(async () => undefined)
    await bot.takeAll(updates)
    await bot.finish()
    expect(bot.events).toEqual(events)
  })
})

describe('updates seen', () => {
  test('an id can be claimed once in 48 hours', async () => {
    const { clock } = await aDelivery(posted)
    const seen = createMemorySeenUpdates(clock)
    expect([...(await seen.claim([1, 1]))]).toEqual([1])
    expect([...(await seen.claim([1, 2]))]).toEqual([2])
    await clock.run(clock.sleep(47 * 3_600_000))
    expect([...(await seen.claim([1]))]).toEqual([])
    await clock.run(clock.sleep(3_600_000))
    expect([...(await seen.claim([3, 1]))]).toEqual([3, 1])
  })
})
