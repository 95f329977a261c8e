import { setTimeout as sleep } from 'node:timers/promises'
import { SearchServerError } from '../../../src/search/index.ts'
import type { Setting } from '../setting.ts'

/** What readers got while something was done to the cluster. */
export interface StreamResult {
  asked: number
  /** Told in a sentence that search is away. */
  refused: number
  /** Fewer hits than there are, and told so. */
  marked: number
  /** Fewer hits than there are, and not told so. */
  unmarked: number
  /** Why, and how often. */
  reasons: Record<string, number>
  /** When each was told so, by `performance.now()`. */
  refusedAtMs: number[]
  /** Anything else that went wrong. */
  broken: string[]
  longestMs: number
  /** When the last answer came that was not whole, by `performance.now()`; 0 if none did. */
  lastNotWholeMs: number
}

/** Asks queries at a steady rate until told to stop, whether answers come or not. */
export async function streamQueries(
  { server }: Pick<Setting, 'server'>,
  expected: readonly (readonly [query: string, total: number])[],
  perSecond: number,
  isOver: () => boolean,
): Promise<StreamResult> {
  const result: StreamResult = {
    asked: 0,
    refused: 0,
    reasons: {},
    refusedAtMs: [],
    marked: 0,
    unmarked: 0,
    broken: [],
    longestMs: 0,
    lastNotWholeMs: 0,
  }
  const running = new Set<Promise<void>>()
  const ask = async ([query, total]: readonly [string, number]) => {
    const start = performance.now()
    try {
      const found = await server.search(query, { today: '2024-12-31' })
      if (found.total !== total || found.partial) {
        result.lastNotWholeMs = performance.now()
        if (found.partial) result.marked++
        else result.unmarked++
      }
    } catch (error) {
      result.lastNotWholeMs = performance.now()
      if (error instanceof SearchServerError && error.trouble === 'unreachable') {
        result.refused++
        result.refusedAtMs.push(performance.now())
        const reason = /\((.*?)\)/.exec(error.message)?.[1] ?? error.message
        result.reasons[reason.slice(0, 80)] = (result.reasons[reason.slice(0, 80)] ?? 0) + 1
      } else result.broken.push(String(error).slice(0, 200))
    }
    result.longestMs = Math.max(result.longestMs, performance.now() - start)
  }
  while (!isOver()) {
    const next = expected[result.asked++ % expected.length]
    if (next === undefined) break
    const asked: Promise<void> = ask(next).finally(() => running.delete(asked))
    running.add(asked)
    await sleep(1000 / perSecond)
  }
  await Promise.all(running)
  return result
}

/** Adds up what several streams gave. */
export const addUp = (results: readonly StreamResult[]): StreamResult => ({
  asked: results.reduce((sum, it) => sum + it.asked, 0),
  refused: results.reduce((sum, it) => sum + it.refused, 0),
  reasons: results.reduce<Record<string, number>>((sums, { reasons }) => {
    for (const [reason, count] of Object.entries(reasons)) sums[reason] = (sums[reason] ?? 0) + count
    return sums
  }, {}),
  refusedAtMs: results.flatMap((it) => it.refusedAtMs),
  marked: results.reduce((sum, it) => sum + it.marked, 0),
  unmarked: results.reduce((sum, it) => sum + it.unmarked, 0),
  broken: results.flatMap((it) => it.broken),
  longestMs: Math.max(...results.map((it) => it.longestMs)),
  lastNotWholeMs: Math.max(...results.map((it) => it.lastNotWholeMs)),
})
