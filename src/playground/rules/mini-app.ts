import { createHmac } from 'node:crypto'
import type { ApiUser } from '../world/message.ts'

/** Who opens a Mini App, and when. */
interface Opening {
  readonly token: string
  readonly user: ApiUser
  /** Seconds since 1970. */
  readonly date: number
  readonly queryId: string
}

/**
 * The address of a Mini App with what Telegram's apps put behind it: who opens it, signed with the bot's token
 * (https://core.telegram.org/bots/webapps, “Validating data received via the Mini App”).
 */
export function miniAppAddress(url: string, { token, user, date, queryId }: Opening): string {
  const { id, first_name, username, language_code } = user
  const fields = new URLSearchParams({
    query_id: queryId,
    user: JSON.stringify({ id, first_name, username, language_code }),
    auth_date: `${date}`,
  })
  const lines = [...fields].map(([name, value]) => `${name}=${value}`).toSorted()
  const key = createHmac('sha256', 'WebAppData').update(token).digest()
  fields.set('hash', createHmac('sha256', key).update(lines.join('\n')).digest('hex'))
  const launch = new URLSearchParams({
    tgWebAppData: fields.toString(),
    tgWebAppVersion: '8.0',
    tgWebAppPlatform: 'weba',
  })
  return `${url}${url.includes('#') ? '&' : '#'}${launch.toString()}`
}
