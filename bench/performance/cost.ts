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

/** Objects and typed arrays in use, and what the system has given the process. */
export function memoryInUse(): { readonly heapMb: number; readonly rssMb: number } {
  if (globalThis.gc === undefined) throw new Error('memory is measured with --expose-gc')
  // Finalizers of one round free more for the next.
  for (let round = 0; round < 3; round++) globalThis.gc()
  const { heapUsed, external, rss } = process.memoryUsage()
  return { heapMb: (heapUsed + external) / 1e6, rssMb: rss / 1e6 }
}
