import { describe, expect, test } from 'vitest'
import type { InlineRequest, Request } from '../../src/chat/index.ts'
import { say } from '../../src/chat/turn/reply.ts'
import { posted } from '../support/scripted-api.ts'
import { aHandler, echo, inGroup, never, pressed, told, type Update } from '../support/update-handler.ts'

const typed = (id: number, userId: number, query: string): Update => ({
  update_id: id,
  inline_query: { id: `q${id}`, from: { id: userId, is_bot: false, first_name: '王' }, query, offset: '' },
})
const shared = (times = 1) => ({ times, mayBeAnswered: false, noteCall: async () => true })

/** A handler that answers what is typed behind the bot's name so. */
const whereTyped = (answerInline: (request: InlineRequest) => Promise<{ cards: []; next: string }>) =>
  aHandler(echo, undefined, echo, { answerInline })
type Bot = Awaited<ReturnType<typeof whereTyped>>
/** The queries that were answered, in order, with the time. */
const answersOf = ({ calls }: Bot, began = 0) =>
  calls
    .filter(({ method }) => method === 'answerInlineQuery')
    .map(({ payload, atMs }) => [payload['inline_query_id'], payload['next_offset'], atMs - began])

describe('what is typed behind the name of the bot', () => {
  test('is answered in order for each person, and nobody waits for another one', async () => {
    const bot = await whereTyped(async ({ query, user, bot: name }) => {
      await bot.clock.sleep(Number(query) * 100)
      return { cards: [], next: `${name} ${user.id} ${query}` }
    })
    const began = bot.clock.now()
    await bot.takeAll([typed(1, 7, '9'), typed(2, 7, '1'), typed(3, 8, '2')])
    await bot.finish()
    expect(answersOf(bot, began)).toEqual([
      ['q3', 'paperboy 8 2', 200],
      ['q1', 'paperboy 7 9', 900],
      ['q2', 'paperboy 7 1', 1_000],
    ])
  })

  test('and cannot be answered is left alone and logged: whoever types on asks anew', async () => {
    const bot = await whereTyped(({ query }) =>
      query === '坏' ? Promise.reject(new Error('no')) : Promise.resolve({ cards: [], next: query }),
    )
    await bot.takeAll([typed(1, 7, '坏'), typed(2, 7, '好')])
    expect(await bot.clock.run(bot.handler.work(typed(3, 7, '坏'), shared()))).toBe('answered')
    expect(await bot.clock.run(bot.handler.work(typed(4, 7, '行'), shared()))).toBe('answered')
    await bot.finish()
    expect(answersOf(bot).map(([id]) => id)).toEqual(['q2', 'q4'])
    expect(bot.said).toEqual([
      'an update could not be handled; it is skipped',
      'an update could not be handled; it is skipped',
    ])
  })

  test('and is not answered for twenty seconds holds up the next one no longer', async () => {
    const bot = await whereTyped(({ query }) =>
      query === '久' ? never() : Promise.resolve({ cards: [], next: query }),
    )
    const began = bot.clock.now()
    await bot.takeAll([typed(1, 7, '久'), typed(2, 7, '好')])
    await bot.finish()
    expect(answersOf(bot, began)).toEqual([['q2', '好', 20_000]])
  })

  test('is not answered where it may have been answered before', async () => {
    const bot = await aHandler(echo, { claim: () => Promise.reject(new Error('the disk is full')) }, echo, {
      answerInline: async () => ({ cards: [], next: '' }),
    })
    await bot.takeAll([typed(1, 7, '好')])
    await bot.finish()
    expect(bot.calls).toEqual([])
  })
})

describe('what comes together', () => {
  /** In which turns of the event loop updates of a kind are begun. */
  const turnsOf = async (updateOf: (n: number) => Update) => {
    let turn = 0
    const begun: number[] = []
    const note = async () => {
      begun.push(turn)
      return undefined
    }
    const bot = await aHandler(note, undefined, note, {
      answerInline: async () => {
        begun.push(turn)
        return { cards: [], next: '' }
      },
    })
    const updates = Array.from({ length: 8 }, (_, n) => updateOf(n))
    await bot.handler.take(updates)
    for (; begun.length < updates.length; turn++) await new Promise(setImmediate)
    await bot.finish()
    return new Set(begun).size
  }

  test('is begun together if it is presses, which share a commit; of messages and queries one in a turn', async () => {
    expect(await turnsOf((n) => pressed(n, 100 + n))).toBe(1)
    // The first of them may begin before the turns are counted.
    expect(await turnsOf((n) => told(n, 100 + n, '一'))).toBeGreaterThan(6)
    expect(await turnsOf((n) => typed(n, 100 + n, '一'))).toBeGreaterThan(6)
  })

  test('of twenty chats that take long sixteen are worked on at once, of as many presses all', async () => {
    for (const [updateOf, most] of [
      [(n: number) => told(n, 100 + n, '一'), 16],
      [(n: number) => pressed(n, 100 + n), 20],
      [(n: number) => typed(n, 100 + n, '一'), 16],
    ] as const) {
      let begun = 0
      const wait = () => {
        begun += 1
        return never()
      }
      const bot = await aHandler(wait, undefined, wait, { answerInline: wait })
      await bot.takeAll(Array.from({ length: 20 }, (_, n) => updateOf(n)))
      await bot.clock.run(bot.clock.sleep(1_000))
      expect(begun).toBe(most)
      await bot.finish()
    }
  })
})

test('the wait of one full batch ends no later one before its time', async () => {
  const begunMs: number[] = []
  const bot = await aHandler(async () => {
    begunMs.push(bot.clock.now() - began)
    return undefined
  })
  const began = bot.clock.now()
  let id = 0
  const batch = (count: number) => Array.from({ length: count }, () => told(++id, 1000 + id, `${id}`))
  for (const [count, afterMs] of [
    [100, 500],
    [1, 500],
    [100, 9_000],
  ] as const) {
    await bot.takeAll(batch(count))
    await bot.clock.run(bot.clock.sleep(afterMs))
  }
  await bot.finish()
  expect(new Set(begunMs.slice(0, 101))).toEqual(new Set([500]))
  // Two seconds after they came, not after the first ones did.
  expect(new Set(begunMs.slice(101))).toEqual(new Set([3_000]))
})

describe('whoever asks', () => {
  const asked = async (update: Update, status: string) => {
    const told: boolean[] = []
    const answer = async ({ isAdministrator }: Request) => {
      told.push(await isAdministrator())
      return say('好')
    }
    const bot = await aHandler(answer, undefined, answer, {
      script: ({ method }) =>
        method === 'getChatMember' ? { answer: { kind: 'ok', result: { status } } } : posted(),
    })
    await bot.takeAll([update])
    await bot.finish()
    const calls = bot.calls.filter(({ method }) => method === 'getChatMember')
    return { told, calls: calls.map(({ payload }) => payload) }
  }

  test('is an administrator if Telegram says so of a group, and always in private', async () => {
    const inThatGroup = inGroup(1, { text: '@paperboy 好' })
    const calls = [{ chat_id: -5, user_id: 7 }]
    expect(await asked(inThatGroup, 'administrator')).toEqual({ told: [true], calls })
    expect(await asked(inThatGroup, 'member')).toEqual({ told: [false], calls })
    expect(await asked(told(1, 7, '好'), 'member')).toEqual({ told: [true], calls: [] })
  })
})

describe('an update of the queue of all replicas', () => {
  test('tells of its chat, and one that asks nothing is done with', async () => {
    const bot = await aHandler(echo)
    expect(await bot.clock.run(bot.handler.work(told(1, 7, '一'), shared()))).toBe('answered')
    const photo = inGroup(2, { photo: [] })
    expect(await bot.clock.run(bot.handler.work(photo, shared()))).toBe('answered')
    const ofNoChat = { update_id: 3, poll: {} } as unknown as Update
    expect(await bot.clock.run(bot.handler.work(ofNoChat, shared()))).toBe('answered')
    await bot.finish()
    expect(bot.events).toEqual([
      ['back', 7],
      ['back', -5],
    ])
  })

  test('of a form that nobody knows is done with and logged', async () => {
    const bot = await aHandler(echo)
    const odd = { update_id: 1, message: { chat: { id: '7' } } } as unknown as Update
    expect(await bot.clock.run(bot.handler.work(odd, shared()))).toBe('answered')
    expect(bot.said).toEqual(['an update has a form that the Bot API does not know'])
    await bot.finish()
    expect(bot.calls).toEqual([])
  })
})

test('where updates cannot be claimed nothing is noted of their chats, which others may have noted', async () => {
  const bot = await aHandler(echo, { claim: () => Promise.reject(new Error('the disk is full')) })
  await bot.takeAll([told(1, 7, '一')])
  await bot.finish()
  expect([bot.texts(7), bot.events]).toEqual([['抱歉'], []])
})

test('what is given up is waited for no longer, and a press among it is left to whoever starts next', async () => {
  const bot = await aHandler(never)
  const began = bot.clock.now()
  await bot.takeAll([told(1, 7, '一'), pressed(2, 8)])
  bot.handler.giveUp()
  await bot.finish()
  expect(bot.clock.now() - began).toBe(0)
  expect(bot.calls.map(({ method, chatId }) => [method, chatId])).toEqual([['sendMessage', 7]])
})
