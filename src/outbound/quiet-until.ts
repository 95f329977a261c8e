import { inKnownZone, quietUntil } from '../digest/index.ts'
import type { SubscriptionStore } from '../store/index.ts'

/** When the quiet hours of a chat, or a topic, end; `undefined` if it may be written to now. */
export type QuietUntil = (
  chatId: number,
  threadId: number | undefined,
  nowMs: number,
) => Promise<number | undefined>

/**
 * By the quiet hours of the topic's subscription, else by those of any that the chat has.
 * @param timeZone IANA zone for subscriptions in a zone that this machine does not know
 */
export const createQuietUntil =
  (subscriptions: SubscriptionStore, timeZone: string): QuietUntil =>
  async (chatId, threadId, nowMs) => {
    const ofChat = await subscriptions.ofChat(chatId)
    const own = ofChat.filter((it) => it.threadId === threadId)
    const ends = (own.length > 0 ? own : ofChat).flatMap(
      (it) => quietUntil(inKnownZone(it, timeZone), nowMs) ?? [],
    )
    return ends.length > 0 ? Math.max(...ends) : undefined
  }
