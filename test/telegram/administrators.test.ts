import { expect, test } from 'vitest'
import { createAdministrators } from '../../src/telegram/administrators.ts'
import { aDelivery } from '../support/delivery.ts'
import { type MadeCall, refusal, type Scripted } from '../support/scripted-api.ts'

const is = (status: string): Scripted => ({ answer: { kind: 'ok', result: { status } } })

/** Groups in which somebody asks to change a setting, before a Telegram that knows who is what there. */
async function open(script: (call: MadeCall, nth: number) => Scripted) {
  const { delivery, clock, calls } = await aDelivery(script)
  const administrators = createAdministrators(delivery, clock)
  const isOne = (chatId: number, userId = 1, isAnonymousAdministrator = false) =>
    clock.run(
      administrators.isOne({
        chat: { kind: chatId < 0 ? 'group' : 'private', chatId },
        user: { id: userId },
        action: { kind: 'command', name: 'subscribe', text: '' },
        isAnonymousAdministrator,
      }),
    )
  const asked = () => calls.map(({ payload }) => [payload['chat_id'], payload['user_id']])
  const pass = (ms: number) => clock.run(clock.sleep(ms))
  return { isOne, asked, pass, clock, calls }
}

test.each([
  ['creator', true],
  ['administrator', true],
  ['member', false],
  ['restricted', false],
  ['left', false],
  ['kicked', false],
  ['administrators', false],
])('who is %s may change settings: %s', async (status, may) => {
  const { isOne } = await open(() => is(status))
  expect(await isOne(-1)).toBe(may)
})

test.each([[null], [undefined], ['administrator'], [{}], [[]]])(
  'an answer that is %j makes nobody one',
  async (result) => {
    const { isOne } = await open(() => ({ answer: { kind: 'ok', result } }))
    expect(await isOne(-1)).toBe(false)
  },
)

test('in a private chat everybody may, and who speaks in the name of the group: Telegram is not asked', async () => {
  const { isOne, asked } = await open(() => is('left'))
  expect(await isOne(7)).toBe(true)
  expect(await isOne(-1, 1, true)).toBe(true)
  expect(asked()).toEqual([])
})

test('one person in two groups is asked for in each, and so are two persons in one group', async () => {
  const { isOne, asked, calls } = await open(({ chatId, payload }) =>
    is(chatId === -1 && payload['user_id'] === 1 ? 'administrator' : 'member'),
  )
  expect([await isOne(-1), await isOne(-2), await isOne(-1, 2), await isOne(-1)]).toEqual([
    true,
    false,
    false,
    true,
  ])
  expect(new Set(calls.map(({ method }) => method))).toEqual(new Set(['getChatMember']))
  expect(asked()).toEqual([
    [-1, 1],
    [-2, 1],
    [-1, 2],
  ])
})

test('chats and people whose numbers run together are not taken for one another', async () => {
  const { isOne } = await open(({ chatId }) => is(chatId === -11 ? 'administrator' : 'member'))
  expect([await isOne(-11, 2), await isOne(-1, 12)]).toEqual([true, false])
})

test.each([
  ['taken away', 'administrator', 'member', true],
  ['given', 'member', 'administrator', false],
])('rights that are %s count after a minute, to the millisecond', async (_what, before, after, mayFirst) => {
  const { isOne, asked, pass } = await open((_call, nth) => is(nth === 1 ? before : after))
  expect(await isOne(-1)).toBe(mayFirst)
  await pass(60_000)
  expect(await isOne(-1)).toBe(mayFirst)
  expect(asked()).toHaveLength(1)
  await pass(1)
  expect(await isOne(-1)).toBe(!mayFirst)
  expect(asked()).toHaveLength(2)
})

test('what is remembered of one person is not kept alive by questions about others, or about the same', async () => {
  const { isOne, asked, pass } = await open(({ payload }, nth) =>
    is(payload['user_id'] === 1 && nth === 1 ? 'administrator' : 'member'),
  )
  expect(await isOne(-1)).toBe(true)
  for (let second = 0; second < 7; second++) {
    await pass(10_000)
    await isOne(-1, 2)
    expect(await isOne(-1)).toBe(second < 6)
  }
  expect(asked().filter(([, user]) => user === 1)).toHaveLength(2)
})

test('a clock of the wall that is set back keeps no rights alive', async () => {
  const { isOne, pass, clock } = await open((_call, nth) => is(nth === 1 ? 'administrator' : 'member'))
  expect(await isOne(-1)).toBe(true)
  clock.setForward(-3_600_000)
  await pass(60_001)
  expect(await isOne(-1)).toBe(false)
})

test('where Telegram cannot say, nobody is let do anything, and the next question is asked anew', async () => {
  const { isOne, calls } = await open((_call, nth) =>
    nth === 1 ? refusal(400, 'Bad Request: user not found') : is('administrator'),
  )
  await expect(isOne(-1)).rejects.toThrow('cannot ask who is administrator: Bad Request: user not found')
  expect(await isOne(-1)).toBe(true)
  expect(calls).toHaveLength(2)
})
