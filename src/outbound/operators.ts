import { localTimeAt, timeOf } from '../digest/index.ts'
import type { Outbox } from '../store/index.ts'
import { type OperatorNews, operatorNotice } from './kinds/operator-notice.ts'

/** Who is notified, and how. */
export interface Operators {
  readonly outbox: Outbox
  /** The Telegram user ids of who runs the bot. */
  readonly adminIds: readonly number[]
  /** IANA time zone of the times that they read. */
  readonly timeZone: string
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Called when a notice was added. */
  readonly onNotice: () => void
}

/** Adds a notice for every operator. @param uniqueKey of several notices with the same key each operator gets one */
export async function addNotice(
  { outbox, adminIds, now, onNotice }: Operators,
  uniqueKey: string,
  news: OperatorNews,
): Promise<void> {
  if (adminIds.length === 0) return
  await outbox.add(adminIds.map((adminId) => operatorNotice(adminId, `${uniqueKey} ${adminId}`, news, now())))
  onNotice()
}

/** A time as operators read it: `2024-06-08 08:30`. */
export function readableTime(ms: number, timeZone: string): string {
  const { date, minutes } = localTimeAt(ms, timeZone)
  return `${date} ${timeOf(minutes)}`
}
