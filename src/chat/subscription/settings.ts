import { inKnownZone, WEEK } from '../../digest/index.ts'
import type { Subscription } from '../../store/index.ts'
import type { Parts } from '../turn/parts.ts'
import type { Request } from '../turn/request.ts'
import type { Settings } from '../views/subscription/panel-view.ts'
import { changeSettings } from './change.ts'

/** The subscription of the chat, or forum topic, where something was done; if there is none, what one would be. */
export async function readSettings(parts: Parts, { chat }: Request): Promise<Settings> {
  const { chatId, kind, threadId } = chat
  const place = threadId === undefined ? kind : 'topic'
  const common = { place, nowMs: parts.now() } as const
  const zoned = (it: Subscription) => inKnownZone(it, parts.schedule.timeZone)
  const subscription = await parts.subscriptions.get(chatId, threadId)
  if (subscription) return { ...common, subscription: zoned(subscription), state: 'on' }
  const former = await parts.subscriptions.former(chatId, threadId)
  return {
    ...common,
    subscription: former ? awake(zoned(former), common.nowMs) : fresh(parts, chat),
    state: former ? 'off' : 'never',
  }
}

/** Takes a subscription up: nothing comes that was due before. */
export const takeUp = ({ subscription, nowMs }: Settings): Subscription => ({
  ...subscription,
  sinceMs: nowMs,
})

/** Whoever subscribes again wants digests, whatever was paused then. */
const awake = (former: Subscription, nowMs: number): Subscription =>
  changeSettings(former, { snoozedUntilMs: undefined }, nowMs)

const fresh = ({ schedule }: Parts, { chatId, threadId }: Request['chat']): Subscription => ({
  chatId,
  ...(threadId !== undefined && { threadId }),
  ...schedule,
  weekdays: WEEK.every,
  topics: [],
  length: 'normal',
  skipWhenEmpty: false,
})
