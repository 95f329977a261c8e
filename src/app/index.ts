/** Builds the parts and joins them: the one place that picks implementations. */
export { type App, buildApp } from './build-app.ts'

/**
 * See `open-bot.ts`. It is loaded only where there is to be a bot: whoever asks one question at the command line need
 * not wait for the conversation and all below it.
 */
export const openBot: typeof import('./open-bot.ts').openBot = async (...given) =>
  (await import('./open-bot.ts')).openBot(...given)
