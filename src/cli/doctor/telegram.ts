import type { Config } from '../../config/index.ts'
import { type Check, look } from './check.ts'

const MEND =
  'copy BOT_TOKEN again from @BotFather; where Telegram is reached through a proxy only, set PROXY_URL'

/** Whether Telegram can be reached, and knows the token. */
export function checkTelegram(config: Config): Promise<Check> {
  const check = 'Telegram'
  const { BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, PROXY_URL: proxyUrl } = config
  return look(check, MEND, async () => {
    const { askUsername } = await import('../../telegram/index.ts')
    if (token === undefined)
      return {
        check,
        state: 'warn',
        finding: 'no BOT_TOKEN: the bot starts on a page of this machine',
        mend: 'to go live, put the token that @BotFather gave you into .env',
      }
    return {
      check,
      state: 'ok',
      finding: `@${await askUsername({ token, apiRoot, proxyUrl })} at ${apiRoot}`,
    }
  })
}
