/** What something has cost, in milliseconds. Neither grows with what else the machine does, as time by the clock would. */
export interface Measured<T> {
  readonly result: T
  /** Of the processor. */
  readonly workMs: number
  /** In which this process had nothing to do: it waited for a timer, a file or a socket. */
  readonly waitMs: number
}

/** Does something, and measures it; nothing else may run in this process meanwhile. */
export async function measured<T>(run: () => T | Promise<T>): Promise<Measured<T>> {
  const work = process.cpuUsage()
  const loop = performance.eventLoopUtilization()
  const result = await run()
  const { user, system } = process.cpuUsage(work)
  return { result, workMs: (user + system) / 1000, waitMs: performance.eventLoopUtilization(loop).idle }
}
