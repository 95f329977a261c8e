import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { putReadPages } from '../support/bot-process.ts'
import type { Fault } from '../support/strict-api/fault.ts'
import { type StrictBot, startStrictBot } from '../support/strict-api/strict-bot.ts'
import { messageUpdate } from '../support/strict-api/updates.ts'
import { eventually } from '../support/watch-calls.ts'

// The bot polls in a process of its own. Nothing but its own work keeps it alive: the server is another process, no
// playground is open, and no call hangs from an earlier test.

let strict: StrictBot
let lastId = 500
let people = 90_000

const polls = () => strict.api.callsTo('getUpdates').length
const textsTo = (userId: number) =>
  strict.api.callsTo('sendMessage').filter(({ params }) => params['chat_id'] === userId)

/** Somebody whom nobody has seen yet asks for help, and is answered. */
async function expectAnAnswer(limitMs = 30_000): Promise<void> {
  const userId = people++
  strict.api.updates.push(messageUpdate(++lastId, userId, '/help'))
  await eventually(() => textsTo(userId).length > 0, limitMs).catch(() => {
    throw new Error(`no answer within ${limitMs} ms\n${strict.bot.said()}`)
  })
  expect(textsTo(userId)).not.toEqual([])
}

/** The next poll meets the fault. */
async function spoilNextPoll(fault: Fault): Promise<void> {
  let isMet = false
  strict.api.plan = (method) => {
    if (method !== 'getUpdates' || isMet) return undefined
    isMet = true
    return fault
  }
  await expectAnAnswer() // ends the poll that is held
  await eventually(() => isMet)
}

describe('a bot that polls, and that nothing else keeps alive', () => {
  beforeAll(async () => {
    strict = await startStrictBot()
    await expectAnAnswer()
  })
  afterAll(async () => {
    await strict.close()
  })

  test.each<[string, Fault]>([
    ['429', { kind: 'status', status: 429, retryAfter: 1 }],
    ['500', { kind: 'status', status: 500 }],
    ['502 and a page', { kind: 'html', status: 502 }],
    ['200 and a page', { kind: 'html', status: 200 }],
    ['200 and nothing', { kind: 'empty' }],
    ['200 and null', { kind: 'null' }],
    ['half an answer', { kind: 'half' }],
    ['a reset connection', { kind: 'reset' }],
    ['an endless answer', { kind: 'huge' }],
    ['401', { kind: 'status', status: 401 }],
    ['404', { kind: 'status', status: 404 }],
    ['409', { kind: 'status', status: 409 }],
    ['400', { kind: 'status', status: 400 }],
    ['403', { kind: 'status', status: 403 }],
  ])('goes on after a poll that met %s', async (_what, fault) => {
    await spoilNextPoll(fault)
    await expectAnAnswer()
  })

  test('goes on after the server was away for ten seconds', async () => {
    await strict.api.goAway()
    await sleep(10_000)
    await strict.api.listen()
    await expectAnAnswer()
  })

  test('goes on after a poll that nobody answered', async () => {
    await spoilNextPoll({ kind: 'hang' })
    await expectAnAnswer(120_000)
  })

  test('has told each failure in one line, without a stack', () => {
    const failures = strict.bot
      .said()
      .split('\n')
      .filter((line) => line.includes('cannot be fetched'))
    expect(failures.length).toBeGreaterThanOrEqual(16)
    for (const line of failures) expect(JSON.parse(line)).not.toHaveProperty('err')
    expect(strict.bot.said()).not.toMatch(/^\s+at /m)
  })

  test('answers after update ids have begun anew, lower, and asks for the last plus one', async () => {
    lastId = 700_000_000
    await expectAnAnswer()
    lastId = 100_000_000
    await expectAnAnswer()
    await expectAnAnswer()
    await eventually(() => strict.api.callsTo('getUpdates').at(-1)?.params['offset'] === lastId + 1)
  })

  test('asks slowly while it is given nothing but known updates, answers none twice, and recovers', async () => {
    const known = messageUpdate(++lastId, people++, '/help')
    strict.api.updates.push(known)
    const userId = people - 1
    await eventually(() => textsTo(userId).length === 1)
    strict.api.script = () => [known]
    strict.api.updates.push(messageUpdate(++lastId, people++, '/help')) // ends the poll that is held
    const before = polls()
    await sleep(5000)
    expect(polls() - before).toBeLessThan(10)
    strict.api.script = undefined
    await expectAnAnswer()
    expect(textsTo(userId)).toHaveLength(1)
  })

  test('ends in order after all that', async () => {
    expect(await strict.bot.stop()).toBe(0)
    expect(strict.bot.said()).not.toMatch(/unhandled|uncaught/i)
  })
})

test('told to end while it waits out failures, it ends in order', async () => {
  const bot = await startStrictBot({}, (api) => {
    api.plan = (method) => (method === 'getUpdates' ? { kind: 'status', status: 401 } : undefined)
  })
  await eventually(() => bot.api.callsTo('getUpdates').length >= 4)
  expect(await bot.close()).toBe(0)
})

test('an update that is given again after a restart is not answered again', async () => {
  const data = mkdtempSync(join(tmpdir(), 'paperboy-again-'))
  putReadPages(data)
  const update = messageUpdate(77, 91_000, '/help')
  const first = await startStrictBot({ DATA_DIR: data }, (api) => api.updates.push(update))
  await eventually(() => first.api.callsTo('sendMessage').length === 1)
  await first.close('SIGKILL')
  const second = await startStrictBot({ DATA_DIR: data }, (api) =>
    api.updates.push(update, messageUpdate(78, 91_001, '/help')),
  )
  await eventually(() => second.api.callsTo('sendMessage').length > 0)
  await sleep(500) // whatever came too much would have come by now
  expect(second.api.callsTo('sendMessage').map(({ params }) => params['chat_id'])).toEqual([91_001])
  expect(await second.close()).toBe(0)
  rmSync(data, { recursive: true, force: true })
})
