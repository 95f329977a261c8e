import { nextDaily } from '../../digest/index.ts'
import type { Subscription } from '../../store/index.ts'
import type { Parts } from '../turn/parts.ts'

/** Saves a subscription; alerts that come once a day come at its time from now on. */
export async function saveSubscription(parts: Parts, subscription: Subscription): Promise<void> {
  await parts.subscriptions.save(subscription)
  await moveAlerts(parts, subscription.chatId)
}

/** Ends a subscription; alerts that come once a day keep to what the chat has left. @returns false if there was none */
export async function endSubscription(parts: Parts, chatId: number, threadId?: number): Promise<boolean> {
  const isEnded = await parts.subscriptions.remove(chatId, threadId)
  if (isEnded) await moveAlerts(parts, chatId)
  return isEnded
}

async function moveAlerts({ chats, subscriptions, schedule, now }: Parts, chatId: number): Promise<void> {
  const { alertsDueMs } = (await chats.get(chatId)) ?? {}
  // What is due already is on its way.
  if (alertsDueMs === undefined || alertsDueMs <= now()) return
  await chats.setAlertsDue(chatId, nextDaily(await subscriptions.ofChat(chatId), schedule, now()))
}
