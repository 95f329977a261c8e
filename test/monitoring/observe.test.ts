import { beforeEach, describe, expect, test } from 'vitest'
import type { Conversation } from '../../src/chat/index.ts'
import type { ApiResponse } from '../../src/delivery/index.ts'
import { Metrics, observeApi, observeConversation, observeOutbox } from '../../src/monitoring/index.ts'
import type { Store } from '../../src/store/index.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { wellState } from '../support/monitored-state.ts'
import { aNotice } from '../support/outbox.ts'
import { openTestStore } from '../support/stores.ts'

let metrics: Metrics
beforeEach(() => {
  metrics = new Metrics()
})

/** The lines of some counters, without their comments. */
async function linesOf(name: string): Promise<readonly string[]> {
  const { text } = await metrics.render(wellState)
  return text.split('\n').filter((line) => line.startsWith(name))
}

describe('what becomes of a message in the outbox is counted', () => {
  let outbox: Store['outbox']
  let ids: readonly number[]
  beforeEach(async () => {
    const store = await openTestStore()
    outbox = observeOutbox(store.outbox, metrics)
    ids = await store.outbox.add([aNotice('a'), aNotice('b', { chatId: 8 }), aNotice('c', { chatId: 9 })])
  })
  const finished = () => linesOf('paperboy_outbox_finished_total{')
  const repeated = () => linesOf('paperboy_outbox_possible_duplicates_total{')

  test('once, by its kind and how it ended', async () => {
    const [a = 0, b = 0] = ids
    for (const id of [a, b]) expect(await outbox.claim(id)).toMatchObject({ id })
    await outbox.complete(a, { messageId: 5 })
    await outbox.fail(b, 'gone')
    const counts = [
      'paperboy_outbox_finished_total{kind="operatorNotice",result="sent"} 1',
      'paperboy_outbox_finished_total{kind="operatorNotice",result="failed"} 1',
    ]
    expect(await finished()).toEqual(counts)
    // Whoever records it again, as after a fault of the storage, ends nothing.
    await outbox.complete(a, { messageId: 5 })
    await outbox.fail(b, 'gone')
    expect(await finished()).toEqual(counts)
  })

  test('and not if nobody claimed it', async () => {
    const [a = 0, b = 0] = ids
    await outbox.fail(a, 'nothing left to tell')
    await outbox.reschedule(b, { fromMs: 0, waitMs: 1, mayHaveArrived: true })
    expect(await finished()).toEqual([])
    expect(await repeated()).toEqual([])
  })

  test('a wait only if it may have arrived; then it is claimed anew', async () => {
    const [a = 0, b = 0] = ids
    for (const id of [a, b]) await outbox.claim(id)
    await outbox.reschedule(a, { fromMs: 0, waitMs: 1 })
    expect(await repeated()).toEqual([])
    await outbox.reschedule(b, { fromMs: 0, waitMs: 1, mayHaveArrived: true })
    expect(await repeated()).toEqual(['paperboy_outbox_possible_duplicates_total{kind="operatorNotice"} 1'])
    await outbox.claim(b)
    await outbox.complete(b, { messageId: 6 })
    expect(await finished()).toEqual([
      'paperboy_outbox_finished_total{kind="operatorNotice",result="sent"} 1',
    ])
  })
})

test('calls are measured by their method and what they came to', async () => {
  const clock = createManualClock()
  const answers: readonly ApiResponse[] = [
    { kind: 'ok', result: true },
    { kind: 'error', code: 429, description: 'Too Many Requests' },
    { kind: 'network', written: true, reason: 'ECONNRESET' },
  ]
  let nth = 0
  const api = observeApi(
    {
      call: async () => {
        clock.advance(2_000)
        return answers[nth++] ?? { kind: 'ok', result: true }
      },
    },
    metrics,
    clock,
  )
  const { signal } = new AbortController()
  for (const answer of answers) expect(await api.call('sendMessage', {}, signal)).toBe(answer)
  const lines = await linesOf('paperboy_api_call_seconds_sum')
  expect(lines).toEqual(
    ['ok', '429', 'network'].map(
      (result) => `paperboy_api_call_seconds_sum{method="sendMessage",result="${result}"} 2`,
    ),
  )
  expect(await linesOf('paperboy_rate_limits_total ')).toEqual(['paperboy_rate_limits_total 1'])
})

test('answers are measured by what was asked, an error too, and both go on to whoever asked', async () => {
  const clock = createManualClock()
  const taking =
    (ms: number, error?: Error) =>
    async (...given: readonly unknown[]) => {
      clock.advance(ms)
      if (error) throw error
      return given
    }
  const broken = new Error('the database is locked')
  const conversation = observeConversation(
    {
      answer: taking(1_000),
      answerAgain: taking(2_000, broken),
      answerInline: taking(4_000),
      apologise: (...given: readonly unknown[]) => given,
    } as unknown as Conversation,
    metrics,
    clock,
  )
  const request = { action: { kind: 'command' } } as Parameters<Conversation['answer']>[0]
  const typed = { query: '报' } as Parameters<Conversation['answerInline']>[0]
  expect(await conversation.answer(request)).toEqual([request])
  await expect(conversation.answerAgain(request, true)).rejects.toBe(broken)
  expect(await conversation.answerInline(typed)).toEqual([typed])
  expect(conversation.apologise(request, broken)).toEqual([request, broken])
  expect(await linesOf('paperboy_answer_seconds_sum')).toEqual([
    'paperboy_answer_seconds_sum{request="command",result="ok"} 1',
    'paperboy_answer_seconds_sum{request="command",result="error"} 2',
    'paperboy_answer_seconds_sum{request="inline",result="ok"} 4',
  ])
})
