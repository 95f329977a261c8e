import type { Clock, Logger } from '../ops/index.ts'

/** What Telegram does not want to hear of for a while. */
export type WaitScope = 'all' | `chat ${number}` | `method ${string}`

/** Until when it does not. Times are milliseconds since 1970: a wait may be kept beyond the process. */
export interface Wait {
  readonly scope: WaitScope
  readonly toldMs: number
  readonly untilMs: number
}

/** Keeps long waits beyond the end of the process. */
export interface WaitMemory {
  /** Takes the place of an earlier wait of the same scope. */
  remember(wait: Wait): Promise<void>
  /** All that have not passed at `nowMs`. */
  recall(nowMs: number): Promise<readonly Wait[]>
}

/** A wait of at least so many seconds is remembered, and told to whoever runs the bot. */
const LONG_SECONDS = 60
/** Chats that are told within a second to wait until the same second, before it is taken to concern all. */
const CHATS_MAKE_ALL = 3

/** How long Telegram told us to wait (429), for single chats and for all calls. */
export interface Waits {
  /**
   * When something may be called again, by its own wait and that for all, on the monotonic clock; in the past where
   * nothing was said against it.
   */
  until(scope: WaitScope): number
  /** Notes what Telegram said. @param seconds from now */
  told(scope: WaitScope, seconds: number): void
}

/**
 * Keeps `retry_after`, to the second and whatever its length. Telegram does not say whom a wait concerns: here it is
 * the chat, or for a call without a chat its method; where several chats at once are told of the same end, it is all.
 * @param recalled waits from before the process began
 */
export function createWaits(
  recalled: readonly Wait[],
  { memory, clock, log }: { readonly memory: WaitMemory; readonly clock: Clock; readonly log: Logger },
): Waits {
  /** Ends on the monotonic clock, by scope. */
  const waits = new Map<WaitScope, number>()
  for (const wait of recalled) waits.set(wait.scope, clock.monotonicNow() + leftOf(wait, clock.now()))
  let lately: readonly { readonly scope: WaitScope; readonly toldMs: number; readonly untilMs: number }[] = []

  const note = (scope: WaitScope, seconds: number) => {
    const ends = clock.monotonicNow() + seconds * 1000
    waits.set(scope, Math.max(ends, waits.get(scope) ?? 0))
    const toldMs = clock.now()
    const untilMs = toldMs + seconds * 1000
    const facts = { scope, seconds, until: new Date(untilMs).toISOString() }
    if (seconds < LONG_SECONDS) return log.info(facts, 'Telegram wants us to wait')
    log.warn(facts, 'Telegram wants us to wait for long')
    memory
      .remember({ scope, toldMs, untilMs })
      .catch((err: unknown) => log.error({ err, ...facts }, 'cannot remember a wait beyond a restart'))
  }

  return {
    until: (scope) => Math.max(waits.get('all') ?? 0, waits.get(scope) ?? 0),
    told: (scope, seconds) => {
      const now = clock.monotonicNow()
      const untilMs = now + seconds * 1000
      for (const [old, endMs] of waits) if (endMs <= now) waits.delete(old)
      note(scope, seconds)
      if (!scope.startsWith('chat ')) return
      lately = [...lately.filter((it) => it.toldMs > now - 1000), { scope, untilMs, toldMs: now }]
      const same = lately.filter((it) => Math.abs(it.untilMs - untilMs) <= 1000)
      if (new Set(same.map((it) => it.scope)).size >= CHATS_MAKE_ALL) note('all', seconds)
    },
  }
}

/** What is left of a wait. Where the clock was set back meanwhile, it is taken for no longer than it was. */
const leftOf = ({ toldMs, untilMs }: Wait, nowMs: number): number =>
  Math.max(0, Math.min(untilMs - nowMs, untilMs - toldMs))

/** For tests and the playground: forgets everything when the process ends. */
export function createMemoryWaits(): WaitMemory {
  const waits = new Map<WaitScope, Wait>()
  return {
    remember: async (wait) => void waits.set(wait.scope, wait),
    recall: async (nowMs) => [...waits.values()].filter(({ untilMs }) => untilMs > nowMs),
  }
}
