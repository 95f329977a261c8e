import type { Update } from 'telegraf/types'
import { jitteredBackoffMs } from '../concurrency/index.ts'
import { type ApiFailure, apiFailureOf } from './api-failure.ts'
import { callWithin } from './call-within.ts'
import { isUpdate } from './is-update.ts'
import { OutageMonitor } from './outage-monitor.ts'
import { UPDATE_KINDS, type UpdateSource } from './update-source.ts'

/** Seconds that Telegram may hold a request open when there is nothing to say. */
const HOLD_SECONDS = 25
/** A request that is held for longer has been forgotten on the way. */
const LIMIT_MS = (HOLD_SECONDS + 10) * 1000
/** Longest wait for the answer to a call that is not held. */
const CALL_LIMIT_MS = 10_000
/**
 * The waits of this many failures in a row grow no further than that of the fourth, four seconds at most: whoever presses
 * a button as Telegram comes back has ten seconds to be answered. Longer outages are waited out with up to a minute.
 */
const SOON_TRIES = 20
const SOON_DOUBLINGS = 4
/** Longest wait where only known updates come: new ones may come with the next request. */
const LONGEST_REPEAT_WAIT_MS = 5_000
/** An empty answer that comes sooner was not held, and the next request waits for as long. */
const HELD_MS = 100

/**
 * Asks for updates until the signal is aborted, whatever is answered meanwhile: an error is logged in one line and waited
 * out, with exponential backoff of at most a minute. A batch is confirmed by the next request, so what was not taken
 * over when the process dies comes again. Telegraf's own loop would wait for the slowest answer of each batch, and end
 * with the first handler that throws, and with 401 or 409.
 */
export async function pollUpdates(options: UpdateSource): Promise<void> {
  const { signal } = options
  const poller = new Poller(options)
  while (!signal.aborted) await poller.pollOnce()
}

class Poller {
  readonly #options: UpdateSource
  readonly #outage: OutageMonitor
  /** The last id that came, plus one. Not the highest: after a week without updates Telegram begins anew, often lower. */
  #offset = 0
  /** Updates are given to a webhook or to polling, never to both. */
  #mayHaveWebhook = true
  #failures = 0
  /** Answers in a row that held nothing but known updates. */
  #repeats = 0

  constructor(options: UpdateSource) {
    this.#options = options
    this.#outage = new OutageMonitor(options.clock, options.events)
  }

  /** Never rejects. */
  async pollOnce(): Promise<void> {
    try {
      if (this.#mayHaveWebhook) await this.#call('deleteWebhook', {}, CALL_LIMIT_MS)
      this.#mayHaveWebhook = false
      const { clock } = this.#options
      const beganMs = clock.monotonicNow()
      const payload = { offset: this.#offset, timeout: HOLD_SECONDS, allowed_updates: UPDATE_KINDS }
      const updates = readUpdates(await this.#call('getUpdates', payload, LIMIT_MS))
      this.#succeeded()
      if (updates.length > 0) await this.#takeOver(updates)
      else if (clock.monotonicNow() - beganMs < HELD_MS) await this.#wait(HELD_MS)
    } catch (error) {
      if (!this.#options.signal.aborted) await this.#waitOut(apiFailureOf(error))
    }
  }

  #succeeded(): void {
    if (this.#failures > 0) this.#options.log.info({ failures: this.#failures }, 'updates are fetched again')
    this.#failures = 0
    this.#outage.succeeded()
  }

  async #takeOver(updates: readonly Update[]): Promise<void> {
    const fresh = await this.#options.take(updates)
    this.#offset = (updates.at(-1)?.update_id ?? 0) + 1
    this.#repeats = fresh > 0 ? 0 : this.#repeats + 1
    // Once is no more than what was not confirmed before a restart.
    if (this.#repeats < 2) return
    const waitMs = Math.min(LONGEST_REPEAT_WAIT_MS, 250 * 2 ** this.#repeats)
    this.#options.log.warn(
      { offset: this.#offset, repeats: this.#repeats, waitMs },
      'getUpdates returns only updates that are handled already; asking again later',
    )
    await this.#wait(waitMs)
  }

  async #waitOut({ description, code, retryAfterMs }: ApiFailure): Promise<void> {
    const { log, chance } = this.#options
    this.#failures += 1
    const tries = this.#failures <= SOON_TRIES ? Math.min(this.#failures, SOON_DOUBLINGS) : this.#failures
    const waitMs = retryAfterMs ?? jitteredBackoffMs(tries, chance())
    this.#outage.failed(description, waitMs)
    const hint = HINTS.find((it) => it.code === code && it.words.test(description))
    if (hint?.deletesWebhook === true) this.#mayHaveWebhook = true
    log.warn(
      { description, failures: this.#failures, waitMs },
      `updates cannot be fetched${hint ? `: ${hint.sentence}` : ''}; trying again`,
    )
    await this.#wait(waitMs)
  }

  #call(method: string, payload: object, limitMs: number): Promise<unknown> {
    return callWithin(this.#options.telegram, this.#options, limitMs, method, payload)
  }

  async #wait(ms: number): Promise<void> {
    await this.#options.clock.sleep(ms, this.#options.signal).catch(() => {})
  }
}

/** What an error means that somebody should do something about. */
const HINTS: readonly {
  readonly code: number
  readonly words: RegExp
  readonly sentence: string
  readonly deletesWebhook?: boolean
}[] = [
  {
    code: 409,
    words: /webhook/i,
    sentence: 'a webhook was set for this bot; deleting it',
    deletesWebhook: true,
  },
  {
    code: 409,
    words: /./,
    sentence: 'another process polls with the same BOT_TOKEN; stop one of the two',
  },
  { code: 401, words: /./, sentence: 'Telegram does not accept BOT_TOKEN; was it revoked?' },
  { code: 404, words: /./, sentence: 'Telegram does not accept BOT_TOKEN; was it revoked?' },
]

/** @throws where the answer is no list, or a list without a single update */
function readUpdates(result: unknown): readonly Update[] {
  const updates = Array.isArray(result) ? result.filter(isUpdate) : undefined
  if (updates === undefined || (updates.length === 0 && !isEmpty(result)))
    throw new Error('getUpdates returned an invalid payload')
  return updates
}

const isEmpty = (result: unknown) => Array.isArray(result) && result.length === 0
