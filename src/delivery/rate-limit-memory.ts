import { nameOfScope, type RateLimitScope } from './rate-limit-scope.ts'

/** Until when Telegram wants to hear nothing. Times are milliseconds since 1970: it may be kept beyond the process. */
export interface RateLimitWait {
  readonly scope: RateLimitScope
  readonly toldMs: number
  readonly untilMs: number
}

/** Keeps long waits beyond the end of the process. */
export interface RateLimitMemory {
  /** Takes the place of an earlier wait of the same scope, unless that one ends later. */
  remember(wait: RateLimitWait): Promise<void>
  /** All that have not passed at `nowMs`. */
  recall(nowMs: number): Promise<readonly RateLimitWait[]>
}

/** For tests and the playground: forgets everything when the process ends. */
export function createRateLimitMemory(): RateLimitMemory {
  const waits = new Map<string, RateLimitWait>()
  return {
    remember: async (wait) => {
      const name = nameOfScope(wait.scope)
      if (wait.untilMs > (waits.get(name)?.untilMs ?? 0)) waits.set(name, wait)
    },
    recall: async (nowMs) => [...waits.values()].filter(({ untilMs }) => untilMs > nowMs),
  }
}
