import { describe, expect, test } from 'vitest'
import { createRateLimitMemory, type FailureReason } from '../../src/delivery/index.ts'
import { aDelivery, aMessage, inGroup, privately } from '../support/delivery.ts'
import { posted, tooMany } from '../support/scripted-api.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

const reply = { priority: 'reply' } as const
const notice = { priority: 'notice' } as const
const failure = (reason: FailureReason, forGood: boolean) => ({ kind: 'failed', reason, forGood })
const times = (calls: readonly { atMs: number }[]) => calls.map(({ atMs }) => atMs - (calls[0]?.atMs ?? 0))

test('a message goes, though the time goes on between two looks at the clock', async () => {
  const clock = createVirtualClock()
  let looks = 0
  const creeping = { ...clock, monotonicNow: () => clock.monotonicNow() + ++looks / 1000 }
  const { delivery } = await aDelivery(posted, { clock: creeping })
  const sent = await clock.run(delivery.send(privately(7), aMessage('文'), reply))
  expect(sent).toMatchObject({ kind: 'sent' })
})

describe('the pace', () => {
  const sendMany = async (
    place: (index: number) => ReturnType<typeof privately | typeof inGroup>,
    count: number,
  ) => {
    const { delivery, clock, calls } = await aDelivery(posted)
    await clock.run(
      Promise.all(
        Array.from({ length: count }, (_, it) => delivery.send(place(it), aMessage(`${it}`), reply)),
      ),
    )
    return times(calls)
  }
  const most = (at: readonly number[], spanMs: number) =>
    Math.max(...at.map((from) => at.filter((it) => it >= from && it < from + spanMs).length))

  test('a chat: five at once, then one a second', async () => {
    expect(await sendMany(() => privately(7), 8)).toEqual([0, 0, 0, 0, 0, 1000, 2000, 3000])
  })

  test('a group: no more than twenty in any minute', async () => {
    const at = await sendMany(() => inGroup(-7), 50)
    expect(most(at, 60_000)).toBe(20)
    expect(at.at(-1)).toBeLessThanOrEqual(125_000)
  })

  test('all chats: no more than thirty in any second', async () => {
    const at = await sendMany((index) => privately(index + 1), 300)
    expect(most(at, 1000)).toBe(30)
    expect(at.at(-1)).toBe(9000)
  })

  test('no more than a hundred replies wait for one chat', async () => {
    const { delivery, clock, calls } = await aDelivery(posted)
    const sent = Array.from({ length: 150 }, (_, it) => delivery.send(privately(7), aMessage(`${it}`), reply))
    const results = await clock.run(Promise.all(sent))
    expect(results.filter(({ kind }) => kind === 'sent').length).toBe(calls.length)
    expect(results.at(-1)).toEqual(failure('tooLate', false))
    expect(calls.length).toBe(101) // one under way
  })

  test('replies go before notices, also within one chat, and find room among ten thousand', async () => {
    const { delivery, clock, calls } = await aDelivery(posted)
    const notices = Array.from({ length: 10_000 }, (_, it) =>
      delivery.send(privately(it + 1), aMessage('早报'), notice),
    )
    const took: number[] = []
    const readers = async () => {
      for (let asked = 0; asked < 200; asked++) {
        await clock.sleep(700)
        const began = clock.now()
        await delivery.send(privately(asked + 1), aMessage('答'), reply)
        took.push(clock.now() - began)
      }
    }
    await clock.run(Promise.all([readers(), ...notices]))
    expect(calls).toHaveLength(10_200)
    expect(times(calls).at(-1)).toBeLessThan((10_000 / 24) * 1000)
    expect(Math.max(...took)).toBeLessThan(300)
  })
})

describe('told to wait', () => {
  test('a chat is called again to the second, not before; others are not held up', async () => {
    const { delivery, clock, calls } = await aDelivery(({ chatId }, nth) =>
      chatId === 7 && nth === 1 ? tooMany(17) : posted(),
    )
    const results = await clock.run(
      Promise.all([
        delivery.send(privately(7), aMessage('一'), reply),
        delivery.send(privately(7), aMessage('二'), reply),
        delivery.send(privately(8), aMessage('三'), reply),
      ]),
    )
    expect(results.map(({ kind }) => kind)).toEqual(['sent', 'sent', 'sent'])
    expect(calls.map(({ chatId, text }) => `${chatId}${text}`)).toEqual([
      '7<b>一</b>',
      '8<b>三</b>',
      '7<b>一</b>',
      '7<b>二</b>',
    ])
    expect(times(calls)).toEqual([0, 0, 17_000, 17_000])
  })

  test('three chats that are told of the same end mean all', async () => {
    const { delivery, clock, calls } = await aDelivery(({ atMs }, nth) =>
      nth <= 3 ? tooMany(30) : { answer: { kind: 'ok', result: { at: atMs } } },
    )
    await clock.run(
      Promise.all(
        [1, 2, 3]
          .map((id) => delivery.send(privately(id), aMessage('文'), reply))
          .concat(clock.sleep(1000).then(() => delivery.send(privately(99), aMessage('文'), reply))),
      ),
    )
    expect(times(calls)).toEqual([0, 0, 0, 30_000, 30_000, 30_000, 30_000])
  })

  test('for hours: a notice waits, a reply is given up, and the operator is told', async () => {
    const { delivery, clock, calls, said } = await aDelivery((_call, nth) =>
      nth === 1 ? tooMany(20_000) : posted(),
    )
    const results = await clock.run(
      Promise.all([
        delivery.send(privately(7), aMessage('早报'), notice),
        clock.sleep(5000).then(() => delivery.send(privately(7), aMessage('答'), reply)),
      ]),
    )
    expect(results).toEqual([{ kind: 'sent', messageId: expect.any(Number) }, failure('tooLate', false)])
    expect(times(calls)).toEqual([0, 20_000_000])
    expect(said()).toContain('Telegram wants us to wait for long')
  })

  test('for hours: the wait is kept beyond the end of the process', async () => {
    const waits = createRateLimitMemory()
    const first = await aDelivery(() => tooMany(7200), { waits })
    void first.delivery.send(privately(7), aMessage('早报'), notice)
    await first.clock.run(first.clock.sleep(1000))
    const second = await aDelivery(posted, { waits })
    const began = second.clock.now()
    await second.clock.run(second.delivery.send(privately(7), aMessage('早报'), notice))
    expect(second.calls.map(({ atMs }) => atMs - began)).toEqual([7_200_000])
  })

  test('a wait that is kept is no longer than it was told, though the clock was set back an hour', async () => {
    const waits = createRateLimitMemory()
    const first = await aDelivery(() => tooMany(120), { waits })
    void first.delivery.send(privately(7), aMessage('早报'), notice)
    await first.clock.run(first.clock.sleep(1000))
    const clock = createVirtualClock(first.clock.now() - 3_600_000)
    const second = await aDelivery(posted, { waits, clock })
    const began = clock.now()
    await clock.run(second.delivery.send(privately(7), aMessage('早报'), notice))
    expect(second.calls.map(({ atMs }) => atMs - began)).toEqual([120_000])
  })

  test('10,000 sends, one in five told to wait 1 to 60 s: none before its time, none lost', async () => {
    let state = 7
    const random = () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0 // seed 7; constants of the C standard's example
      return (state >>> 8) / 2 ** 24
    }
    const notBefore = new Map<number | undefined, number>()
    let early = 0
    const { delivery, clock, calls } = await aDelivery(({ chatId, atMs }) => {
      if (atMs < (notBefore.get(chatId) ?? 0)) early += 1
      if (random() >= 0.2) return posted()
      const seconds = 1 + Math.floor(random() * 60)
      notBefore.set(chatId, atMs + seconds * 1000)
      return tooMany(seconds)
    })
    const sent = Array.from({ length: 10_000 }, (_, it) =>
      delivery.send(privately(1 + (it % 4000)), aMessage(`${it}`), notice),
    )
    const results = await clock.run(Promise.all(sent))
    expect(early).toBe(0)
    expect(results.filter(({ kind }) => kind !== 'sent')).toEqual([])
    expect(calls.length).toBeGreaterThan(12_000)
    const last = new Map<number | undefined, number>()
    for (const { chatId, text } of calls) {
      const number = Number(/\d+/.exec(text ?? '')?.[0])
      expect(number).toBeGreaterThanOrEqual(last.get(chatId) ?? 0)
      last.set(chatId, number)
    }
  })
})

describe('notices', () => {
  const within = async (script: Parameters<typeof aDelivery>[0], chats: readonly number[]) => {
    const { delivery, clock, calls } = await aDelivery(script)
    await clock.run(Promise.all(chats.map((id) => delivery.send(privately(id), aMessage(`${id}`), notice))))
    return calls.map(({ chatId, atMs }) => [chatId, atMs - (calls[0]?.atMs ?? 0)])
  }

  test('go one after the other', async () => {
    expect(await within(() => ({ ...posted(), afterMs: 400 }), [1, 2, 3])).toEqual([
      [1, 0],
      [2, 400],
      [3, 800],
    ])
  })

  test('do not wait longer than a second for one another', async () => {
    expect(await within(() => ({ ...posted(), afterMs: 9000 }), [1, 2, 3])).toEqual([
      [1, 0],
      [2, 1000],
      [3, 2000],
    ])
  })

  test('take their turn when they are tried again, too', async () => {
    const made = await within(
      (_call, nth) => (nth === 1 ? tooMany(1) : { ...posted(), afterMs: 700 }),
      [1, 2, 3],
    )
    expect(made).toEqual([
      [1, 0],
      // The pace of notices: 25 a second.
      [2, 40],
      [3, 740],
      [1, 1440],
    ])
  })

  test('hold up no reply', async () => {
    const { delivery, clock, calls } = await aDelivery(() => ({ ...posted(), afterMs: 900 }))
    await clock.run(
      Promise.all([
        delivery.send(privately(1), aMessage('1'), notice),
        delivery.send(privately(2), aMessage('2'), notice),
        delivery.send(privately(3), aMessage('3'), reply),
      ]),
    )
    expect(calls.map(({ chatId, atMs }) => [chatId, atMs - (calls[0]?.atMs ?? 0)])).toEqual([
      [1, 0],
      [3, 0],
      [2, 900],
    ])
  })
})
