import type { App } from '../app/index.ts'
import { systemClock } from '../ops/index.ts'
import type { Call } from './command.ts'
import { tellIfEmpty } from './empty-folder.ts'

/**
 * How long a command waits for another program that writes, such as a bot that takes a large folder in. Nobody waits for it
 * as for an answer in a chat, and what it has read by then would be read again.
 */
export const COMMAND_BUSY_MS = 30_000

/** Does something with the archive as the corpus folder is now, and closes it whatever happens. */
export async function withApp<T>(
  { config, log, output }: Pick<Call, 'config' | 'log' | 'output'>,
  work: (app: App) => Promise<T>,
): Promise<T> {
  // Only now: `--help` and wrong options wait for nothing of it.
  const { buildApp } = await import('../app/index.ts')
  const app = await buildApp(config, systemClock, log, { busyTimeoutMs: COMMAND_BUSY_MS })
  try {
    await app.takeIn()
    tellIfEmpty((await app.archive.size()).articles, config, output)
    return await work(app)
  } finally {
    await app.close()
  }
}
