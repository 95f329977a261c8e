/** What a piece of work took: on the clock, and of the processor with all its threads. */
export interface Cost {
  readonly wallMs: number
  readonly cpuMs: number
}

export async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const cpu = process.cpuUsage()
  const began = performance.now()
  await work()
  const wallMs = performance.now() - began
  const { user, system } = process.cpuUsage(cpu)
  return { wallMs, cpuMs: (user + system) / 1000 }
}

/**
 * Milliseconds on the clock or of the processor, whichever is less, for work that waits for nothing: other programs make
 * the one longer, threads beside the work the other. On a machine that does nothing else both are the same.
 */
export async function leastMs(work: () => Promise<unknown>): Promise<number> {
  const { wallMs, cpuMs } = await costOf(work)
  return Math.min(wallMs, cpuMs)
}

/** Objects and typed arrays in use, and what the system has given the process. */
export function memoryInUse(): { readonly heapMb: number; readonly rssMb: number } {
  if (globalThis.gc === undefined) throw new Error('memory is measured with --expose-gc')
  // Finalizers of one round free more for the next.
  for (let round = 0; round < 3; round++) globalThis.gc()
  const { heapUsed, external, rss } = process.memoryUsage()
  return { heapMb: (heapUsed + external) / 1e6, rssMb: rss / 1e6 }
}
