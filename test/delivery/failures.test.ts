import { describe, expect, test } from 'vitest'
import type { FailureReason } from '../../src/delivery/index.ts'
import { aDelivery, aMessage, inGroup, privately } from '../support/delivery.ts'
import { posted, refusal } from '../support/scripted-api.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

const reply = { priority: 'reply' } as const
const notice = { priority: 'notice' } as const
const failure = (reason: FailureReason, forGood: boolean) => ({ kind: 'failed', reason, forGood })
const START_MS = createVirtualClock().now()
const sinceStart = (atMs = 0) => atMs - START_MS
const times = (calls: readonly { atMs: number }[]) => calls.map(({ atMs }) => atMs - (calls[0]?.atMs ?? 0))

describe('failures that pass', () => {
  test('a server error is tried again, later and later', async () => {
    const { delivery, clock, calls, said } = await aDelivery((_call, nth) =>
      nth < 4 ? refusal(502, 'Bad Gateway') : posted(),
    )
    expect(await clock.run(delivery.send(privately(7), aMessage('文'), reply))).toMatchObject({
      kind: 'sent',
    })
    expect(times(calls)).toEqual([0, 250, 750, 1750])
    expect(said()).toContain('trying again')
  })

  test('a reply goes out when a server that was away for some minutes is back', async () => {
    const { delivery, clock, calls } = await aDelivery(({ atMs }) =>
      sinceStart(atMs) < 5 * 60_000
        ? { answer: { kind: 'network', written: false, reason: 'connect ECONNREFUSED' } }
        : posted(),
    )
    expect(await clock.run(delivery.send(privately(7), aMessage('答'), reply))).toMatchObject({
      kind: 'sent',
    })
    expect(sinceStart(calls.at(-1)?.atMs)).toBeLessThan(6 * 60_000 + 1)
  })

  test('a reply is given up after a quarter of an hour; a notice is not', async () => {
    const { delivery, clock, calls } = await aDelivery(({ atMs }) =>
      sinceStart(atMs) < 20 * 60_000 ? refusal(500, 'Internal Server Error') : posted(),
    )
    expect(await clock.run(delivery.send(privately(7), aMessage('答'), reply))).toEqual(
      failure('tooLate', false),
    )
    expect(sinceStart(calls.at(-1)?.atMs)).toBeGreaterThan(13 * 60_000)
    expect(await clock.run(delivery.send(privately(7), aMessage('早报'), notice))).toMatchObject({
      kind: 'sent',
    })
  })

  test.each(['socket hang up', 'read ECONNRESET', 'invalid json response body'])(
    'a reply whose answer was lost (%s) is sent once more, and the log says so',
    async (reason) => {
      const lost = { answer: { kind: 'network', written: true, reason } } as const
      const once = await aDelivery((_call, nth) => (nth === 1 ? lost : posted()))
      const sent = once.delivery.send(privately(7), aMessage('答'), reply)
      expect(await once.clock.run(sent)).toMatchObject({ kind: 'sent' })
      expect(once.calls).toHaveLength(2)
      expect(once.said()).toContain('as a possible duplicate')

      const always = await aDelivery(() => lost)
      const ambiguous = always.delivery.send(privately(7), aMessage('答'), reply)
      expect(await always.clock.run(ambiguous)).toEqual({ kind: 'ambiguous' })
      expect(always.calls).toHaveLength(2)
    },
  )

  test('a notice that may have arrived is not sent again by itself; an edit is made again', async () => {
    const { delivery, clock, calls } = await aDelivery((_call, nth) =>
      nth <= 2 ? { answer: { kind: 'network', written: true, reason: 'socket hang up' } } : posted(),
    )
    expect(await clock.run(delivery.send(privately(7), aMessage('报'), notice))).toEqual({
      kind: 'ambiguous',
    })
    expect(calls).toHaveLength(1)
    expect(await clock.run(delivery.edit(privately(7), 3, aMessage('页')))).toMatchObject({ kind: 'sent' })
    expect(calls.map(({ method }) => method)).toEqual(['sendMessage', 'editMessageText', 'editMessageText'])
  })

  test('a digest that may have arrived is marked first, then sent again', async () => {
    const marks: number[] = []
    const { delivery, clock, calls } = await aDelivery((_call, nth) => (nth === 1 ? 'hang' : posted()))
    const beforeRepeat = async () => void marks.push(calls.length)
    expect(
      await clock.run(delivery.send(privately(7), aMessage('早报'), { ...notice, beforeRepeat })),
    ).toMatchObject({ kind: 'sent' })
    expect(marks).toEqual([1])
    expect(calls).toHaveLength(2)
  })

  test('a digest whose mark cannot be kept is not sent again', async () => {
    const { delivery, clock, calls } = await aDelivery(() => 'hang')
    const beforeRepeat = () => Promise.reject(new Error('the disk is full'))
    expect(
      await clock.run(delivery.send(privately(7), aMessage('早报'), { ...notice, beforeRepeat })),
    ).toEqual({ kind: 'ambiguous' })
    expect(calls).toHaveLength(1)
  })

  test('what may have arrived has not certainly failed, whatever comes later', async () => {
    const { delivery, clock } = await aDelivery((_call, nth) =>
      nth === 1 ? 'hang' : refusal(403, 'Forbidden: bot was blocked by the user'),
    )
    const beforeRepeat = async () => {}
    expect(
      await clock.run(delivery.send(privately(7), aMessage('早报'), { ...notice, beforeRepeat })),
    ).toEqual({ kind: 'ambiguous' })
  })

  test('a call that hangs is given up after half a minute and holds nobody else up', async () => {
    const { delivery, clock, calls } = await aDelivery(({ chatId }) => (chatId === 7 ? 'hang' : posted()))
    const began = clock.now()
    const hanging = delivery.send(privately(7), aMessage('文'), reply).then(() => clock.now() - began)
    const others = Promise.all(
      Array.from({ length: 25 }, (_, it) => delivery.send(privately(100 + it), aMessage('文'), reply)),
    )
    await clock.run(others)
    expect(clock.now() - began).toBe(0)
    expect(await clock.run(hanging)).toBe(60_250) // twice, since somebody waits for it
    expect(calls).toHaveLength(27)
  })
})

describe('failures that stay', () => {
  test('HTML that is refused goes once more as plain text, and is told to the operator', async () => {
    const { delivery, clock, calls, said } = await aDelivery((_call, nth) =>
      nth === 1 ? refusal(400, "Bad Request: can't parse entities: x") : posted(),
    )
    expect(await clock.run(delivery.send(privately(7), aMessage('a < b & "c"'), reply))).toMatchObject({
      kind: 'sent',
    })
    expect(calls.map(({ text }) => text)).toEqual(['<b>a &lt; b &amp; &quot;c&quot;</b>', 'a < b & "c"'])
    expect(calls[1]?.payload).not.toHaveProperty('parse_mode')
    expect(said()).toContain('sent as plain text')
  })

  test('and no second time', async () => {
    const { delivery, clock, calls } = await aDelivery(() =>
      refusal(400, "Bad Request: can't parse entities: x"),
    )
    expect(await clock.run(delivery.send(privately(7), aMessage('文'), reply))).toEqual(
      failure('refused', true),
    )
    expect(calls).toHaveLength(2)
  })

  test.each([
    ['there is nothing to change', 'message is not modified', { kind: 'sent', messageId: undefined }],
    ['the message is gone', 'message to edit not found', failure('targetGone', true)],
  ])('an edit where %s is made once', async (_what, words, result) => {
    const { delivery, clock, calls, said } = await aDelivery(() => refusal(400, `Bad Request: ${words}`))
    expect(await clock.run(delivery.edit(privately(7), 3, aMessage('页')))).toEqual(result)
    expect(calls).toHaveLength(1)
    expect(said()).not.toMatch(/"level":[456]0/)
  })

  test('a chat that blocked the bot is told to its keeper once, sent no more notices, and asked again when it speaks', async () => {
    let isBlocked = true
    const { delivery, clock, calls, events } = await aDelivery(() =>
      isBlocked ? refusal(403, 'Forbidden: bot was blocked by the user') : posted(),
    )
    const sent = [1, 2, 3].map(() => delivery.send(privately(7), aMessage('早报'), notice))
    expect(await clock.run(Promise.all(sent))).toEqual([1, 2, 3].map(() => failure('gone', true)))
    expect(calls).toHaveLength(1)
    isBlocked = false
    delivery.availability.noteHeard(7)
    delivery.availability.noteHeard(7)
    expect(await clock.run(delivery.send(privately(7), aMessage('早报'), notice))).toMatchObject({
      kind: 'sent',
    })
    expect(events).toEqual([
      ['gone', 7, 'gone'],
      ['back', 7],
    ])
  })

  test('a group with a new id gets all that waits for it there, in order', async () => {
    const { delivery, clock, calls, events } = await aDelivery(({ chatId }) =>
      chatId === -7
        ? refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
            migrateToChatId: -1007,
          })
        : posted(),
    )
    const sent = ['一', '二', '三'].map((it) => delivery.send(inGroup(-7), aMessage(it), reply))
    expect((await clock.run(Promise.all(sent))).map(({ kind }) => kind)).toEqual(['sent', 'sent', 'sent'])
    await clock.run(delivery.send(inGroup(-7), aMessage('四'), reply))
    expect(calls.map(({ chatId, text }) => `${chatId}${text}`)).toEqual([
      '-7<b>一</b>',
      '-1007<b>一</b>',
      '-1007<b>二</b>',
      '-1007<b>三</b>',
      '-1007<b>四</b>',
    ])
    expect(events).toEqual([['moved', -7, -1007]])
  })
})
