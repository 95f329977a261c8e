import { describe, expect, test } from 'vitest'
import { createRateLimitMemory } from '../../src/delivery/index.ts'
import { NoticeTurn } from '../../src/delivery/notice-turn.ts'
import { RateLimitWaits } from '../../src/delivery/rate-limit-waits.ts'
import { aDelivery, aMessage, privately } from '../support/delivery.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { createRecordedLog } from '../support/recorded-log.ts'
import { posted, refusal, type Scripted, tooMany } from '../support/scripted-api.ts'

const reply = { priority: 'reply' } as const
const notice = { priority: 'notice' } as const
const all = { kind: 'all' } as const
const chat = (chatId: number) => ({ kind: 'chat', chatId }) as const

describe('waits', () => {
  const open = () => {
    const clock = createManualClock()
    const told: (readonly [string, number])[] = []
    const waits = new RateLimitWaits([], {
      memory: createRateLimitMemory(),
      shared: { close: async (scope, ms) => void told.push([scope, ms]) },
      clock,
      log: createRecordedLog(),
    })
    return { clock, waits, told }
  }

  test('a shorter wait that is told later, here or by another process, ends none that is longer', () => {
    const { clock, waits } = open()
    waits.note(chat(7), 60)
    clock.advance(1000)
    waits.note(chat(7), 5)
    waits.hear('chat 7', 6000)
    expect(waits.until(chat(7))).toBe(60_000)
    waits.hear('chat 7', 70_000)
    expect(waits.until(chat(7))).toBe(71_000)
    expect(waits.until(chat(8))).toBe(0)
  })

  test('a wait for all holds each chat, and the longer of the two counts', () => {
    const { waits } = open()
    waits.hear('all', 9000)
    expect([waits.until(all), waits.until(chat(7))]).toEqual([9000, 9000])
    waits.note(chat(7), 12)
    expect([waits.until(all), waits.until(chat(7)), waits.until(chat(8))]).toEqual([9000, 12_000, 9000])
  })

  test.each([
    ['within a second, until the same second', [10, 9, 10], 0, true],
    ['within a second, until others', [10, 8, 10], 0, false],
    ['not within a second, until the same second', [10, 9.5, 9], 500, false],
  ])('three chats that are told to wait %s', (_what, seconds, apartMs, concernsAll) => {
    const { clock, waits } = open()
    for (const [n, it] of seconds.entries()) {
      waits.note(chat(n), it)
      clock.advance(apartMs)
    }
    expect(waits.until(all) > 0).toBe(concernsAll)
  })

  test('one chat that is told again and again concerns no other', () => {
    const { waits } = open()
    for (let n = 0; n < 4; n++) waits.note(chat(7), 9)
    expect([waits.until(chat(7)), waits.until(all)]).toEqual([9000, 0])
  })

  test('every wait is told to other processes, a short one too', () => {
    const { waits, told } = open()
    waits.note(chat(7), 1)
    waits.note(chat(8), 90)
    expect(told).toEqual([
      ['chat 7', 1000],
      ['chat 8', 90_000],
    ])
  })
})

describe('the turn of notices', () => {
  test('is free where nobody has it, and for a second is not where somebody has', () => {
    const turn = new NoticeTurn()
    expect(turn.freeAt(5)).toBe(5)
    const one = {}
    turn.take(one, 100)
    expect([turn.freeAt(100), turn.freeAt(1099), turn.freeAt(1101)]).toEqual([1100, 1100, 1101])
    turn.leave(one)
    expect(turn.freeAt(200)).toBe(200)
  })

  test('is left by whoever has it, and by nobody who had it before', () => {
    const turn = new NoticeTurn()
    const [slow, next] = [{}, {}]
    turn.take(slow, 0)
    turn.take(next, 1500)
    turn.leave(slow)
    expect(turn.freeAt(1600)).toBe(2500)
    turn.leave(next)
    expect(turn.freeAt(1600)).toBe(1600)
  })
})

test('of a reply and a notice that may go at once, the reply goes first, whichever came first', async () => {
  const { delivery, clock, calls } = await aDelivery((_call, nth) => (nth === 1 ? tooMany(9) : posted()))
  const first = delivery.send(privately(7), aMessage('先'), notice)
  await clock.run(clock.sleep(1000))
  const others = [
    delivery.send(privately(7), aMessage('讯'), notice),
    delivery.send(privately(7), aMessage('答'), reply),
  ]
  await clock.run(Promise.all([first, ...others]))
  expect(calls.map(({ text }) => text)).toEqual(['<b>先</b>', '<b>答</b>', '<b>先</b>', '<b>讯</b>'])
})

test('a wait that was announced makes the wait after a failure no longer', async () => {
  const afterWaits = async (waits: number) => {
    const { delivery, clock, calls } = await aDelivery(
      (_call, nth): Scripted =>
        nth <= waits ? tooMany(1) : nth === waits + 1 ? refusal(502, 'Bad Gateway') : posted(),
    )
    await clock.run(delivery.send(privately(7), aMessage('一'), reply))
    const [failed, again] = calls.slice(-2)
    return (again?.atMs ?? 0) - (failed?.atMs ?? 0)
  }
  const first = await afterWaits(0)
  expect(first).toBeGreaterThan(0)
  expect(await afterWaits(6)).toBe(first)
})

test('a chat that went from one id to another and back is found where it is now', async () => {
  const { delivery, clock, events } = await aDelivery(() => posted())
  const { availability } = delivery
  availability.noteMoved(-7, -1007)
  availability.noteMoved(-7, -1007)
  expect([availability.currentId(-7), availability.currentId(-1007)]).toEqual([-1007, -1007])
  availability.noteMoved(-1007, -7)
  expect([availability.currentId(-7), availability.currentId(-1007)]).toEqual([-7, -7])
  availability.noteMoved(-9, -9)
  await clock.run(availability.idle())
  expect(events).toEqual([
    ['moved', -7, -1007],
    ['moved', -1007, -7],
  ])
})
