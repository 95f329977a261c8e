import type { Clock, Logger } from '../ops/index.ts'
import type { RateLimitMemory, RateLimitWait } from './rate-limit-memory.ts'
import { nameOfScope, type RateLimitScope } from './rate-limit-scope.ts'
import type { SharedLimits } from './shared-limits.ts'

/** A wait of at least so many seconds is remembered, and told to whoever runs the bot. */
const LONG_SECONDS = 60
/** Chats that are told within a second to wait until the same second, before it is taken to concern all. */
const CHATS_MAKE_ALL = 3

const ALL: RateLimitScope = { kind: 'all' }

/** What a chat was told lately, on the monotonic clock. */
interface Told {
  readonly chatId: number
  readonly toldMs: number
  readonly untilMs: number
}

interface RateLimitParts {
  readonly memory: RateLimitMemory
  /** Told of every wait, however short. */
  readonly shared?: Pick<SharedLimits, 'close'> | undefined
  readonly clock: Clock
  readonly log: Logger
}

/**
 * How long Telegram told us to wait (429), for single chats and for all calls. Keeps `retry_after` to the second,
 * whatever its length. Telegram does not say whom a wait concerns: here it is the chat, or for a call without a chat its
 * method; if several chats at once are told of the same end, it is all.
 */
export class RateLimitWaits {
  readonly #parts: RateLimitParts
  /** Ends on the monotonic clock, by the name of the scope. */
  readonly #endsMs = new Map<string, number>()
  #lately: readonly Told[] = []

  /** @param recalled waits from before the process began */
  constructor(recalled: readonly RateLimitWait[], parts: RateLimitParts) {
    this.#parts = parts
    const { clock } = parts
    for (const wait of recalled)
      this.#endsMs.set(nameOfScope(wait.scope), clock.monotonicNow() + remainingMs(wait, clock.now()))
  }

  /**
   * When something may be called again, by its own wait and that for all, on the monotonic clock; in the past if nothing
   * was said against it.
   */
  until(scope: RateLimitScope): number {
    return Math.max(this.#endOf(ALL), this.#endOf(scope))
  }

  /** Notes what Telegram said. @param seconds from now */
  note(scope: RateLimitScope, seconds: number): void {
    const now = this.#parts.clock.monotonicNow()
    for (const [old, endMs] of this.#endsMs) if (endMs <= now) this.#endsMs.delete(old)
    this.#keep(scope, seconds)
    if (scope.kind === 'chat' && this.#concernsAll(scope.chatId, now, now + seconds * 1000))
      this.#keep(ALL, seconds)
  }

  /** Notes what another process was told. @param scope as {@link nameOfScope} has it */
  hear(scope: string, ms: number): void {
    const endMs = this.#parts.clock.monotonicNow() + ms
    this.#endsMs.set(scope, Math.max(endMs, this.#endsMs.get(scope) ?? 0))
  }

  #endOf(scope: RateLimitScope): number {
    return this.#endsMs.get(nameOfScope(scope)) ?? 0
  }

  #concernsAll(chatId: number, toldMs: number, untilMs: number): boolean {
    this.#lately = [...this.#lately.filter((it) => it.toldMs > toldMs - 1000), { chatId, untilMs, toldMs }]
    const same = this.#lately.filter((it) => Math.abs(it.untilMs - untilMs) <= 1000)
    return new Set(same.map((it) => it.chatId)).size >= CHATS_MAKE_ALL
  }

  #keep(scope: RateLimitScope, seconds: number): void {
    const { memory, shared, clock, log } = this.#parts
    this.#endsMs.set(nameOfScope(scope), Math.max(clock.monotonicNow() + seconds * 1000, this.#endOf(scope)))
    const toldMs = clock.now()
    const untilMs = toldMs + seconds * 1000
    const facts = { scope: nameOfScope(scope), seconds, until: new Date(untilMs).toISOString() }
    shared
      ?.close(nameOfScope(scope), seconds * 1000)
      .catch((err: unknown) => log.error({ err, ...facts }, 'cannot tell the other bots of a wait'))
    if (seconds < LONG_SECONDS) return log.info(facts, 'Telegram wants us to wait')
    log.warn(facts, 'Telegram wants us to wait for long')
    memory
      .remember({ scope, toldMs, untilMs })
      .catch((err: unknown) => log.error({ err, ...facts }, 'cannot remember a wait beyond a restart'))
  }
}

/** What is left of a wait. If the clock was set back meanwhile, it is taken for no longer than it was. */
const remainingMs = ({ toldMs, untilMs }: RateLimitWait, nowMs: number): number =>
  Math.max(0, Math.min(untilMs - nowMs, untilMs - toldMs))
