import type { Clock } from '../ops/index.ts'
import type { Monitor } from './monitor.ts'
import type { Painter } from './open-painter.ts'

/** Builds the parts and joins them: the one place that picks implementations. */
export { type App, buildApp } from './build-app.ts'
export type { OpenedSite } from './open-site.ts'
export { openSearchServer } from './search-server.ts'
export { storeOptionsOf } from './store-options.ts'

/** Counts what the bot does; see `monitor.ts`. Loaded only if somebody wants to see it. */
export const createMonitor = async (clock: Clock): Promise<Monitor> =>
  new (await import('./monitor.ts')).Monitor(clock)

/**
 * See `open-bot.ts`. It is loaded only where there is to be a bot: whoever asks one question at the command line need
 * not wait for the conversation and all below it.
 */
export const openBot: typeof import('./open-bot.ts').openBot = async (...given) =>
  (await import('./open-bot.ts')).openBot(...given)

/** See `open-site.ts`. Loaded only where there is to be a bot. */
export const openSite: typeof import('./open-site.ts').openSite = async (...given) =>
  (await import('./open-site.ts')).openSite(...given)

/** See `open-painter.ts`. Loaded only where there is to be a bot. */
export const openPainter = async (corpus: string): Promise<Painter> =>
  (await import('./open-painter.ts')).openPainter(corpus)
