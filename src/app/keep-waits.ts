import type { RateLimitMemory } from '../delivery/index.ts'
import type { PauseStore } from '../store/index.ts'

/** Waits for a chat or for all outlive the process; those for one method are short, and told again where they are not. */
export const keepWaits = (pauses: PauseStore): RateLimitMemory => ({
  remember: async ({ scope, toldMs, untilMs }) => {
    if (scope.kind === 'all') await pauses.set({ setMs: toldMs, untilMs })
    else if (scope.kind === 'chat') await pauses.set({ chatId: scope.chatId, setMs: toldMs, untilMs })
  },
  recall: async (nowMs) =>
    (await pauses.active(nowMs)).map(({ chatId, setMs, untilMs }) => ({
      scope: chatId === undefined ? { kind: 'all' } : { kind: 'chat', chatId },
      toldMs: setMs,
      untilMs,
    })),
})
