import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLogger } from '../../src/ops/index.ts'
import { openPlayground, type Playground } from '../../src/playground/index.ts'
import { callApi } from '../support/bot-api.ts'
import { createManualClock, type ManualClock } from '../support/manual-clock.ts'
import { openUser, type User } from '../support/user.ts'

let clock: ManualClock
let playground: Playground
let reader: User

beforeEach(async () => {
  clock = createManualClock()
  playground = await openPlayground({ log: createLogger('error'), clock, firstUpdateId: 1 })
  reader = await openUser(playground)
})
afterEach(async () => {
  reader.close()
  await playground.close()
})

const getUpdates = (params: object = {}) => callApi(playground, 'getUpdates', params)
const ids = (result: unknown) =>
  Array.isArray(result) ? result.map((it: { update_id: number }) => it.update_id) : result

test('updates come in order, and again until they are confirmed by the offset', async () => {
  for (const text of ['一', '二', '三']) await reader.send(text)
  const { result } = await getUpdates()
  expect(result).toMatchObject([
    { message: { text: '一', from: { id: 10_001, language_code: 'zh-hans' }, chat: { type: 'private' } } },
    { message: { text: '二' } },
    { message: { text: '三' } },
  ])
  expect(ids((await getUpdates({ limit: 2 })).result)).toEqual([1, 2])
  expect(ids((await getUpdates({ offset: 3 })).result)).toEqual([3])
  expect(ids((await getUpdates()).result)).toEqual([3])
})

test('a negative offset keeps so many from the end and forgets the others', async () => {
  for (const text of ['一', '二', '三']) await reader.send(text)
  expect(ids((await getUpdates({ offset: -1 })).result)).toEqual([3])
  expect(ids((await getUpdates()).result)).toEqual([3])
})

test('a long poll is answered at once when something happens, or empty when its time is over', async () => {
  const early = getUpdates({ timeout: 50 })
  await reader.send('喂')
  expect(ids((await early).result)).toEqual([1])
  const late = getUpdates({ offset: 2, timeout: 50 })
  const tick = setInterval(() => clock.advance(10_000), 5)
  expect((await late).result).toEqual([])
  clearInterval(tick)
})

test('a second poll ends the first one with 409', async () => {
  const polls = [getUpdates({ timeout: 50 }), getUpdates({ timeout: 50 })]
  expect(await Promise.race(polls)).toEqual({
    status: 409,
    ok: false,
    error_code: 409,
    description:
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  })
  await reader.send('喂')
  const answers = await Promise.all(polls)
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
})

test('an update is not lost when the poller hangs up before it comes', async () => {
  const hangUp = new AbortController()
  const lost = callApi(playground, 'getUpdates', { timeout: 50 }, hangUp.signal).catch(() => 'hung up')
  await callApi(playground, 'getMe')
  hangUp.abort()
  expect(await lost).toBe('hung up')
  await reader.send('喂')
  expect(ids((await getUpdates()).result)).toEqual([1])
})

test('only the kinds that were asked for come; changes of members only when named', async () => {
  const makeAdmin = () =>
    reader.act('set-user-status', { user: 10_002, chat: -20_001, status: 'administrator' })
  await makeAdmin()
  await reader.act('set-blocked', { blocked: true })
  expect((await getUpdates()).result).toMatchObject([
    { my_chat_member: { new_chat_member: { status: 'kicked' } } },
  ])
  await getUpdates({ offset: 2, allowed_updates: ['chat_member'] })
  await makeAdmin()
  await reader.send('喂')
  expect((await getUpdates()).result).toMatchObject([
    { chat_member: { new_chat_member: { status: 'administrator', user: { id: 10_002 } } } },
  ])
})

test('Telegram keeps updates for a day', async () => {
  await reader.send('昨天')
  clock.advance(25 * 3600_000)
  await reader.send('今天')
  expect((await getUpdates()).result).toMatchObject([{ message: { text: '今天' } }])
})
