/** Notes what Telegram does to a call without telling the bot. */
export type Warn = (text: string) => void

/** Entities that Telegram drops: the bot is told nothing of them, but whoever tests it should be. */
export function warnOfDropped(warn: Warn, dropped: number | undefined, where = 'message'): void {
  if (dropped !== undefined)
    warn(`${where}: Telegram keeps 100 entities and drops ${dropped} more without a word`)
}
