import { quietUntil } from '../digest/index.ts'
import type { Subscription, SubscriptionStore } from '../store/index.ts'

/** Until when a chat, or a topic, wants no message; `undefined` where it may be written to now. */
export type QuietUntil = (
  chatId: number,
  threadId: number | undefined,
  nowMs: number,
) => Promise<number | undefined>

/** By the quiet hours of the topic's subscription, else by those of any that the chat has. */
export const createQuietUntil =
  (subscriptions: SubscriptionStore): QuietUntil =>
  async (chatId, threadId, nowMs) => {
    const ofChat = await subscriptions.ofChat(chatId)
    const own = ofChat.filter((it) => it.threadId === threadId)
    const ends = (own.length > 0 ? own : ofChat).flatMap((it) => endOf(it, nowMs))
    return ends.length > 0 ? Math.max(...ends) : undefined
  }

/** A zone that this machine does not know has no quiet hours: better a message too early than none. */
function endOf(subscription: Subscription, nowMs: number): readonly number[] {
  try {
    return [quietUntil(subscription, nowMs) ?? []].flat()
  } catch {
    return []
  }
}
