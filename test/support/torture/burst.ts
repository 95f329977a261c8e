import { setTimeout as sleep } from 'node:timers/promises'
import { startStrictBot } from '../strict-api/strict-bot.ts'
import type { WaitingUpdate } from '../strict-api/update-line.ts'
import { callbackUpdate, inlineUpdate, messageUpdate, readerOf } from '../strict-api/updates.ts'
import { memoryOf } from './memory-of.ts'

/** What became of a burst of updates. Times are milliseconds since the burst. */
export interface BurstFigures {
  readonly updates: number
  readonly answered: number
  /** Updates that were answered more than once. */
  readonly twice: number
  /** Times of the answers to callback queries and inline queries. */
  readonly queryMs: readonly number[]
  /** Messages that were sent before 95 % of the queries were answered. */
  readonly messagesBefore: number
  /** Most memory of the process, MB. */
  readonly rssMb: number
}

const FIRST_USER = 200_000
const QUERIES = ['残疾人 保险', '中欧班列', '科学技术奖', '数字经济', '成都', '科技创新', '博物馆']
const SPREAD_MS = 200

/** A third each of messages, callback queries and inline queries, each from somebody else. */
const burstOf = (count: number): readonly WaitingUpdate[] =>
  Array.from({ length: count }, (_, n) => {
    const [updateId, userId] = [10_000 + n, FIRST_USER + n]
    const query = QUERIES[n % QUERIES.length] ?? ''
    if (n % 3 === 0) return messageUpdate(updateId, userId, n % 2 === 0 ? '/help' : query)
    return n % 3 === 1 ? callbackUpdate(updateId, userId, 'n') : inlineUpdate(updateId, userId, query)
  })

/**
 * Gives a running bot so many updates within 0.2 s.
 * @param limitMs longest wait for the last answer: messages go at the pace that Telegram bears, 30 a second
 * @param queryLifetimeMs how long queries wait for their answers; as long as with Telegram unless told
 */
export async function runBurst(
  count: number,
  limitMs: number,
  queryLifetimeMs?: number,
): Promise<BurstFigures> {
  const strict = await startStrictBot()
  const { api, bot } = strict
  if (queryLifetimeMs !== undefined) api.queryLifetimeMs = queryLifetimeMs
  api.updates.push(messageUpdate(1, 7, '成都'))
  while (!api.callsTo('sendMessage').some(({ done }) => done)) await sleep(50)
  const updates = burstOf(count)
  const beganMs = performance.now()
  for (let part = 0; part < 10; part++) {
    api.updates.push(...updates.slice((part * count) / 10, ((part + 1) * count) / 10))
    await sleep(SPREAD_MS / 10)
  }
  const answers = () => {
    const byUser = new Map<number, number>()
    for (const { params, done } of api.calls) {
      const userId = readerOf(params)
      if (done && userId !== undefined && userId >= FIRST_USER)
        byUser.set(userId, (byUser.get(userId) ?? 0) + 1)
    }
    return byUser
  }
  let rssMb = 0
  while (answers().size < count && performance.now() - beganMs < limitMs) {
    rssMb = Math.max(rssMb, memoryOf(bot.pid))
    await sleep(250)
  }
  const byUser = answers()
  const queryMs = api.calls
    .filter(({ method, done, atMs }) => done && atMs > beganMs && method.startsWith('answer'))
    .map(({ atMs }) => atMs - beganMs)
  const doneQueries = queryMs.toSorted((a, b) => a - b)
  const mostQueriesMs = beganMs + (doneQueries[Math.floor(doneQueries.length * 0.95)] ?? Infinity)
  const messagesBefore = api
    .callsTo('sendMessage')
    .filter(({ done, atMs }) => done && atMs > beganMs && atMs < mostQueriesMs).length
  await strict.close()
  return {
    updates: count,
    answered: byUser.size,
    twice: [...byUser.values()].filter((times) => times > 1).length,
    queryMs,
    messagesBefore,
    rssMb,
  }
}
