import { Telegraf } from 'telegraf'
import type { Playground } from '../../src/playground/index.ts'

/** A telegraf bot of the tests' own, which talks to a playground as any bot talks to Telegram. */
export function createTestBot({ apiRoot, token }: Pick<Playground, 'apiRoot' | 'token'>): Telegraf {
  return new Telegraf(token, { telegram: { apiRoot, webhookReply: false } })
}

/** Starts long polling; settles when the bot is known to be polling. Call the answer to stop it. */
export async function startPolling(bot: Telegraf): Promise<() => Promise<void>> {
  let ended: Promise<void> = Promise.resolve()
  await new Promise<void>((resolve, reject) => {
    ended = bot.launch(resolve)
    ended.catch(reject)
  })
  return async () => {
    bot.stop()
    await ended
  }
}
