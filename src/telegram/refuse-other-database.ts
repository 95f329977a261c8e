import { OtherDatabaseError } from './bot-error.ts'
import type { WebhookAddress } from './webhook-registration.ts'

/** Bears the name of the database of a bot that starts, on a request to the others behind the same webhook. */
export const DATABASE_HEADER = 'x-paperboy-database'

/** A proxy hands each to any of the bots. */
const REQUESTS = 4
/**
 * Where the public address cannot be reached from here, nothing is known, and nothing refused. On a busy machine a bot took more
 * than two seconds to answer, and the other one started.
 */
const WITHIN_MS = 5_000

/**
 * Asks the bots that answer behind the same webhook whether they work on the same database: of two, each would know half of
 * the readers, and answer what the other one has answered.
 * @param database names the database of this bot, and no other one
 * @throws {OtherDatabaseError}
 */
export async function refuseOtherDatabase(
  { url, secret }: WebhookAddress,
  database: string,
  signal: AbortSignal,
): Promise<void> {
  const ask = async () => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'x-telegram-bot-api-secret-token': secret, [DATABASE_HEADER]: database },
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(WITHIN_MS)]),
    })
    await response.body?.cancel()
    return response.status
  }
  const asked = await Promise.allSettled(Array.from({ length: REQUESTS }, ask))
  if (asked.some((it) => it.status === 'fulfilled' && it.value === 409)) throw new OtherDatabaseError()
}
