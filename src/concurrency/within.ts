import type { Timing } from './timing.ts'

/**
 * The result of some work. The work goes on unheeded when it is late.
 * @param giveUps holds, for as long as the work is waited for, a function that gives the wait up before its time
 * @throws {Error} if the work takes longer than `ms`, or is given up
 */
export function within<T>(
  timing: Pick<Timing, 'schedule'>,
  ms: number,
  work: Promise<T>,
  giveUps: Set<() => void> = new Set(),
): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => {
      cancel()
      giveUps.delete(giveUp)
    }
    const fail = (reason: string) => {
      end()
      reject(new Error(reason))
    }
    const giveUp = () => fail('given up: the bot is being stopped')
    const cancel = timing.schedule(ms, () => fail(`no answer within ${ms} ms`))
    giveUps.add(giveUp)
    work.finally(end).then(resolve, reject)
  })
}
