import { describe, expect, test } from 'vitest'
import type { FailureReason } from '../../src/delivery/index.ts'
import { aDelivery, aMessage, inGroup, privately } from '../support/delivery.ts'
import { posted, refusal, tooMany } from '../support/scripted-api.ts'

const reply = { priority: 'reply' } as const
const notice = { priority: 'notice' } as const
const failure = (reason: FailureReason, forGood: boolean) => ({ kind: 'failed', reason, forGood })
const times = (calls: readonly { atMs: number }[]) => calls.map(({ atMs }) => atMs - (calls[0]?.atMs ?? 0))

test('what is sent tells its message, in order within a chat', async () => {
  const { delivery, clock, calls } = await aDelivery(({ text }) => ({
    afterMs: text === '<b>一</b>' ? 900 : 5,
    ...posted(),
  }))
  const sent = ['一', '二', '三'].map((it) => delivery.send(privately(7), aMessage(it), reply))
  for (const result of await clock.run(Promise.all(sent)))
    expect(result).toEqual({ kind: 'sent', messageId: expect.any(Number) })
  expect(calls.map(({ text }) => text)).toEqual(['<b>一</b>', '<b>二</b>', '<b>三</b>'])
  expect(times(calls)).toEqual([0, 900, 905])
})

test('of edits of one message that wait, only the latest is made', async () => {
  const { delivery, clock, calls } = await aDelivery(posted)
  const edits = Array.from({ length: 9 }, (_, n) => delivery.edit(privately(7), 5, aMessage(`页${n + 1}`)))
  const other = delivery.edit(privately(7), 6, aMessage('另'))
  const results = await clock.run(Promise.all([...edits, other]))
  expect(calls.map(({ text }) => text)).toEqual(['<b>页1</b>', '<b>页9</b>', '<b>另</b>'])
  expect(results.slice(1, 8)).toEqual(Array(7).fill(failure('outdated', true)))
})

test('a message belongs into its topic', async () => {
  const { delivery, clock, calls } = await aDelivery(posted)
  await clock.run(delivery.send({ ...inGroup(-5), threadId: 42 }, aMessage('文'), reply))
  expect(calls[0]?.payload).toMatchObject({ chat_id: -5, message_thread_id: 42, parse_mode: 'HTML' })
})

describe('right before its first call a message', () => {
  test('is noted, once, however often it is called', async () => {
    const { delivery, clock, calls } = await aDelivery((_call, nth) => (nth === 1 ? tooMany(3) : posted()))
    const noted: number[] = []
    const beforeCall = async () => {
      await clock.sleep(50)
      return noted.push(calls.length) > 0
    }
    expect(
      await clock.run(delivery.send(privately(7), aMessage('早报'), { ...notice, beforeCall })),
    ).toMatchObject({ kind: 'sent' })
    expect(noted).toEqual([0])
    expect(times(calls)).toEqual([0, 3000])
  })

  test.each([
    ['is not wanted any more', async () => false],
    ['cannot be noted', async () => Promise.reject(new Error('the disk is full'))],
  ])('is withdrawn where it %s', async (_case, beforeCall) => {
    const { delivery, clock, calls } = await aDelivery(posted)
    const sent = delivery.send(privately(7), aMessage('早报'), { ...notice, beforeCall })
    const next = delivery.send(privately(7), aMessage('二'), notice)
    expect(await clock.run(sent)).toEqual(failure('withdrawn', false))
    expect(await clock.run(next)).toMatchObject({ kind: 'sent' })
    expect(calls.map(({ text }) => text)).toEqual(['<b>二</b>'])
  })

  test('is not called where the bot is stopped while it is noted', async () => {
    const { delivery, clock, calls } = await aDelivery(posted)
    const beforeCall = () => clock.sleep(500).then(() => true)
    const sent = delivery.send(privately(7), aMessage('早报'), { ...notice, beforeCall })
    await clock.run(clock.sleep(100))
    await clock.run(delivery.close(4000))
    expect(await sent).toEqual(failure('closed', false))
    expect(calls).toEqual([])
  })
})

test('a notice that would come too late is not waited for', async () => {
  const { delivery, clock, calls } = await aDelivery(() => tooMany(3600))
  const began = clock.now()
  const sent = delivery.send(privately(7), aMessage('早报'), { ...notice, withinMs: 60_000 })
  expect(await clock.run(sent)).toEqual(failure('tooLate', false))
  expect(clock.now()).toBe(began)
  expect(calls).toHaveLength(1)
})

describe('answers', () => {
  test('to presses know no budget and no order', async () => {
    const { delivery, clock, calls } = await aDelivery(({ method }) =>
      method === 'sendMessage' ? 'hang' : { answer: { kind: 'ok', result: true } },
    )
    void delivery.send(privately(7), aMessage('文'), reply)
    await clock.run(
      Promise.all(Array.from({ length: 100 }, (_, it) => delivery.answerPress(`${it}`, '好'.repeat(300)))),
    )
    expect(new Set(times(calls))).toEqual(new Set([0]))
    expect(calls.at(-1)?.text).toHaveLength(200)
  })

  test('are tried again for ten seconds, and not longer', async () => {
    const { delivery, clock, calls } = await aDelivery((_call, nth) =>
      nth < 3 ? refusal(502, 'Bad Gateway') : { answer: { kind: 'ok', result: true } },
    )
    expect(await clock.run(delivery.answerPress('1'))).toMatchObject({ kind: 'done' })
    expect(calls).toHaveLength(3)
    const down = await aDelivery(() => 'hang')
    const began = down.clock.now()
    expect(await down.clock.run(down.delivery.answerPress('1'))).toMatchObject({
      kind: 'failed',
      reason: 'unreachable',
    })
    expect(down.clock.now() - began).toBeLessThanOrEqual(10_000)
    expect(down.calls.length).toBeGreaterThan(1)
  })

  test('a method that Telegram wants to hear nothing of for a day is not called, and stops nothing else', async () => {
    const { delivery, clock, calls } = await aDelivery(({ method }) =>
      method === 'setMyDescription' ? tooMany(86_400) : posted(),
    )
    for (let i = 0; i < 3; i++)
      expect(await clock.run(delivery.call('setMyDescription', {}, 60_000))).toMatchObject({
        kind: 'failed',
        reason: 'tooLate',
      })
    expect(await clock.run(delivery.send(privately(7), aMessage('文'), reply))).toMatchObject({
      kind: 'sent',
    })
    expect(calls.map(({ method }) => method)).toEqual(['setMyDescription', 'sendMessage'])
  })
})

describe('the end', () => {
  test('replies that can go are sent, all else is decided, within the time given', async () => {
    const { delivery, clock } = await aDelivery(({ chatId }) =>
      chatId === 1 ? 'hang' : chatId === 2 ? tooMany(60) : posted(),
    )
    const settled: Record<string, unknown> = {}
    const note = (name: string, result: Promise<unknown>) => void result.then((it) => (settled[name] = it))
    note('hanging', delivery.send(privately(1), aMessage('文'), reply))
    note('behind it', delivery.send(privately(1), aMessage('文'), reply))
    note('told to wait', delivery.send(privately(2), aMessage('文'), reply))
    for (let i = 0; i < 7; i++) note(`burst ${i}`, delivery.send(privately(3), aMessage('文'), reply))
    await clock.run(clock.sleep(10))
    for (let i = 0; i < 1000; i++)
      note(`digest ${i}`, delivery.send(privately(100 + i), aMessage('早报'), notice))
    const began = clock.now()
    await clock.run(delivery.close(8000))
    expect(clock.now() - began).toBeLessThanOrEqual(8000)
    expect(settled).toMatchObject({
      hanging: { kind: 'ambiguous' },
      'behind it': failure('closed', false),
      'told to wait': failure('closed', false),
      'burst 6': { kind: 'sent' },
      'digest 999': failure('closed', false),
    })
    expect(Object.keys(settled)).toHaveLength(1010)
  })

  test('with nothing to do it takes no time', async () => {
    const { delivery, clock } = await aDelivery(posted)
    const began = clock.now()
    await clock.run(delivery.close(8000))
    expect(clock.now()).toBe(began)
  })
})
