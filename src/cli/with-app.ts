import type { App } from '../app/index.ts'
import { systemClock } from '../ops/index.ts'
import type { Call } from './command.ts'
import { tellIfEmpty } from './empty-folder.ts'

/** Does something with the archive as the corpus folder is now, and closes it whatever happens. */
export async function withApp<T>(
  { config, log, output }: Pick<Call, 'config' | 'log' | 'output'>,
  work: (app: App) => Promise<T>,
): Promise<T> {
  // Only now: `--help` and wrong options wait for nothing of it.
  const { buildApp } = await import('../app/index.ts')
  const app = await buildApp(config, systemClock, log)
  try {
    await app.takeIn()
    tellIfEmpty((await app.archive.size()).articles, config, output)
    return await work(app)
  } finally {
    await app.close()
  }
}
