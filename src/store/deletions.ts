/** A message of the bot that is to be deleted. */
export interface Deletion {
  readonly chatId: number
  readonly messageId: number
  /** In milliseconds since 1970. */
  readonly dueMs: number
}

/** The bot's own answers that a group wants to be deleted some minutes later. Every method is one transaction. */
export interface DeletionStore {
  /** Told again of the same message, it keeps its time. */
  add(deletion: Deletion): Promise<void>
  /** Those whose time has come, the earliest first. */
  due(nowMs: number, limit: number): Promise<readonly Deletion[]>
  remove(chatId: number, messageId: number): Promise<void>
}
