import type { WaitMemory } from '../delivery/index.ts'
import type { PauseStore } from '../store/index.ts'

/** Waits for a chat or for all outlive the process; those for one method are short, and told again where they are not. */
export const keepWaits = (pauses: PauseStore): WaitMemory => ({
  remember: async ({ scope, toldMs, untilMs }) => {
    if (scope === 'all') await pauses.set({ setMs: toldMs, untilMs })
    else if (scope.startsWith('chat '))
      await pauses.set({ chatId: Number(scope.slice('chat '.length)), setMs: toldMs, untilMs })
  },
  recall: async (nowMs) =>
    (await pauses.active(nowMs)).map(({ chatId, setMs, untilMs }) => ({
      scope: chatId === undefined ? 'all' : `chat ${chatId}`,
      toldMs: setMs,
      untilMs,
    })),
})
