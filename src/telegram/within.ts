import type { Clock } from '../ops/index.ts'

/**
 * The result of some work. The work goes on unheeded when it is late.
 * @param waiting aborted when the wait is over; abort it to give the wait up before its time
 * @throws where the work takes longer than `ms`, or `waiting` is aborted from outside
 */
export async function within<T>(
  clock: Clock,
  ms: number,
  work: Promise<T>,
  waiting: AbortController = new AbortController(),
): Promise<T> {
  const late = clock.sleep(ms, waiting.signal).then(() => {
    throw new Error(`no answer within ${ms} ms`)
  })
  late.catch(() => {}) // where the work is done first
  try {
    return await Promise.race([work, late])
  } finally {
    waiting.abort()
  }
}
