import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Resident memory of a process, in bytes: before it drew anything, while its thread lives, and at rest afterwards. */
export interface Memory {
  readonly before: number
  readonly drawing: number
  readonly after: number
}

/** Draws a card, a chart, a front page and a clipping in a process of its own, and waits until its thread has ended. */
export async function measureMemory(): Promise<Memory> {
  const child = new URL('./memory-child.ts', import.meta.url).pathname
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', '--import', 'tsx', child])
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own child
  return JSON.parse(stdout) as Memory
}
