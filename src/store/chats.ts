/** The type of a chat as the Bot API names it. */
export type ChatKind = 'private' | 'group' | 'supergroup' | 'channel'

/** Why the bot writes to a chat no more, until somebody there speaks to it again. */
export type PauseReason = 'blocked' | 'kicked' | 'deactivated' | 'forbidden'

/** A chat that the bot knows, with what was set for it. */
export interface Chat {
  readonly chatId: number
  readonly kind: ChatKind
  readonly title?: string
  /** BCP 47, as somebody chose it: `zh-Hant`. */
  readonly language?: string
  /** Forum topic that the bot writes into unless told. */
  readonly threadId?: number
  /** In a group: after how many minutes the bot deletes its own answers; absent: never. */
  readonly tidyMinutes?: number
  /** Where alerts come once a day: when the next news are due, in milliseconds since 1970; absent: at once. */
  readonly alertsDueMs?: number
  /** Absent while the chat is active. */
  readonly paused?: PauseReason
}

/** The chats that the bot knows. Every method is one transaction, and rejects with a `StoreError` out of reach. */
export interface ChatStore {
  /** Somebody spoke there: the chat is known from now on, its title and kind are as told, and a pause is over. */
  heard(chat: Pick<Chat, 'chatId' | 'kind' | 'title'>): Promise<Chat>
  get(chatId: number): Promise<Chat | undefined>
  /** `undefined`: as the reader's own program says. A chat that is not known is passed over, here and below. */
  setLanguage(chatId: number, language: string | undefined): Promise<void>
  setThread(chatId: number, threadId: number | undefined): Promise<void>
  setTidyMinutes(chatId: number, minutes: number | undefined): Promise<void>
  setAlertsDue(chatId: number, dueMs: number | undefined): Promise<void>
  /** Active chats whose alerts come once a day; `dueMs` as `alertsDueMs`. */
  withDailyAlerts(): Promise<readonly { readonly chatId: number; readonly dueMs: number }[]>
  pause(chatId: number, reason: PauseReason): Promise<void>
  /** All chats, and those that blocked or removed the bot since a time (milliseconds since 1970). */
  countBlocked(sinceMs: number): Promise<{ readonly total: number; readonly blocked: number }>
  /**
   * A group has become a supergroup: whatever is kept for it, in every store, is kept for the new id. Where the new
   * one has the like already, that stays. May be told more than once.
   */
  migrate(from: number, to: number): Promise<void>
}
