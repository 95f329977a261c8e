import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

export interface PassTask {
  readonly corpus: string
  /** Folder of the database. */
  readonly data: string
  /** Threads that read; as many as are worth it unless told. */
  readonly threads?: number | undefined
}

export interface PassFigures {
  readonly seconds: number
  readonly cpuSeconds: number
  readonly articles: number
  /** How long the event loop was held up: at most, and all but once in a hundred times. */
  readonly blockMs: number
  readonly p99Ms: number
  /** Share of the time in which the event loop could not have answered anybody. */
  readonly busy: number
  /** The most memory that the process had at once. */
  readonly peakMb: number
}

/** Takes a folder in, in a process that has done nothing else. */
export async function measurePass(task: PassTask): Promise<PassFigures> {
  const child = join(import.meta.dirname, 'child.ts')
  const running = promisify(execFile)(process.execPath, ['--import', 'tsx', child, JSON.stringify(task)])
  const end = () => void running.child.kill()
  process.once('exit', end)
  const { stdout } = await running.finally(() => process.off('exit', end))
  return JSON.parse(stdout) as PassFigures // oxlint-disable-line typescript/no-unsafe-type-assertion -- our own child
}
