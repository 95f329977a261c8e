import { type App, buildApp } from '../app/index.ts'
import type { Config } from '../config/index.ts'
import { createLogger, systemClock } from '../ops/index.ts'

/** Does something with the archive as the corpus folder is now, and closes it whatever happens. */
export async function withApp<T>(config: Config, work: (app: App) => Promise<T>): Promise<T> {
  const app = await buildApp(config, systemClock, createLogger(config.LOG_LEVEL))
  try {
    await app.takeIn()
    return await work(app)
  } finally {
    await app.close()
  }
}
