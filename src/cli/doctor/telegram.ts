import type { Config } from '../../config/index.ts'
import { type Check, look } from './check.ts'

const MEND = 'copy BOT_TOKEN again from @BotFather; if you need a proxy to reach Telegram, set PROXY_URL'

/** Whether Telegram can be reached, and knows the token. */
export function checkTelegram(config: Config): Promise<Check> {
  const check = 'Telegram'
  const { BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, PROXY_URL: proxyUrl } = config
  return look(check, MEND, async () => {
    const { askProfile } = await import('../../telegram/index.ts')
    if (token === undefined)
      return {
        check,
        state: 'warn',
        finding: 'BOT_TOKEN is not set: the bot will start the local playground',
        mend: 'to go live, put the token from @BotFather into .env',
      }
    return {
      check,
      state: 'ok',
      finding: `@${(await askProfile({ token, apiRoot, proxyUrl })).username} at ${apiRoot}`,
    }
  })
}
