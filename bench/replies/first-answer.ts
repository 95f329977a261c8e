import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { startBot } from '../../test/support/bot-process.ts'
import { newReader } from '../../test/support/reader.ts'
import { LONGEST_WAIT_MS } from './readers.ts'

export interface FirstAnswer {
  /** From the start of the process to a reader's first answered search. */
  readonly tookMs: number
  /** Memory of the process a moment later. */
  readonly rssMb: number
}

/** Starts the bot anew and searches once. */
export async function measureFirstAnswer(
  settings: Readonly<Record<string, string>>,
  query: string,
): Promise<FirstAnswer> {
  const began = performance.now()
  const bot = await startBot(settings)
  try {
    const reader = await newReader(bot.url, 'zh-hans', LONGEST_WAIT_MS)
    await reader.say(query)
    const tookMs = performance.now() - began
    const rssMb = await memoryOf(bot.pid)
    reader.user.close()
    return { tookMs, rssMb }
  } finally {
    await bot.stop('SIGKILL')
  }
}

/** What the system has given a process, in MB. */
async function memoryOf(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', `${pid}`])
  return (Number(stdout) * 1024) / 1e6
}
