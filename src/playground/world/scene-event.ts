import type { ApiMessage } from './message.ts'

/** One call of the bot, as the page's log shows it. */
export interface CallRecord {
  /** From 1. */
  readonly number: number
  /** Milliseconds since 1970. */
  readonly at: number
  readonly method: string
  readonly params: unknown
  readonly answer: unknown
  readonly durationMs: number
  readonly refused: boolean
  /** What Telegram would have done to the message without a word: entities that it dropped. */
  readonly warnings: readonly string[]
}

/** Something that the page, or a test, wants to see at once. */
export type SceneEvent =
  | { readonly kind: 'message' | 'edit'; readonly chatId: number; readonly message: ApiMessage }
  | { readonly kind: 'delete'; readonly chatId: number; readonly messageId: number }
  | { readonly kind: 'action'; readonly chatId: number; readonly action: string; readonly threadId?: number }
  | {
      readonly kind: 'answer'
      readonly chatId: number
      readonly userId: number
      readonly queryId: string
      readonly text: string
      readonly alert: boolean
      readonly url: string
    }
  | { readonly kind: 'call'; readonly call: CallRecord }
  /** People, chats, commands or descriptions are others now: look again. */
  | { readonly kind: 'changed' }
