import { type BotProcess, startBot } from '../bot-process.ts'
import { STRICT_TOKEN, StrictApi } from './strict-api.ts'

export interface StrictBot {
  readonly api: StrictApi
  readonly bot: BotProcess
  /** @returns the bot's exit code */
  close(signal?: NodeJS.Signals): Promise<number | null>
}

/** The bot as it is really run: by polling, in a process of its own that nothing but its own work keeps alive. */
export async function startStrictBot(
  settings: Readonly<Record<string, string>> = {},
  prepare: (api: StrictApi) => void = () => {},
): Promise<StrictBot> {
  const api = new StrictApi()
  prepare(api)
  await api.listen()
  const bot = await startBot({ BOT_TOKEN: STRICT_TOKEN, TELEGRAM_API_ROOT: api.apiRoot, ...settings })
  return {
    api,
    bot,
    close: async (signal) => {
      const code = await bot.stop(signal)
      await api.goAway()
      return code
    },
  }
}
