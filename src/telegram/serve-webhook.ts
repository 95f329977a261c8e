import { once } from 'node:events'
import { type Telegram, TelegramError } from 'telegraf'
import type { Update } from 'telegraf/types'
import { backoffMs } from '../delivery/index.ts'
import type { Clock, Logger } from '../ops/index.ts'
import { apiFailureOf } from './api-failure.ts'
import { WebhookRefusedError } from './bot-error.ts'
import { callWithin } from './call-within.ts'
import { type OutageEvents, OutageMonitor } from './outage-monitor.ts'
import { UPDATE_KINDS } from './poll-updates.ts'
import { openWebhook } from './webhook.ts'

/** Longest wait for the answer to one call. */
const CALL_LIMIT_MS = 10_000

/** Where Telegram is to send updates. */
export interface WebhookSettings {
  /** Public address, https. */
  readonly url: string
  /** Address to listen on; every address of this machine if undefined. */
  readonly host: string | undefined
  /** Port to listen on; whatever serves `url` passes requests on to it. */
  readonly port: number
  readonly secret: string
}

interface ServeWebhookOptions {
  readonly telegram: Telegram
  readonly webhook: WebhookSettings
  /** Takes updates over, and settles when there is room for more. */
  readonly take: (updates: readonly Update[]) => Promise<number>
  readonly signal: AbortSignal
  readonly clock: Clock
  readonly chance: () => number
  readonly log: Logger
  readonly events: OutageEvents
}

/**
 * Listens for updates until the signal is aborted, and has Telegram send them.
 * @throws {WebhookPortError | WebhookRefusedError} at the start
 */
export async function serveWebhook(options: ServeWebhookOptions): Promise<void> {
  const { webhook, take, signal, log } = options
  const server = await openWebhook({
    host: webhook.host,
    port: webhook.port,
    secret: webhook.secret,
    log,
    take: (it) => take([it]),
  })
  try {
    await register(options)
    if (!signal.aborted) await once(signal, 'abort')
  } finally {
    await server.close()
  }
}

/** Tells Telegram where to send updates, until it has taken it. */
async function register(options: ServeWebhookOptions): Promise<void> {
  const { telegram, webhook, clock, chance, log, signal, events } = options
  const outage = new OutageMonitor(clock, events)
  const settings = { url: webhook.url, secret_token: webhook.secret, allowed_updates: UPDATE_KINDS }
  for (let failures = 1; !signal.aborted; failures++) {
    try {
      await callWithin(telegram, options, CALL_LIMIT_MS, 'setWebhook', settings)
      return outage.succeeded()
    } catch (error) {
      if (signal.aborted) return
      const { code, description, retryAfterMs } = apiFailureOf(error)
      if (error instanceof TelegramError && code === 400)
        throw new WebhookRefusedError(`Telegram does not take WEBHOOK_URL: ${description}`, { cause: error })
      const waitMs = retryAfterMs ?? backoffMs(failures, chance())
      outage.failed(description, waitMs)
      log.warn({ description, failures, waitMs }, 'setWebhook failed, so no updates come yet; trying again')
      await clock.sleep(waitMs, signal).catch(() => {})
    }
  }
}
