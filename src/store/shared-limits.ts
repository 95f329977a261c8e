/** A call that is to be made to a chat. */
export interface PlannedCall {
  readonly chatId: number
  readonly isGroup: boolean
  /** Nobody waits for it: it leaves room for those that somebody waits for. */
  readonly isNotice: boolean
}

/** What all bots over one database may send together, by the clock of the database. */
export interface SharedLimits {
  /**
   * Takes a call out of the budgets: all calls, the chat, the group.
   * @returns `waitMs` 0: it may be made, and `over` is to be told when it is answered; else the milliseconds to wait before
   * asking again
   */
  take(call: PlannedCall): Promise<{ readonly waitMs: number; readonly over: () => Promise<void> }>
  /** Telegram wants to hear nothing of a scope (`all`, `chat 7`, `method setMyCommands`). */
  close(scope: string, ms: number): Promise<void>
  /** The scopes that are closed, whoever was told, with the milliseconds that are left. */
  closed(): Promise<readonly { readonly scope: string; readonly ms: number }[]>
  /**
   * Takes a request of a reader out of the reader's budget: so many at once, and one more in every interval.
   * @returns `silence` if the reader was told to wait already
   */
  ask(
    userId: number,
    rule: { readonly burst: number; readonly intervalMs: number },
  ): Promise<'answer' | 'silence' | { readonly waitMs: number }>
}
