import type { Telegram } from 'telegraf'
import type { Update } from 'telegraf/types'
import type { Clock, Logger } from '../ops/index.ts'
import type { OutageEvents } from './outage-monitor.ts'

/** What the bot wants to be told of. */
export const UPDATE_KINDS = [
  'message',
  'channel_post',
  'callback_query',
  'inline_query',
  'my_chat_member',
] as const

/** A kind of updates that the bot asks for. */
export type UpdateKind = (typeof UPDATE_KINDS)[number]

/** What an update brings: `other` if it was not asked for. */
export const kindOf = (update: Update): UpdateKind | 'other' =>
  UPDATE_KINDS.find((kind) => kind in update) ?? 'other'

/** Where updates come from and go, by polling or webhook, and who is told of outages. */
export interface UpdateSource {
  readonly telegram: Telegram
  /** Takes updates over, and settles when there is room for more with the number of new ones; must not reject. */
  readonly take: (updates: readonly Update[]) => Promise<number>
  /** Aborted when no more updates are wanted. */
  readonly signal: AbortSignal
  readonly clock: Clock
  /** In [0, 1), for the jitter of backoff. */
  readonly chance: () => number
  readonly log: Logger
  readonly events: OutageEvents
}
