import type { News } from '../chat/index.ts'
import type { WaitMemory } from '../delivery/index.ts'
import { localTimeAt, timeOf } from '../digest/index.ts'
import type { Letter, Outbox } from '../store/index.ts'
import { PRIORITY } from './priority.ts'

/** A chat's own wait concerns its readers alone, unless it is as long as this. */
const LONG_FOR_A_CHAT_MS = 3_600_000

export interface Operators {
  readonly outbox: Outbox
  /** Who runs the bot. */
  readonly adminIds: readonly number[]
  /** IANA time zone of the times that they read. */
  readonly timeZone: string
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Called when a letter was put in. */
  readonly onLetter: () => void
}

/**
 * Tells whoever runs the bot of waits that are remembered, which are the long ones: once each, when it can be told. A
 * wait for all chats holds up this very message too, so it is told of afterwards.
 */
export function tellOperators(waits: WaitMemory, operators: Operators): WaitMemory {
  return {
    recall: (nowMs) => waits.recall(nowMs),
    remember: async (wait) => {
      await waits.remember(wait)
      const letters = lettersOf(wait, operators)
      for (const letter of letters) await operators.outbox.put(letter)
      if (letters.length > 0) operators.onLetter()
    },
  }
}

function lettersOf(
  { scope, untilMs }: Parameters<WaitMemory['remember']>[0],
  { adminIds, timeZone, now }: Operators,
): readonly Letter[] {
  const nowMs = now()
  const chatId = scope.startsWith('chat ') ? Number(scope.slice('chat '.length)) : undefined
  if (scope !== 'all' && (chatId === undefined || untilMs - nowMs < LONG_FOR_A_CHAT_MS)) return []
  const news: News = {
    kind: 'longWait',
    since: readableTime(nowMs, timeZone),
    until: readableTime(untilMs, timeZone),
    ...(chatId !== undefined && { chatId }),
  }
  return adminIds.map((adminId) => ({
    chatId: adminId,
    payload: news,
    priority: PRIORITY.operator,
    notBeforeMs: nowMs,
    // Every chat that is told of the same wait tells it again, a second earlier or later.
    once: `wait ${scope} ${Math.round(untilMs / 60_000)} ${adminId}`,
  }))
}

/** As operators read it: `2024-06-08 08:30`. */
export function readableTime(ms: number, timeZone: string): string {
  const { date, minutes } = localTimeAt(ms, timeZone)
  return `${date} ${timeOf(minutes)}`
}
