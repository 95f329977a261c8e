import { setTimeout as sleep } from 'node:timers/promises'
import { newReader, type Reader } from '../../test/support/reader.ts'

/** How many read at once. */
export const READERS = [1, 20, 100] as const

/** Deeds of each reader, a second or more apart: what a chat may be sent without waiting (docs/delivery.md). */
const DEEDS = 15
const LEAST_PAUSE_MS = 1000
/** A slow reply is a figure, not a failure. */
export const LONGEST_WAIT_MS = 60_000
/** Replies a second of all readers together: below 30, the pace of all chats, so that nobody waits for that. */
const PACE = 24

/** How long each reply took, with so many readers at once. */
export async function measureReplies(
  url: string,
  atOnce: number,
  queries: readonly string[],
): Promise<readonly number[]> {
  const readers = await Promise.all(
    Array.from({ length: atOnce }, () => newReader(url, 'zh-hans', LONGEST_WAIT_MS)),
  )
  const pauseMs = Math.max(LEAST_PAUSE_MS, (1000 * atOnce) / PACE)
  const took = await Promise.all(
    readers.map(async (reader, n) => {
      // One after the other: all in the same second would wait for the pace of all chats.
      await sleep((pauseMs * n) / atOnce)
      return read(reader, n, pauseMs, queries)
    }),
  )
  for (const { user } of readers) user.close()
  return took.flat()
}

/** Searches, opens what is found and goes back, looking at each for a moment. */
async function read(
  reader: Reader,
  round: number,
  pauseMs: number,
  queries: readonly string[],
): Promise<readonly number[]> {
  const took: number[] = []
  const deed = async (act: () => Promise<unknown>) => {
    // Not in step with the others.
    await sleep(pauseMs * (1 + ((round * 7 + took.length * 3) % 10) / 20))
    const began = performance.now()
    await act()
    took.push(performance.now() - began)
  }
  while (took.length < DEEDS) {
    await deed(() => reader.say(queries[(round + took.length) % queries.length] ?? ''))
    await deed(() => reader.tap('1'))
    await deed(() => reader.tap(/返回/))
  }
  return took
}
