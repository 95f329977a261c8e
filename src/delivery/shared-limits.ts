/** What all processes of the bot may send together. Where there is but one, its own budgets are enough. */
export interface SharedLimits {
  /**
   * Takes a call out of the budgets.
   * @returns `waitMs` 0: it may be made, and `over` is to be told when it is answered; else when to ask again
   */
  take(call: {
    readonly chatId: number
    readonly isGroup: boolean
    readonly isNotice: boolean
  }): Promise<{ readonly waitMs: number; readonly over: () => Promise<void> }>
  /** Telegram wants to hear nothing of a scope for a while; `scope` as `nameOfScope` has it. */
  close(scope: string, ms: number): Promise<void>
  /** The scopes that are closed, whichever process was told, with the milliseconds that are left. */
  closed(): Promise<readonly { readonly scope: string; readonly ms: number }[]>
}
