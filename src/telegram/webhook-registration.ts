import { TelegramError } from 'telegraf'
import { jitteredBackoffMs } from '../concurrency/index.ts'
import { apiFailureOf } from './api-failure.ts'
import { WebhookRefusedError } from './bot-error.ts'
import { callWithin } from './call-within.ts'
import { OutageMonitor } from './outage-monitor.ts'
import { UPDATE_KINDS, type UpdateSource } from './update-source.ts'

/** Longest wait for the answer to one call. */
const CALL_LIMIT_MS = 10_000
/** Between two looks: so long at most does a webhook that somebody removed keep the bot deaf. */
const CHECK_EVERY_MS = 3 * 60_000

/** Where Telegram is to send updates to. */
export interface WebhookAddress {
  /** Public address, https. */
  readonly url: string
  readonly secret: string
}

type RegistrationOptions = Omit<UpdateSource, 'take'> & { readonly webhook: WebhookAddress }

/**
 * Has Telegram send updates to us, and keeps it so: whoever calls deleteWebhook with the bot's token, or polls with it,
 * would make the bot deaf for good. Failures are logged in one line and waited out, with exponential backoff.
 */
export class WebhookRegistration {
  readonly #options: RegistrationOptions
  readonly #outage: OutageMonitor
  /** Failed requests up to this time are told of, or from before the start. In seconds since 1970. */
  #toldErrorDate: number

  constructor(options: RegistrationOptions) {
    this.#options = options
    this.#outage = new OutageMonitor(options.clock, options.events)
    this.#toldErrorDate = options.clock.now() / 1000
  }

  /**
   * Tells Telegram where to send updates, until it has taken it or the signal is aborted.
   * @throws {WebhookRefusedError} if Telegram does not take the address
   */
  async register(): Promise<void> {
    await this.#persist('setWebhook failed, so no updates come yet; trying again', async () => {
      try {
        await this.#set()
      } catch (error) {
        const { code, description } = apiFailureOf(error)
        if (error instanceof TelegramError && code === 400)
          throw new WebhookRefusedError(`Telegram does not take WEBHOOK_URL: ${description}`, {
            cause: error,
          })
        throw error
      }
    })
  }

  /** Looks now and then whether Telegram still sends updates to us, until the signal is aborted. Never rejects. */
  async keep(): Promise<void> {
    const { signal } = this.#options
    while (!signal.aborted) {
      await this.#wait(CHECK_EVERY_MS)
      await this.#persist('the webhook cannot be checked; trying again', () => this.#check())
    }
  }

  async #check(): Promise<void> {
    const { log, webhook } = this.#options
    const info = readInfo(await this.#call('getWebhookInfo'))
    if (info.url !== webhook.url) {
      log.warn(
        { is: info.url === '' ? 'removed' : 'another address' },
        'the webhook of this bot was changed by somebody else; setting it again',
      )
      await this.#set()
    } else if (info.lastErrorDate > this.#toldErrorDate) {
      log.warn({ description: info.lastError }, 'Telegram could not bring an update to WEBHOOK_URL')
      this.#toldErrorDate = info.lastErrorDate
    }
  }

  /** Does something until it works, or the signal is aborted. Rejects only if Telegram refuses the address for good. */
  async #persist(sentence: string, work: () => Promise<void>): Promise<void> {
    const { chance, log, signal } = this.#options
    for (let failures = 1; !signal.aborted; failures++) {
      try {
        await work()
        return this.#outage.succeeded()
      } catch (error) {
        if (signal.aborted) return
        if (error instanceof WebhookRefusedError) throw error
        const { description, retryAfterMs } = apiFailureOf(error)
        const waitMs = retryAfterMs ?? jitteredBackoffMs(failures, chance())
        this.#outage.failed(description, waitMs)
        log.warn({ description, failures, waitMs }, sentence)
        await this.#wait(waitMs)
      }
    }
  }

  #set(): Promise<unknown> {
    const { url, secret } = this.#options.webhook
    return this.#call('setWebhook', { url, secret_token: secret, allowed_updates: UPDATE_KINDS })
  }

  #call(method: string, payload: object = {}): Promise<unknown> {
    return callWithin(this.#options.telegram, this.#options, CALL_LIMIT_MS, method, payload)
  }

  async #wait(ms: number): Promise<void> {
    await this.#options.clock.sleep(ms, this.#options.signal).catch(() => {})
  }
}

/** @throws {Error} if it is not what getWebhookInfo returns */
function readInfo(result: unknown) {
  if (typeof result !== 'object' || result === null || !('url' in result))
    throw new Error('getWebhookInfo returned an invalid payload')
  return {
    url: result.url,
    lastErrorDate: 'last_error_date' in result ? Number(result.last_error_date) : 0,
    lastError: 'last_error_message' in result ? result.last_error_message : undefined,
  }
}
