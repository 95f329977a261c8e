import { nameOfScope, type RateLimitMemory } from '../delivery/index.ts'
import { addNotice, type Operators, readableTime } from './operators.ts'

/** A wait for one chat concerns its readers alone, unless it is at least as long as this. */
const LONG_FOR_A_CHAT_MS = 3_600_000

/**
 * Notifies the operators of each rate-limit wait that is remembered, which are the long ones: once each, as soon as
 * possible. A wait for all chats holds up the notice too, so the notice comes after it.
 */
export const notifyOfWaits = (waits: RateLimitMemory, operators: Operators): RateLimitMemory => ({
  recall: (nowMs) => waits.recall(nowMs),
  remember: async (wait) => {
    await waits.remember(wait)
    const { scope, untilMs } = wait
    const nowMs = operators.now()
    const chatId = scope.kind === 'chat' ? scope.chatId : undefined
    const isLong = scope.kind === 'all' || (chatId !== undefined && untilMs - nowMs >= LONG_FOR_A_CHAT_MS)
    if (!isLong) return
    // Every chat that is told of the same wait tells it again, a second earlier or later.
    await addNotice(operators, `wait ${nameOfScope(scope)} ${Math.round(untilMs / 60_000)}`, {
      kind: 'longWait',
      since: readableTime(nowMs, operators.timeZone),
      until: readableTime(untilMs, operators.timeZone),
      ...(chatId !== undefined && { chatId }),
    })
  },
})
