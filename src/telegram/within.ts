import type { Clock } from '../ops/index.ts'

/** The result of some work. @throws where it takes longer than `ms`; the work then goes on unheeded */
export async function within<T>(clock: Clock, ms: number, work: Promise<T>): Promise<T> {
  const done = new AbortController()
  const late = clock.sleep(ms, done.signal).then(() => {
    throw new Error(`no answer within ${ms} ms`)
  })
  late.catch(() => {}) // where the work is done first
  try {
    return await Promise.race([work, late])
  } finally {
    done.abort()
  }
}
